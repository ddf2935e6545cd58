// A shelf mark in a library begins with the letters of its subject and goes on with
// numbers: QA76.9 stands under QA. A point separates the shelf from the place on it.
// Some libraries use letters that are longer than one byte.

// The letters in front of the first digit; a mark without a digit is a subject as a whole.
fn subject(mark: &str) -> &str {
    // `char_indices` gives each char with the position of its first byte. Such a position
    // is always a boundary, so the slice cannot panic.
    for (position, letter) in mark.char_indices() {
        if letter.is_ascii_digit() {
            return &mark[..position];
        }
    }
    ""
}

// What stands after the first point; a mark without a point has no place on the shelf,
// which is shown by an empty text.
fn place(mark: &str) -> &str {
    // A `match` with the arms `Some((_, after))` and `None` does the same.
    let Some((_, after)) = mark.split_once('.') else {
        return "";
    };
    after
}

fn main() {
    for mark in ["QA76.9", "Z699", "ÄÖ12.30"] {
        println!("{mark}: {} / {}", subject(mark), place(mark));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_letters_are_a_subject() {
        assert_eq!(subject("QA76.9"), "QA");
    }

    #[test]
    fn one_letter_and_three_letters_are_subjects_too() {
        assert_eq!(subject("Z699"), "Z");
        assert_eq!(subject("KFC1.2"), "KFC");
    }

    #[test]
    fn letters_of_two_bytes_are_not_cut_in_half() {
        assert_eq!(subject("MÜ3"), "MÜ");
        assert_eq!(subject("ÄÖ12"), "ÄÖ");
    }

    #[test]
    fn without_a_digit_all_of_it_is_the_subject() {
        assert_eq!(subject("MAPS"), "MAPS");
        assert_eq!(subject("A"), "A");
        assert_eq!(subject(""), "");
    }

    #[test]
    fn a_mark_that_begins_with_a_digit_has_no_subject() {
        assert_eq!(subject("76"), "");
    }

    #[test]
    fn the_place_may_be_long() {
        assert_eq!(place("QA76.9"), "9");
        assert_eq!(place("QA76.125"), "125");
    }

    #[test]
    fn only_the_first_point_parts_the_mark() {
        assert_eq!(place("QA76.73.R8"), "73.R8");
    }

    #[test]
    fn without_a_point_there_is_no_place() {
        assert_eq!(place("Ä"), "");
        assert_eq!(place("Z699"), "");
    }
}
