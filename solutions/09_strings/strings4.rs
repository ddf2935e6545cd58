// An engraver puts monograms on silver: the first letter of each part of a name, so that
// Ödön Üveges becomes ÖÜ. Each engraved letter costs 4 euros, whether it has dots on it
// or not.

fn monogram(name: &str) -> String {
    let mut letters = String::new();
    let mut at_start = true;

    // A `str` is stored as bytes in UTF-8, and `Ö` takes two of them. So there is no
    // `name[i]`: it could be half a letter. `chars` decodes the bytes while it goes.
    for letter in name.chars() {
        if letter == ' ' {
            at_start = true;
        } else if at_start {
            letters.push(letter);
            at_start = false;
        }
    }

    letters
}

fn price(text: &str) -> usize {
    // `len` would count bytes. Chars are what the engraver sees, for names like these;
    // a letter put together from several chars is beyond std.
    let mut engraved = 0;
    for letter in text.chars() {
        if letter != ' ' {
            engraved += 1;
        }
    }
    engraved * 4
}

fn main() {
    let name = "Ödön Üveges";
    let letters = monogram(name);
    println!("{letters}: {} euros", price(&letters));
    println!("{name}: {} euros", price(name));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_of_the_name_gives_a_letter() {
        assert_eq!(monogram("Maud Alice Finch"), "MAF");
    }

    #[test]
    fn letters_with_dots_and_other_scripts_stay_whole() {
        assert_eq!(monogram("Ödön Üveges"), "ÖÜ");
        assert_eq!(monogram("Анна Żak"), "АŻ");
    }

    #[test]
    fn blanks_are_never_engraved() {
        assert_eq!(monogram("  Li   Wei "), "LW");
        assert_eq!(monogram(""), "");
    }

    #[test]
    fn each_letter_has_the_same_price() {
        assert_eq!(price("MAF"), 12);
        assert_eq!(price("ÖÜ"), 8);
    }

    #[test]
    fn blanks_cost_nothing() {
        assert_eq!(price("Ödön Üveges"), 40);
        assert_eq!(price(" "), 0);
    }
}
