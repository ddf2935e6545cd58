// A marching band prints its music with `sheets -vv --part tuba,horn --part drum --copies 3`. What
// happens when an option comes again is part of its description: it counts, it collects, it is the
// last that counts, or it is an error. Carry out these actions, for one value or for several, with
// a sign that parts values in one text, and with bounds for how many there are in all.

use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Action {
    /// One value; a second time is an error.
    Once,
    /// One value; a later one takes its place.
    Last,
    /// All values in their order.
    Append,
    /// No value, but how often the option is there.
    Count,
}

#[derive(Debug, Clone, Copy)]
struct Arg {
    id: &'static str,
    action: Action,
    /// For Append: what parts the values in one text.
    delimiter: Option<char>,
    /// For Append: how many values there may be in all. (The bounds of clap hold for each time
    /// that the option is there.)
    at_least: usize,
    at_most: usize,
}

impl Arg {
    const fn new(id: &'static str, action: Action) -> Arg {
        Arg {
            id,
            action,
            delimiter: None,
            at_least: 0,
            at_most: usize::MAX,
        }
    }
}

#[derive(Debug, PartialEq)]
enum Error {
    /// the argument '--copies' cannot be used multiple times
    Again(&'static str),
    /// The argument, how many values it has, and how many there have to be at least.
    TooFew(&'static str, usize, usize),
    /// The first value that is too much.
    TooMany(&'static str, String),
}

#[derive(Debug, Default)]
struct Matches {
    values: HashMap<&'static str, Vec<String>>,
    counts: HashMap<&'static str, u8>,
}

impl Matches {
    fn count(&self, id: &str) -> u8 {
        self.counts.get(id).copied().unwrap_or(0)
    }

    fn many(&self, id: &str) -> &[String] {
        self.values.get(id).map_or(&[], Vec::as_slice)
    }

    fn one(&self, id: &str) -> Option<&str> {
        self.many(id).first().map(String::as_str)
    }

    /// One appearance of an argument on the command line.
    fn react(&mut self, arg: &Arg, text: &str) -> Result<(), Error> {
        match arg.action {
            Action::Count => {
                let count = self.counts.entry(arg.id).or_default();
                *count = count.saturating_add(1);
            }

            Action::Once if self.values.contains_key(arg.id) => return Err(Error::Again(arg.id)),

            Action::Once | Action::Last => {
                self.values.insert(arg.id, vec![text.to_string()]);
            }

            Action::Append => {
                let values = self.values.entry(arg.id).or_default();
                values.clear();
                match arg.delimiter {
                    Some(delimiter) => values.extend(text.split(delimiter).map(String::from)),
                    None => values.push(text.to_string()),
                }
            }
        }
        Ok(())
    }

    /// How many there are is known only at the end. An argument that never came is not too short.
    fn check(&self, arg: &Arg) -> Result<(), Error> {
        let values = self.many(arg.id);
        if let Some(extra) = values.get(arg.at_most) {
            return Err(Error::TooMany(arg.id, extra.clone()));
        }
        if !values.is_empty() && values.len() < arg.at_least {
            return Err(Error::TooFew(arg.id, values.len(), arg.at_least));
        }
        Ok(())
    }
}

const VERBOSE: Arg = Arg::new("verbose", Action::Count);
const COPIES: Arg = Arg::new("copies", Action::Once);
const PAPER: Arg = Arg::new("paper", Action::Last);
const TITLES: Arg = Arg::new("titles", Action::Append);
const PART: Arg = Arg {
    delimiter: Some(','),
    at_least: 2,
    at_most: 4,
    ..Arg::new("part", Action::Append)
};

fn matches(given: &[(Arg, &str)]) -> Result<Matches, Error> {
    let mut matches = Matches::default();
    for (arg, text) in given {
        matches.react(arg, text)?;
    }
    for (arg, _) in given {
        matches.check(arg)?;
    }
    Ok(matches)
}

fn main() {
    let given = [
        (VERBOSE, ""),
        (PART, "tuba,horn"),
        (VERBOSE, ""),
        (COPIES, "3"),
        (PART, "drum"),
        (PAPER, "A5"),
        (TITLES, "Radetzky, the march"),
    ];
    match matches(&given) {
        Ok(found) => {
            println!(
                "verbose: {}, copies: {:?}",
                found.count("verbose"),
                found.one("copies")
            );
            println!(
                "paper: {:?}, parts: {:?}",
                found.one("paper"),
                found.many("part")
            );
            println!("titles: {:?}", found.many("titles"));
        }
        Err(error) => println!("{error:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(texts: &[&str]) -> Result<Vec<String>, Error> {
        let given: Vec<(Arg, &str)> = texts.iter().map(|text| (PART, *text)).collect();
        matches(&given).map(|found| found.many("part").to_vec())
    }

    fn ok(texts: &[&str]) -> Result<Vec<String>, Error> {
        Ok(texts.iter().map(|text| text.to_string()).collect())
    }

    #[test]
    fn what_is_not_there_counts_as_zero() {
        let found = matches(&[]).unwrap();
        assert_eq!(found.count("verbose"), 0);
        assert_eq!(found.one("copies"), None);
        assert!(found.many("part").is_empty());
    }

    #[test]
    fn every_time_counts() {
        assert_eq!(matches(&[(VERBOSE, "")]).unwrap().count("verbose"), 1);
        assert_eq!(matches(&[(VERBOSE, ""); 3]).unwrap().count("verbose"), 3);
    }

    #[test]
    fn the_count_stays_at_the_largest() {
        assert_eq!(
            matches(&[(VERBOSE, ""); 255]).unwrap().count("verbose"),
            255
        );
        assert_eq!(
            matches(&[(VERBOSE, ""); 300]).unwrap().count("verbose"),
            255
        );
    }

    #[test]
    fn a_second_time_may_be_an_error() {
        let found = matches(&[(COPIES, "3")]).unwrap();
        assert_eq!(found.one("copies"), Some("3"));
        let again = matches(&[(COPIES, "3"), (PAPER, "A4"), (COPIES, "3")]);
        assert_eq!(again.err(), Some(Error::Again("copies")));
    }

    #[test]
    fn the_last_one_wins() {
        let found = matches(&[(PAPER, "A4"), (PAPER, "A5"), (PAPER, "A3")]).unwrap();
        assert_eq!(found.one("paper"), Some("A3"));
        assert_eq!(found.many("paper").len(), 1);
    }

    #[test]
    fn all_values_are_kept_in_their_order() {
        assert_eq!(
            parts(&["tuba", "horn", "tuba"]),
            ok(&["tuba", "horn", "tuba"])
        );
    }

    #[test]
    fn a_text_may_hold_several_values() {
        assert_eq!(parts(&["tuba,horn", "drum"]), ok(&["tuba", "horn", "drum"]));
        assert_eq!(parts(&["tuba,,horn,"]), ok(&["tuba", "", "horn", ""]));
    }

    #[test]
    fn without_a_delimiter_a_comma_is_a_character() {
        let found = matches(&[(TITLES, "Oh, Susanna"), (TITLES, "")]).unwrap();
        assert_eq!(found.many("titles"), ["Oh, Susanna", ""]);
    }

    #[test]
    fn the_first_value_too_much_is_told() {
        assert_eq!(parts(&["a,b,c,d"]), ok(&["a", "b", "c", "d"]));
        let too_many = Err(Error::TooMany("part", String::from("e")));
        assert_eq!(parts(&["a,b,c", "d,e,f"]), too_many);
    }

    #[test]
    fn too_few_values_are_told_when_all_have_been_seen() {
        assert_eq!(parts(&["tuba"]), Err(Error::TooFew("part", 1, 2)));
        assert_eq!(parts(&["tuba", "horn"]), ok(&["tuba", "horn"]));
        assert_eq!(parts(&[]), ok(&[]));
    }

    #[test]
    fn an_argument_that_never_came_is_not_too_short() {
        assert_eq!(Matches::default().check(&PART), Ok(()));
    }
}
