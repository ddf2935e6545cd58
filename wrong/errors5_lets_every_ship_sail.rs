// A harbour adds up the weights on a ship's manifest, one lot a line: "coffee; 420". A line
// may be broken, its number may be none, or the ship is overloaded. The harbour master
// only wants to read what is wrong, so all kinds of errors come out of one function.

use std::error::Error;
use std::fmt;

#[derive(Debug)]
struct Overloaded {
    by: u32,
}

impl fmt::Display for Overloaded {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} kg too much", self.by)
    }
}

impl Error for Overloaded {}

#[derive(Debug)]
struct BrokenLine {
    line: String,
}

impl fmt::Display for BrokenLine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "no semicolon in: {}", self.line)
    }
}

// `Error` asks for `Debug` and `Display`. Its own methods are there already, so that an
// empty block is enough.
impl Error for BrokenLine {}

fn weigh(manifest: &str, limit: u32) -> Result<u32, Box<dyn Error>> {
    let mut total = 0;
    for line in manifest.lines() {
        // `?` converts an error on its way out with `From`, and the standard library has
        // `From` into `Box<dyn Error>` for every type that is an `Error`.
        let (_, weight) = line.split_once(';').ok_or(BrokenLine {
            line: line.to_string(),
        })?;
        total += weight.trim().parse::<u32>()?;
    }

    // Without `?` the box has to be made by hand. `Err(Overloaded { .. }.into())` is the
    // same conversion by another name.
    Ok(total)
}

fn main() {
    for manifest in ["coffee; 420\ntea; 85", "coffee, 420", "ore; 950"] {
        match weigh(manifest, 900) {
            Ok(total) => println!("{total} kg"),
            Err(error) => println!("Stop the ship: {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::ParseIntError;

    fn failure(manifest: &str, limit: u32) -> Box<dyn Error> {
        weigh(manifest, limit).unwrap_err()
    }

    #[test]
    fn the_weights_of_all_lots_are_added() {
        assert_eq!(weigh("coffee; 420\ntea;85\n", 900).unwrap(), 505);
    }

    #[test]
    fn a_ship_without_lots_weighs_nothing() {
        assert_eq!(weigh("", 0).unwrap(), 0);
    }

    #[test]
    fn a_broken_line_is_shown() {
        let error = failure("tea; 85\ncoffee, 420", 900);
        assert!(error.is::<BrokenLine>());
        assert_eq!(error.to_string(), "no semicolon in: coffee, 420");
    }

    #[test]
    fn a_weight_that_is_no_number_stays_the_error_it_was() {
        let error = failure("coffee; much", 900);
        assert!(error.is::<ParseIntError>());
    }

    #[test]
    fn the_first_of_several_errors_is_told() {
        assert!(failure("coffee; much\ntea", 900).is::<ParseIntError>());
        assert!(failure("tea\ncoffee; much", 900).is::<BrokenLine>());
    }

    #[test]
    fn a_ship_at_its_limit_may_sail() {
        assert_eq!(weigh("ore; 600\nore; 300", 900).unwrap(), 900);
    }

    #[test]
    fn an_overloaded_ship_may_not() {
        let error = failure("ore; 600\nore; 301", 900);
        assert!(error.is::<Overloaded>());
        assert_eq!(error.to_string(), "1 kg too much");
        assert_eq!(failure("ore; 950", 900).to_string(), "50 kg too much");
    }
}
