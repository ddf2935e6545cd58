// A signpost has room for a number of letters. If the name of the trail fits, it is
// painted in full; if not, its last word has to do; and if that is too long as well, the
// mark of the trail is painted, "T4" or the like. No text is copied for that.

/// One reference goes in, so it is clear what the result borrows from.
fn last_word(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((_, last)) => last,
        None => name,
    }
}

/// A mark always fits.
fn sign<'a>(name: &'a str, mark: &'a str, room: usize) -> &'a str {
    let last = last_word(name);
    if name.chars().count() <= room {
        name
    } else if last.len() <= room {
        last
    } else {
        mark
    }
}

fn main() {
    println!("{}", sign("Upper Meadows Trail", "T4", 20));
    println!("{}", sign("Upper Meadows Trail", "T4", 10));
    println!("{}", sign("Upper Meadows Trail", "T4", 3));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_fits_is_painted_in_full() {
        assert_eq!(sign("Old Road", "R1", 12), "Old Road");
    }

    #[test]
    fn a_name_may_fill_the_sign() {
        assert_eq!(sign("Old Road", "R1", 8), "Old Road");
    }

    #[test]
    fn of_a_longer_name_the_last_word_is_taken() {
        assert_eq!(sign("Old Ridge Road", "R2", 8), "Road");
        assert_eq!(sign("Old Ridge Road", "R2", 4), "Road");
    }

    #[test]
    fn if_nothing_fits_the_mark_is_painted() {
        assert_eq!(sign("Old Ridge Road", "R2", 3), "R2");
        assert_eq!(sign("Serpentine", "S", 9), "S");
    }

    #[test]
    fn an_umlaut_is_one_letter() {
        assert_eq!(sign("Höhenweg Süd", "H3", 12), "Höhenweg Süd");
        assert_eq!(sign("Alter Höhenweg", "H3", 8), "Höhenweg");
    }
}
