// Whatever the pattern is, ripgrep asks it one question only: where in these bytes is the first
// match that begins at a certain place or later? The trait `Matcher` is that question. Answer it
// for a fixed text, and get the list of all matches from the answers, once and for all kinds of
// patterns. Files hold bytes, not always text: b"sea" is "sea" as bytes.

/// A part of a haystack, from `start` to just before `end`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Match {
    start: usize,
    end: usize,
}

trait Matcher {
    /// The first match that begins at `at` or later, counted from the front of the haystack.
    fn find_at(&self, haystack: &[u8], at: usize) -> Option<Match>;

    fn is_match(&self, haystack: &[u8]) -> bool {
        self.find_at(haystack, 0).is_some()
    }

    /// All matches from left to right. None of them begins inside another one.
    fn find_all(&self, haystack: &[u8]) -> Vec<Match> {
        let mut all = Vec::new();
        let mut at = 0;
        while at <= haystack.len()
            && let Some(found) = self.find_at(haystack, at)
        {
            all.push(found);
            // Behind the match. Behind an empty one that would be the same place once more, for
            // ever; so there it is one byte further.
            at = found.end;
        }
        all
    }
}

/// Matches exactly these bytes.
struct Literal(Vec<u8>);

impl Matcher for Literal {
    fn find_at(&self, haystack: &[u8], at: usize) -> Option<Match> {
        // There is no match behind `last`. If the text is longer than the haystack, there is none
        // at all: `checked_sub` gives None, and `?` returns it.
        let last = haystack.len().checked_sub(self.0.len())?;
        let start = (at..=last).find(|&start| haystack[start..].starts_with(&self.0))?;
        let end = start + self.0.len();
        Some(Match { start, end })
    }
}

fn main() {
    let line = b"she sells sea shells by the sea shore";
    let sea = Literal(b"sea".to_vec());
    println!("any sea: {}", sea.is_match(line));
    for found in sea.find_all(line) {
        println!("a sea from {} to {}", found.start, found.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn literal(text: &str) -> Literal {
        Literal(text.as_bytes().to_vec())
    }

    fn found(start: usize, end: usize) -> Match {
        Match { start, end }
    }

    /// Loses patience when it is asked too often.
    struct Impatient<M>(M, Cell<u32>);

    impl<M: Matcher> Matcher for Impatient<M> {
        fn find_at(&self, haystack: &[u8], at: usize) -> Option<Match> {
            self.1.set(self.1.get() + 1);
            assert!(self.1.get() < 50, "asked again and again");
            self.0.find_at(haystack, at)
        }
    }

    fn all(text: &str, haystack: &[u8]) -> Vec<Match> {
        Impatient(literal(text), Cell::new(0)).find_all(haystack)
    }

    /// Another kind of pattern: a run of digits.
    struct Number;

    impl Matcher for Number {
        fn find_at(&self, haystack: &[u8], at: usize) -> Option<Match> {
            let digit = |&i: &usize| haystack[i].is_ascii_digit();
            let start = (at..haystack.len()).find(digit)?;
            let end = (start..haystack.len()).find(|i| !digit(i));
            Some(found(start, end.unwrap_or(haystack.len())))
        }
    }

    #[test]
    fn the_first_match_is_found() {
        assert_eq!(
            literal("sea").find_at(b"a sea, a sea", 0),
            Some(found(2, 5))
        );
        assert_eq!(literal("lake").find_at(b"a sea, a sea", 0), None);
    }

    #[test]
    fn a_match_may_begin_at_the_position_itself() {
        assert_eq!(
            literal("sea").find_at(b"a sea, a sea", 2),
            Some(found(2, 5))
        );
    }

    #[test]
    fn positions_count_from_the_front_of_the_haystack() {
        assert_eq!(
            literal("sea").find_at(b"a sea, a sea", 3),
            Some(found(9, 12))
        );
        assert_eq!(literal("sea").find_at(b"a sea, a sea", 10), None);
    }

    #[test]
    fn a_text_longer_than_the_haystack_has_no_match() {
        assert!(!literal("seaside").is_match(b"sea"));
        assert!(literal("sea").is_match(b"sea"));
    }

    #[test]
    fn bytes_that_are_no_text_are_searched_too() {
        assert!(Literal(vec![0xff, 0]).is_match(&[7, 0xff, 0]));
    }

    #[test]
    fn all_matches_come_from_left_to_right() {
        assert_eq!(all("sea", b"seasea"), [found(0, 3), found(3, 6)]);
        assert_eq!(all("sea", b"shore"), []);
    }

    #[test]
    fn matches_do_not_overlap() {
        assert_eq!(all("anna", b"annanna"), [found(0, 4)]);
    }

    #[test]
    fn the_empty_text_is_everywhere_once() {
        assert_eq!(all("", b"ab"), [found(0, 0), found(1, 1), found(2, 2)]);
    }

    #[test]
    fn other_matchers_list_their_matches_the_same_way() {
        assert_eq!(Number.find_all(b"7 or 42"), [found(0, 1), found(5, 7)]);
    }
}
