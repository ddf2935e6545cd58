// A washing machine got a new programme: `Silk`, which takes 35 minutes, washes at
// 30 degrees, and does not spin. The programme already has its place on the dial and in
// the enum. The compiler knows where else it has to be thought of.

#[derive(Clone, Copy)]
enum Programme {
    Cotton,
    Wool,
    Quick,
    Silk,
}

fn minutes(programme: Programme) -> u32 {
    match programme {
        Programme::Cotton => 120,
        Programme::Wool => 45,
        Programme::Quick => 20,
        Programme::Silk => 35,
    }
}

fn degrees(programme: Programme) -> u32 {
    // `|` reads as "or": one arm for several patterns.
    match programme {
        Programme::Wool | Programme::Quick => 30,
        _ => 60,
    }
}

fn spins(programme: Programme) -> bool {
    // Without `_` the compiler reports this function, too, when a programme is added.
    match programme {
        Programme::Wool | Programme::Silk => false,
        Programme::Cotton | Programme::Quick => true,
    }
}

fn main() {
    for programme in [
        Programme::Cotton,
        Programme::Wool,
        Programme::Quick,
        Programme::Silk,
    ] {
        let (time, heat) = (minutes(programme), degrees(programme));
        println!("{time} min, {heat} degrees, spins: {}", spins(programme));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_programme_has_its_time() {
        assert_eq!(minutes(Programme::Cotton), 120);
        assert_eq!(minutes(Programme::Wool), 45);
        assert_eq!(minutes(Programme::Quick), 20);
        assert_eq!(minutes(Programme::Silk), 35);
    }

    #[test]
    fn only_cotton_is_washed_hot() {
        assert_eq!(degrees(Programme::Cotton), 60);
        assert_eq!(degrees(Programme::Wool), 30);
        assert_eq!(degrees(Programme::Quick), 30);
        assert_eq!(degrees(Programme::Silk), 30);
    }

    #[test]
    fn fine_cloth_is_not_spun() {
        assert!(!spins(Programme::Wool));
        assert!(!spins(Programme::Silk));
    }

    #[test]
    fn cotton_and_the_quick_wash_are_spun() {
        assert!(spins(Programme::Cotton));
        assert!(spins(Programme::Quick));
    }
}
