// The diary of a ship is one long text with a line for each entry: "4 May: fog, no wind".
// An excerpt holds the date and the note of an entry. It copies neither of them, but
// points at them in the diary; so it must not be around longer than the diary is.

#[derive(Debug, PartialEq)]
struct Excerpt<'a> {
    date: &'a str,
    note: &'a str,
}

impl<'a> Excerpt<'a> {
    fn from_line(line: &'a str) -> Option<Self> {
        // As with a Result, `?` ends the function early: without a colon with None.
        let (date, note) = line.split_once(": ")?;
        Some(Self { date, note })
    }

    fn mentions(&self, word: &str) -> bool {
        self.note.contains(word) || self.date.contains(word)
    }
}

fn excerpts(diary: &str) -> Vec<Excerpt<'_>> {
    let mut found = Vec::new();
    for line in diary.lines() {
        if let Some(excerpt) = Excerpt::from_line(line) {
            found.push(excerpt);
        }
    }
    found
}

fn main() {
    let diary = "4 May: fog, no wind\n(ink spilt)\n5 May: whale to port";
    for excerpt in excerpts(diary) {
        let star = if excerpt.mentions("whale") { "*" } else { " " };
        println!("{star} {} - {}", excerpt.date, excerpt.note);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_a_date_and_a_note() {
        let excerpt = Excerpt {
            date: "4 May",
            note: "fog, no wind",
        };
        assert_eq!(Excerpt::from_line("4 May: fog, no wind"), Some(excerpt));
    }

    #[test]
    fn a_note_may_contain_a_colon() {
        let excerpt = Excerpt {
            date: "9 May",
            note: "the mate said: land",
        };
        let line = "9 May: the mate said: land";
        assert_eq!(Excerpt::from_line(line), Some(excerpt));
    }

    #[test]
    fn a_line_without_a_date_is_no_entry() {
        assert_eq!(Excerpt::from_line("(ink spilt)"), None);
    }

    #[test]
    fn an_excerpt_needs_the_diary_and_nothing_else() {
        let diary = String::from("6 May: calm\n7 May: rain");
        let second = {
            let mut all = excerpts(&diary);
            all.pop()
        };
        let second = second.expect("two entries");
        assert_eq!((second.date, second.note), ("7 May", "rain"));
    }

    #[test]
    fn all_entries_are_found_in_their_order() {
        let all = excerpts("1 May: sun\nsmudge\n2 May: sun\n3 May: hail");
        assert_eq!(all.len(), 3);
        assert_eq!(all[0].date, "1 May");
        assert_eq!(all[2].note, "hail");
    }

    #[test]
    fn only_the_note_is_searched() {
        let excerpt = Excerpt {
            date: "8 May",
            note: "two seals",
        };
        assert!(excerpt.mentions("seal"));
        assert!(!excerpt.mentions("May"));
    }
}
