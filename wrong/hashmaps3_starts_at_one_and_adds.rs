// A bird watcher notes the hour and the bird for each sighting of a walk. At home two
// lists are made of it: how often each bird was seen, and at which hour for the first
// time. Both go through the walk once and fill a map on the way.

use std::collections::HashMap;

fn tally(walk: &[(u32, &str)]) -> HashMap<String, u32> {
    let mut seen = HashMap::new();
    for (_, bird) in walk {
        // `or_insert` puts a 0 in only where there is nothing yet. In both cases it gives
        // a `&mut` to the value in the map, and through `*` that value is raised.
        *seen.entry(bird.to_string()).or_insert(1) += 1;
    }
    seen
}

fn first_hours(walk: &[(u32, &str)]) -> HashMap<String, u32> {
    let mut hours = HashMap::new();
    for (hour, bird) in walk {
        // Here the `&mut` is not needed: what is in the map stays.
        hours.entry(bird.to_string()).or_insert(*hour);
    }
    hours
}

fn main() {
    let walk = [(6, "wren"), (6, "heron"), (7, "wren"), (9, "wren")];
    println!("Wrens: {}", tally(&walk)["wren"]);
    println!("The first one at {}", first_hours(&walk)["wren"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk() -> [(u32, &'static str); 5] {
        [
            (6, "wren"),
            (6, "heron"),
            (7, "wren"),
            (9, "redstart"),
            (9, "wren"),
        ]
    }

    #[test]
    fn a_walk_without_birds_leaves_both_lists_empty() {
        assert_eq!(tally(&[]), HashMap::new());
        assert_eq!(first_hours(&[]), HashMap::new());
    }

    #[test]
    fn a_bird_seen_once_counts_one() {
        let seen = tally(&walk());
        assert_eq!(seen["heron"], 1);
        assert_eq!(seen["redstart"], 1);
    }

    #[test]
    fn a_bird_seen_again_is_counted_on() {
        assert_eq!(tally(&walk())["wren"], 3);
    }

    #[test]
    fn two_of_a_kind_in_one_hour_are_two() {
        assert_eq!(tally(&[(8, "coot"), (8, "coot")])["coot"], 2);
    }

    #[test]
    fn every_kind_stands_in_both_lists_once() {
        assert_eq!(tally(&walk()).len(), 3);
        assert_eq!(first_hours(&walk()).len(), 3);
    }

    #[test]
    fn the_hour_of_a_single_sighting_is_the_first() {
        assert_eq!(first_hours(&walk())["redstart"], 9);
    }

    #[test]
    fn later_sightings_do_not_change_the_first_hour() {
        assert_eq!(first_hours(&walk())["wren"], 6);
    }

    #[test]
    fn past_midnight_the_first_sighting_is_still_the_first() {
        assert_eq!(first_hours(&[(23, "owl"), (1, "owl")])["owl"], 23);
    }
}
