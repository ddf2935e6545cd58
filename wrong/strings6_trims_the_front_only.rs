// The entries of a phone book were typed by many hands. Before they are compared, they
// are brought into one form: towns without blanks around them, names in small letters
// with single blanks, numbers as digits only, with 00 for the plus sign of a country.

fn town(entry: &str) -> &str {
    // `trim` returns a part of the text it is given. Nothing is copied.
    entry.trim_start()
}

fn name(entry: &str) -> String {
    let mut name = String::new();
    // `split_whitespace` never yields an empty part, whatever blanks there are, so it
    // needs no `trim` before it.
    for part in entry.split_whitespace() {
        if !name.is_empty() {
            name.push(' ');
        }
        // Some small letters take more room than the capital: hence a new `String`.
        name.push_str(&part.to_lowercase());
    }
    name
}

fn number(entry: &str) -> String {
    // Each call returns a new `String`. A text, one char or several chars can be replaced.
    entry
        .replace("(0)", "")
        .replace('+', "00")
        .replace([' ', '/', '-'], "")
}

fn main() {
    println!("{} in {}", name("  DE  Boer "), town(" Den Haag\n"));
    println!("{}", number("+31 (0)20 / 555-0199"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_keeps_its_spelling() {
        assert_eq!(town("  Den Haag\n"), "Den Haag");
        assert_eq!(town("Ede"), "Ede");
    }

    #[test]
    fn names_are_in_small_letters() {
        assert_eq!(name("ÅSA Lindström"), "åsa lindström");
    }

    #[test]
    fn blanks_around_a_name_are_dropped() {
        assert_eq!(name("\tde boer  "), "de boer");
        assert_eq!(name("   "), "");
    }

    #[test]
    fn several_blanks_become_one() {
        assert_eq!(name("van   der \t Meer"), "van der meer");
    }

    #[test]
    fn decoration_is_removed_from_numbers() {
        assert_eq!(number(" 020 / 555-01 99 "), "0205550199");
    }

    #[test]
    fn a_plus_becomes_two_zeros() {
        assert_eq!(number("+49 30 1234"), "0049301234");
    }

    #[test]
    fn a_zero_in_parentheses_is_left_out() {
        assert_eq!(number("+31 (0)20 100"), "003120100");
        assert_eq!(number("+31(0)20 500 00"), "00312050000");
    }
}
