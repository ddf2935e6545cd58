// An observatory logs the night, one sighting a line: "22:15 meteor Ursa Major", "23:40
// planet Saturn", "01:20 cloud". Read the log, leave out lines that say anything else,
// and sum up what was seen, how often, and until when the sky was clear.
// This quiz mixes chapters 06 to 11: work from the compiler's messages to the tests.

use log::{Entry, Sighting};
use std::collections::HashMap;

mod log {
    #[derive(Debug, PartialEq)]
    pub enum Sighting {
        Cloud,
        Meteor(String),
        Planet(String),
    }

    // A public struct does not make its fields public: each of them is asked for.
    #[derive(Debug, PartialEq)]
    pub struct Entry {
        pub time: String,
        pub sighting: Sighting,
    }

    pub fn read(text: &str) -> Vec<Entry> {
        let mut entries = vec![];
        for line in text.lines() {
            let Some((time, seen)) = line.trim().split_once(' ') else {
                continue;
            };

            // Only the first blank parts kind and name, so that "Ursa Major" stays together.
            let sighting = match seen.split_once(' ') {
                Some(("meteor", name)) => Sighting::Meteor(name.to_string()),
                Some(("planet", name)) => Sighting::Planet(name.to_string()),
                None if seen == "cloud" => Sighting::Cloud,
                _ => continue,
            };
            entries.push(Entry {
                time: time.to_string(),
                sighting,
            });
        }
        entries
    }
}

fn label(sighting: &Sighting) -> String {
    // Without the `*` nothing is moved out: the names in the patterns are references. The
    // one that is returned has to be a text of its own.
    match sighting {
        Sighting::Cloud => String::from("cloud"),
        Sighting::Meteor(constellation) => format!("meteor in {constellation}"),
        Sighting::Planet(name) => name.clone(),
    }
}

fn tally(entries: &[Entry]) -> HashMap<String, u32> {
    let mut counts = HashMap::new();
    for entry in entries {
        *counts.entry(label(&entry.sighting)).or_insert(0) += 1;
    }
    counts.insert(String::from("all"), entries.len() as u32);
    counts
}

fn repeated(counts: &HashMap<String, u32>) -> Vec<String> {
    let mut labels = vec![];
    for (label, count) in counts {
        if *count > 1 {
            labels.push(label.clone());
        }
    }
    labels.sort();
    labels
}

fn clear_until(entries: &[Entry]) -> &str {
    for entry in entries {
        // `entry.sighting == Sighting::Cloud` is as good, since the enum has `PartialEq`.
        if matches!(entry.sighting, Sighting::Cloud) {
            return &entry.time;
        }
    }
    "dawn"
}

fn main() {
    let night = log::read("22:15 meteor Leo\n22:40 meteor Leo\n01:20 cloud");
    println!("More than once: {:?}", repeated(&tally(&night)));
    println!("Clear until {}", clear_until(&night));
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIGHT: &str = "21:50 planet Saturn
        22:15 meteor Ursa Major
        22:40 meteor Leo
        23:05 meteor Ursa Major
        23:40 planet Saturn
        01:20 cloud
        02:10 meteor Ursa Major
        02:30 cloud";

    #[test]
    fn an_empty_log_is_an_empty_night() {
        let night = log::read("");
        assert!(night.is_empty());
        assert!(tally(&night).is_empty());
    }

    #[test]
    fn each_kind_of_sighting_is_read() {
        let night = log::read("22:15 meteor Leo\n23:40 planet Mars\n01:20 cloud");
        let meteor = Sighting::Meteor(String::from("Leo"));
        let planet = Sighting::Planet(String::from("Mars"));
        assert_eq!(night.len(), 3);
        assert_eq!(night[0].time, "22:15");
        assert_eq!(night[0].sighting, meteor);
        assert_eq!(night[1].sighting, planet);
        assert_eq!(night[2].sighting, Sighting::Cloud);
    }

    #[test]
    fn a_name_may_have_several_words() {
        let night = log::read("22:15 meteor Canis Major");
        let meteor = Sighting::Meteor(String::from("Canis Major"));
        assert_eq!(night[0].sighting, meteor);
    }

    #[test]
    fn other_lines_are_left_out() {
        assert_eq!(log::read("closed\n\n22:15 owl heard\n23:00 meteor"), []);
        assert_eq!(log::read("22:15 clouds\n22:20 cloud over Leo"), []);
    }

    #[test]
    fn blanks_around_a_line_do_not_matter() {
        let night = log::read("  22:15 meteor Leo  ");
        assert_eq!(night, log::read("22:15 meteor Leo"));
        assert_eq!(night.len(), 1);
    }

    #[test]
    fn labels_tell_the_kinds_apart() {
        let planet = Sighting::Planet(String::from("Mars"));
        assert_eq!(label(&planet), "Mars");
        assert_eq!(label(&Sighting::Cloud), "cloud");
        assert_eq!(
            label(&Sighting::Meteor(String::from("Leo"))),
            "meteor in Leo"
        );
    }

    #[test]
    fn sightings_are_counted_by_label() {
        let counts = tally(&log::read(NIGHT));
        assert_eq!(counts.len(), 4);
        assert_eq!(counts["meteor in Ursa Major"], 3);
        assert_eq!(counts["meteor in Leo"], 1);
        assert_eq!(counts["Saturn"], 2);
        assert_eq!(counts["cloud"], 2);
    }

    #[test]
    fn repeated_labels_are_sorted() {
        let counts = tally(&log::read(NIGHT));
        assert_eq!(
            repeated(&counts),
            ["Saturn", "cloud", "meteor in Ursa Major"]
        );
    }

    #[test]
    fn what_was_seen_once_is_not_repeated() {
        let counts = HashMap::from([(String::from("Mars"), 1), (String::from("cloud"), 2)]);
        assert_eq!(repeated(&counts), ["cloud"]);
    }

    #[test]
    fn the_first_cloud_ends_the_clear_sky() {
        assert_eq!(clear_until(&log::read(NIGHT)), "01:20");
    }

    #[test]
    fn a_night_without_clouds_is_clear_until_dawn() {
        assert_eq!(clear_until(&log::read("22:15 meteor Leo")), "dawn");
        assert_eq!(clear_until(&[]), "dawn");
    }
}
