// A rowing crew looks back on its regatta: how many strokes it rowed in all heats
// together, how many heats in a row it won at best, and which heat was the
// toughest, that is the one with the most strokes.

struct Heat {
    against: &'static str,
    strokes: u32,
    won: bool,
}

impl Heat {
    fn new(against: &'static str, strokes: u32, won: bool) -> Self {
        Self {
            against,
            strokes,
            won,
        }
    }
}

fn all_strokes(heats: &[Heat]) -> u32 {
    let strokes = heats.iter().map(|heat| heat.strokes);
    strokes.sum()
}

fn longest_streak(heats: &[Heat]) -> u32 {
    let (_, longest) = heats.iter().fold((0u32, 0u32), |(streak, longest), heat| {
        let streak = if heat.won { streak + 1 } else { streak };
        (streak, longest.max(streak))
    });

    longest
}

/// The heat with the most strokes; of several such heats, the last one.
fn toughest(heats: &[Heat]) -> Option<&Heat> {
    heats.iter().max_by_key(|heat| heat.strokes)
}

fn main() {
    let heats = [
        Heat::new("Otters", 212, true),
        Heat::new("Herons", 240, true),
    ];
    println!("{} strokes", all_strokes(&heats));
    println!("{} wins in a row", longest_streak(&heats));
    println!("against {:?}", toughest(&heats).map(|heat| heat.against));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(won: &[bool]) -> Vec<Heat> {
        won.iter()
            .map(|won| Heat::new("Otters", 200, *won))
            .collect()
    }

    #[test]
    fn the_strokes_of_all_heats_count() {
        let heats = [
            Heat::new("Otters", 210, true),
            Heat::new("Herons", 198, false),
            Heat::new("Pikes", 1, true),
        ];
        assert_eq!(all_strokes(&heats), 409);
    }

    #[test]
    fn a_streak_ends_with_a_lost_heat() {
        assert_eq!(longest_streak(&results(&[true, true, false, true])), 2);
    }

    #[test]
    fn the_longest_streak_may_come_last() {
        assert_eq!(
            longest_streak(&results(&[true, false, true, true, true])),
            3
        );
    }

    #[test]
    fn without_a_win_there_is_no_streak() {
        assert_eq!(longest_streak(&results(&[false, false])), 0);
    }

    #[test]
    fn the_toughest_heat_has_the_most_strokes() {
        let heats = [
            Heat::new("Otters", 210, true),
            Heat::new("Herons", 244, false),
            Heat::new("Pikes", 230, true),
        ];
        assert_eq!(toughest(&heats).map(|heat| heat.against), Some("Herons"));
    }

    #[test]
    fn of_equally_tough_heats_the_last_counts() {
        let heats = [
            Heat::new("Otters", 230, true),
            Heat::new("Herons", 230, true),
            Heat::new("Pikes", 190, true),
        ];
        assert_eq!(toughest(&heats).map(|heat| heat.against), Some("Herons"));
    }

    #[test]
    fn a_cancelled_regatta_has_nothing_to_tell() {
        assert_eq!(all_strokes(&[]), 0);
        assert_eq!(longest_streak(&[]), 0);
        assert!(toughest(&[]).is_none());
    }
}
