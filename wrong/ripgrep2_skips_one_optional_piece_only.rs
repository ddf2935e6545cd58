// A small regular expression: characters, `.`, classes such as [a-f], each perhaps with `*`, `+`
// or `?`, and `^` and `$` at the ends. ripgrep never tries one way and then goes back for another
// one. It keeps all places of the pattern where an attempt may stand, and moves all of them on
// with each character. So even a nasty pattern reads the text once. `Regex` holds everything but
// the moves.

#[derive(Debug, Clone, Copy, PartialEq)]
struct Match {
    start: usize,
    end: usize,
}

/// Which characters are taken: those in the ranges, or, if negated, all others.
struct Class {
    negated: bool,
    ranges: Vec<(char, char)>,
}

impl Class {
    fn holds(&self, c: char) -> bool {
        let inside = self.ranges.iter().any(|&(low, high)| low <= c && c <= high);
        inside != self.negated
    }
}

/// A class, how often: `x*` is optional and repeats, `x+` repeats, `x?` is optional.
struct Piece {
    class: Class,
    optional: bool,
    repeats: bool,
}

/// For each place before a piece, and the one behind the last piece, where the attempt that
/// stands there began.
type Places = Vec<Option<usize>>;

struct Regex {
    pieces: Vec<Piece>,
    from_start: bool,
    to_end: bool,
}

impl Regex {
    fn new(pattern: &str) -> Result<Self, String> {
        let from_start = pattern.starts_with('^');
        let mut left = pattern
            .strip_prefix('^')
            .unwrap_or(pattern)
            .chars()
            .peekable();
        let (mut pieces, mut to_end) = (Vec::new(), false);
        while let Some(c) = left.next() {
            let one = |c| (false, vec![(c, c)]);
            let (negated, ranges) = match c {
                '$' if left.peek().is_none() => {
                    to_end = true;
                    break;
                }
                '.' => (true, Vec::new()),
                '[' => class(&mut left).ok_or("a class without its end")?,
                '\\' => one(left.next().ok_or("a backslash before nothing")?),
                '*' | '+' | '?' | '(' | ')' | '|' | '{' | '^' | '$' => {
                    return Err(format!("not understood: {c}"));
                }
                _ => one(c),
            };
            let mark = left.next_if(|c| matches!(c, '*' | '+' | '?'));
            pieces.push(Piece {
                class: Class { negated, ranges },
                optional: matches!(mark, Some('*' | '?')),
                repeats: matches!(mark, Some('*' | '+')),
            });
        }
        Ok(Self {
            pieces,
            from_start,
            to_end,
        })
    }

    /// The first match that begins at `at` or later, and the longest one of those that begin there.
    fn find_at(&self, text: &[u8], mut at: usize) -> Option<Match> {
        let mut places: Places = vec![None; self.pieces.len() + 1];
        let mut found: Option<Match> = None;
        loop {
            if found.is_none() && (at == 0 || !self.from_start) {
                self.enter(&mut places, 0, at);
            }
            if let Some(start) = places[self.pieces.len()]
                && (at == text.len() || !self.to_end)
            {
                found = Some(Match { start, end: at });
                // Attempts that began later have lost.
                for place in &mut places {
                    *place = place.filter(|&began| began <= start);
                }
            }
            let done = found.is_some() && places.iter().all(Option::is_none);
            if at >= text.len() || done {
                return found;
            }
            (places, at) = match char_at(text, at) {
                Some(c) => (self.step(&places, c), at + c.len_utf8()),
                None => (vec![None; places.len()], at + 1),
            };
        }
    }

    /// An attempt that began at `start` comes to a place. One that began earlier is not driven out.
    fn enter(&self, places: &mut Places, place: usize, start: usize) {
        if places[place].is_some_and(|other| other <= start) {
            return;
        }
        places[place] = Some(start);

        // At the last place there is no piece: then `get` gives None.
        if self.pieces.get(place).is_some_and(|piece| piece.optional) {
            places[place + 1].get_or_insert(start);
        }
    }

    /// The places of all attempts after one more character.
    fn step(&self, places: &Places, c: char) -> Places {
        let mut next = vec![None; places.len()];
        for (place, piece) in self.pieces.iter().enumerate() {
            if let Some(start) = places[place]
                && piece.class.holds(c)
            {
                // It stands at both places from now on. Which of them leads to a match, the
                // characters to come will show.
                if piece.repeats {
                    self.enter(&mut next, place, start);
                }
                self.enter(&mut next, place + 1, start);
            }
        }
        next
    }
}

/// Reads a class behind its bracket. A `]` as its first character is one of its characters.
fn class(left: &mut impl Iterator<Item = char>) -> Option<(bool, Vec<(char, char)>)> {
    let mut body: Vec<char> = vec![left.next()?];
    let negated = body[0] == '^';
    if negated {
        body = vec![left.next()?];
    }
    loop {
        match left.next()? {
            ']' => break,
            c => body.push(c),
        }
    }
    let (mut ranges, mut body) = (Vec::new(), &body[..]);
    while let [low, after @ ..] = body {
        let (high, rest) = match after {
            ['-', high, rest @ ..] => (high, rest),
            _ => (low, after),
        };
        ranges.push((*low, *high));
        body = rest;
    }
    Some((negated, ranges))
}

