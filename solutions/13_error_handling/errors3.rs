// A jam factory prints its labels with this program, from weights that come as text. If a
// weight cannot be read, the whole run has to end with that error, so that the printer's
// operator sees it. It must not end in a panic, which would look like a broken program.

use std::num::ParseIntError;

fn label(fruit: &str, grams: &str) -> Result<String, ParseIntError> {
    // `parse` gives exactly the kind of error that this function promises.
    let grams: u32 = grams.trim().parse()?;
    Ok(format!("{fruit} jam, {grams} g"))
}

// When `main` returns an `Err`, the program prints it and ends with an exit code that is
// not 0, so that a script which has called it notices the failure too.
fn main() -> Result<(), ParseIntError> {
    println!("{}", label("Plum", "340")?);
    println!("{}", label("Quince", " 210")?);
    // All went well, and there is nothing more to say: `()` is the empty value.
    Ok(())
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
