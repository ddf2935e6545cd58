// A jam factory prints its labels with this program, from weights that come as text. If a
// weight cannot be read, the whole run has to end with that error, so that the printer's
// operator sees it. It must not end in a panic, which would look like a broken program.

use std::num::ParseIntError;

fn label(fruit: &str, grams: &str) -> Result<String, ParseIntError> {
    // TODO: This is one of the places where the program panics.
    let grams: u32 = grams.trim().parse().unwrap();
    Ok(format!("{fruit} jam, {grams} g"))
}

// TODO: A `?` can be used only where the function itself can hand on an error.
fn main() {
    println!("{}", label("Plum", "340")?);
    println!("{}", label("Quince", " 210")?);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_names_fruit_and_weight() {
        assert_eq!(label("Plum", "340"), Ok(String::from("Plum jam, 340 g")));
    }

    #[test]
    fn blanks_around_the_weight_do_not_matter() {
        assert_eq!(label("Fig", " 7 "), Ok(String::from("Fig jam, 7 g")));
    }

    #[test]
    fn a_weight_in_words_is_an_error() {
        assert!(label("Plum", "a lot").is_err());
        assert!(label("Plum", "340 g").is_err());
    }

    #[test]
    fn a_missing_weight_is_an_error() {
        assert!(label("Plum", "").is_err());
    }

    #[test]
    fn a_negative_weight_is_an_error() {
        assert!(label("Plum", "-340").is_err());
    }
}
