// A toll bridge charges 4 crowns for every vehicle and 3 more for each of its axles.
// Vehicles of up to 420 centimetres fit under its arch. Both functions work out a value,
// but their heads do not say that they give one back, nor of which type it is.

// The sum of whole numbers of type `u32` is a `u32`. Without the arrow, a function promises
// `()`, which is the compiler's way to write "nothing of interest".
fn toll(axles: u32) -> u32 {
    4 + axles * 3
}

// `a <= b` is a question. The answer is `true` or `false`, and its type is `bool`.
// The type after the arrow is that of the result, whatever the parameters are.
fn fits_under_the_arch(centimetres: u32) -> bool {
    centimetres <= 420
}

fn main() {
    let crowns: u32 = toll(2);
    let fits: bool = fits_under_the_arch(395);
    println!("A van: {crowns} crowns. Does it fit? {fits}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_motorcycle_has_two_axles() {
        assert_eq!(toll(2), 10);
    }

    #[test]
    fn a_lorry_with_five_axles() {
        assert_eq!(toll(5), 19);
    }

    #[test]
    fn a_boat_on_a_sledge_has_no_axle() {
        assert_eq!(toll(0), 4);
    }

    #[test]
    fn a_car_fits() {
        let fits: bool = fits_under_the_arch(150);
        assert!(fits);
    }

    #[test]
    fn exactly_the_limit_fits() {
        let fits: bool = fits_under_the_arch(420);
        assert!(fits);
    }

    #[test]
    fn a_finger_too_high_does_not_fit() {
        let fits: bool = fits_under_the_arch(421);
        assert!(!fits);
    }
}
