// Riders of many cycling clubs have entered for a race, in the order in which their forms
// arrived. The speaker reads them out club by club: the clubs in the order of their
// names, the riders of a club in the order in which they entered.

use std::collections::HashMap;

fn by_club(entries: &[(&str, &str)]) -> HashMap<String, Vec<String>> {
    let mut clubs = HashMap::new();
    for (club, rider) in entries {
        // `or_default` puts in the value a type begins with: for a vector the empty one.
        // `or_insert(vec![])` says the same.
        let riders: &mut Vec<String> = clubs.entry(club.to_string()).or_default();
        riders.insert(0, rider.to_string());
    }
    clubs
}

fn start_list(clubs: &HashMap<String, Vec<String>>) -> Vec<String> {
    // The names are sorted, not the finished lines: in these a colon follows the name, and
    // "Velo:" would come after "Velo Ost:", because a colon is greater than a blank.
    let mut names = vec![];
    for club in clubs.keys() {
        names.push(club);
    }
    names.sort();

    // A `BTreeMap` in place of the `HashMap` keeps its keys sorted all the time. Where the
    // order is always wanted, that is the better choice.
    let mut lines = vec![];
    for club in names {
        lines.push(format!("{club}: {}", clubs[club].join(", ")));
    }
    lines
}

fn main() {
    let entries = [("Velo Ost", "Iris"), ("Rims", "Tom"), ("Velo Ost", "Ana")];
    let clubs = by_club(&entries);
    for line in start_list(&clubs) {
        println!("{line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_entries_nothing_is_read_out() {
        assert_eq!(start_list(&by_club(&[])), Vec::<String>::new());
    }

    #[test]
    fn a_single_rider_makes_a_club() {
        let clubs = by_club(&[("Velo Ost", "Iris")]);
        assert_eq!(clubs["Velo Ost"], ["Iris"]);
        assert_eq!(start_list(&clubs), ["Velo Ost: Iris"]);
    }

    #[test]
    fn riders_of_a_club_stand_in_the_order_of_entry() {
        let clubs = by_club(&[("Rims", "Tom"), ("Rims", "Iris"), ("Rims", "Ana")]);
        assert_eq!(start_list(&clubs), ["Rims: Tom, Iris, Ana"]);
    }

    #[test]
    fn entries_of_other_clubs_may_lie_between() {
        let clubs = by_club(&[("Spokes", "Tom"), ("Velo Ost", "Iris"), ("Spokes", "Ana")]);
        assert_eq!(clubs["Spokes"], ["Tom", "Ana"]);
        assert_eq!(clubs["Velo Ost"], ["Iris"]);
    }

    #[test]
    fn the_clubs_stand_in_the_order_of_their_names() {
        let names = ["Rims", "Alpine", "Velo", "Gears", "Tandem", "Comet", "Hub"];
        let mut entries = vec![];
        for club in names {
            entries.push((club, "Jo"));
            entries.push((club, "Mia"));
        }
        let mut expected = vec![];
        for club in ["Alpine", "Comet", "Gears", "Hub", "Rims", "Tandem", "Velo"] {
            expected.push(format!("{club}: Jo, Mia"));
        }
        assert_eq!(start_list(&by_club(&entries)), expected);
    }

    #[test]
    fn a_name_comes_before_a_longer_one_that_begins_with_it() {
        let clubs = by_club(&[("Velo Ost", "Tom"), ("Velo", "Iris"), ("Velo", "Ana")]);
        assert_eq!(start_list(&clubs), ["Velo: Iris, Ana", "Velo Ost: Tom"]);
    }
}