/// The character that begins at `at`, if valid UTF-8 begins there. None is longer than four bytes.
fn char_at(text: &[u8], at: usize) -> Option<char> {
    let chunk = text[at..].chunks(4).next()?.utf8_chunks().next()?;
    chunk.valid().chars().next()
}

fn main() -> Result<(), String> {
    let line = b"colour #ff00c8, color #0a0";
    for pattern in ["colou?r", "#[0-9a-f]+", "^col.*,"] {
        println!("{pattern}: {:?}", Regex::new(pattern)?.find_at(line, 0));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text that is found.
    fn found<'a>(pattern: &str, text: &'a str) -> Option<&'a str> {
        let found = Regex::new(pattern).unwrap().find_at(text.as_bytes(), 0)?;
        Some(&text[found.start..found.end])
    }

    #[test]
    fn plain_characters_and_the_dot_take_one_each() {
        assert_eq!(found("l.n", "a line, a lone"), Some("lin"));
        assert_eq!(found("l.n", "a ln"), None);
        assert_eq!(found("", "line"), Some(""));
    }

    #[test]
    fn a_question_mark_makes_a_piece_optional() {
        assert_eq!(found("colou?r", "the color"), Some("color"));
        assert_eq!(found("colou?r", "the colour"), Some("colour"));
        assert_eq!(found("colou?r", "the colouur"), None);
    }

    #[test]
    fn a_plus_takes_one_or_more() {
        assert_eq!(found("zo+m", "zoooom"), Some("zoooom"));
        assert_eq!(found("zo+m", "zom"), Some("zom"));
        assert_eq!(found("zo+m", "zm"), None);
    }

    #[test]
    fn a_star_takes_none_or_more() {
        assert_eq!(found("zo*m", "zm"), Some("zm"));
        assert_eq!(found("zo*m", "zooom"), Some("zooom"));
        assert_eq!(found("zo*m", "zoa"), None);
        assert_eq!(found("a*", "baa"), Some(""));
    }

    #[test]
    fn several_optional_pieces_in_a_row_are_skipped_together() {
        assert_eq!(found("ab?c*d?e", "xaey"), Some("ae"));
        assert_eq!(found("ab?c*d?", "xa"), Some("a"));
    }

    #[test]
    fn the_match_is_the_leftmost_and_there_the_longest() {
        assert_eq!(found("<.*>", "a <b> <c> d"), Some("<b> <c>"));
        assert_eq!(found("a+b?", "xab aaab"), Some("ab"));
        assert_eq!(found(".*b", "abab!"), Some("abab"));
        assert_eq!(found("a.?.?c", "aacbc"), Some("aac"));
    }

    #[test]
    fn classes_hold_ranges_and_single_characters() {
        assert_eq!(found("[0-9a-f]+", "xyz c0de!"), Some("c0de"));
        assert_eq!(found("[^ ,]+", ", salt, pepper"), Some("salt"));
        assert_eq!(found("[]-]+", "a]-b"), Some("]-"));
        assert_eq!(found("[^]]", "]]x"), Some("x"));
    }

    #[test]
    fn anchors_hold_the_match_to_the_ends() {
        assert_eq!(found("^to", "not to"), None);
        assert_eq!(found("^no", "not to"), Some("no"));
        assert_eq!(found("t.$", "toto tu"), Some("tu"));
        assert_eq!(found("t.$", "tutor"), None);
        assert_eq!(found("^$", ""), Some(""));
    }

    #[test]
    fn a_backslash_takes_the_next_character_as_it_is() {
        assert_eq!(found("3\\.5\\$", "3x5$ 3.5$"), Some("3.5$"));
    }

    #[test]
    fn a_search_can_begin_further_on() {
        let regex = Regex::new("o.").unwrap();
        let second = Some(Match { start: 4, end: 6 });
        assert_eq!(regex.find_at(b"ofonof", 3), second);
        assert_eq!(regex.find_at(b"ofonof", 5), None);
        assert_eq!(Regex::new("^o").unwrap().find_at(b"oo", 1), None);
    }

    #[test]
    fn characters_of_several_bytes_are_one_character() {
        assert_eq!(found("m.t", "bon möt"), Some("möt"));
        assert_eq!(found("[à-ü]+", "Ehre, où"), Some("ù"));
    }

    #[test]
    fn bytes_that_are_no_text_match_nothing() {
        let regex = Regex::new("a.b").unwrap();
        let found = Some(Match { start: 3, end: 6 });
        assert_eq!(regex.find_at(b"a\xffba.b", 0), found);
        let found = Some(Match { start: 1, end: 4 });
        assert_eq!(regex.find_at(b"\xffaub", 0), found);
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for pattern in [
            "*a", "a|b", "(a)", "a{2}", "a^", "a$b", "[a", "[^", "a\\", "a**",
        ] {
            assert!(Regex::new(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn a_nasty_pattern_reads_the_text_once() {
        let (maybe, sure) = ("a?".repeat(40), "a".repeat(40));
        let text = sure.clone();
        assert_eq!(found(&(maybe + &sure), &text), Some(&text[..]));
    }
}
