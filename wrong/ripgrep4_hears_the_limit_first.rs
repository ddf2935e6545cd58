// ripgrep is split where the work changes hands: a Matcher knows the pattern, a Searcher knows
// lines, and a Sink knows what becomes of a matching line. The searcher drives; it pushes each
// match into the sink and goes on as long as the sink asks for more. Write the drive, and a sink
// that has enough after a while. Where the matches go in the end is none of the searcher's
// business.

use std::io;

trait Matcher {
    fn is_match(&self, line: &[u8]) -> bool;
}

/// A matching line, the first line being number 1.
struct SinkMatch<'a> {
    line_number: u64,
    /// How many bytes of the text lie before the line.
    offset: usize,
    /// The line without its line feed.
    line: &'a [u8],
}

trait Sink {
    /// Takes a match. `Ok(false)`: no more, please.
    fn matched(&mut self, found: &SinkMatch) -> io::Result<bool>;

    /// The search is over: so many lines were looked at. Not called after an error.
    fn finish(&mut self, _lines: u64) -> io::Result<()> {
        Ok(())
    }
}

struct Searcher {
    /// Report the lines that do not match.
    invert: bool,
}

impl Searcher {
    /// Shows all matching lines of the text to the sink.
    fn search(&self, matcher: &impl Matcher, text: &[u8], sink: &mut impl Sink) -> io::Result<()> {
        let mut line_number = 0;
        let mut offset = 0;
        // `split` would see one more, empty line behind the last line feed.
        for with_end in text.split_inclusive(|&byte| byte == b'\n') {
            line_number += 1;
            let line = with_end.strip_suffix(b"\n").unwrap_or(with_end);
            if matcher.is_match(line) != self.invert {
                // An error of the sink ends the search at once; a `false` ends it in good order.
                let more = sink.matched(&SinkMatch {
                    line_number,
                    offset,
                    line,
                })?;
                if !more {
                    break;
                }
            }
            offset += with_end.len();
        }
        sink.finish(line_number)
    }
}

/// Lets at least one match through to another sink, and `most` at most.
struct Limit<S> {
    inner: S,
    most: u32,
}

impl<S: Sink> Sink for Limit<S> {
    fn matched(&mut self, found: &SinkMatch) -> io::Result<bool> {
        // The inner sink is asked first: with `&&` the other way round it would miss the last one.
        self.most = self.most.saturating_sub(1);
        Ok(self.most > 0 && self.inner.matched(found)?)
    }

    fn finish(&mut self, lines: u64) -> io::Result<()> {
        self.inner.finish(lines)
    }
}

/// Collects the lines, each with its number and its first byte.
struct Lines(Vec<String>);

impl Sink for Lines {
    fn matched(&mut self, found: &SinkMatch) -> io::Result<bool> {
        let line = String::from_utf8_lossy(found.line);
        let (number, offset) = (found.line_number, found.offset);
        self.0.push(format!("{number} (byte {offset}): {line}"));
        Ok(true)
    }
}

/// Matches lines with this letter.
struct Letter(u8);

impl Matcher for Letter {
    fn is_match(&self, line: &[u8]) -> bool {
        line.contains(&self.0)
    }
}

fn main() -> io::Result<()> {
    let watch = b"00 sail\n04 lantern\n08 sail\n12 nothing\n16 sail\n";
    let inner = Lines(Vec::new());
    let mut two = Limit { inner, most: 2 };
    Searcher { invert: false }.search(&Letter(b's'), watch, &mut two)?;
    println!("{:#?}", two.inner.0);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Notes everything that happens to it; breaks or stops at a certain line.
    #[derive(Default)]
    struct Diary {
        notes: Vec<String>,
        stop_at: u64,
        break_at: u64,
    }

    impl Sink for Diary {
        fn matched(&mut self, found: &SinkMatch) -> io::Result<bool> {
            if found.line_number == self.break_at {
                return Err(io::Error::other("torn paper"));
            }
            let line = String::from_utf8_lossy(found.line);
            let note = format!("{}@{} {line}", found.line_number, found.offset);
            self.notes.push(note);
            Ok(found.line_number != self.stop_at)
        }

        fn finish(&mut self, lines: u64) -> io::Result<()> {
            self.notes.push(format!("end after {lines}"));
            Ok(())
        }
    }

    const WATCH: &str = "sail\nlantern\n\nsail\nreefs";

    fn search(invert: bool, text: &str, sink: &mut impl Sink) -> io::Result<()> {
        Searcher { invert }.search(&Letter(b's'), text.as_bytes(), sink)
    }

    fn notes(invert: bool, text: &str) -> Vec<String> {
        let mut diary = Diary::default();
        search(invert, text, &mut diary).unwrap();
        diary.notes
    }

    #[test]
    fn matching_lines_come_with_number_and_offset() {
        let expected = ["1@0 sail", "4@14 sail", "5@19 reefs", "end after 5"];
        assert_eq!(notes(false, WATCH), expected);
    }

    #[test]
    fn inverted_the_other_lines_come() {
        assert_eq!(notes(true, WATCH), ["2@5 lantern", "3@13 ", "end after 5"]);
    }

    #[test]
    fn behind_the_last_line_feed_there_is_no_line() {
        assert_eq!(notes(true, "sail\nfog\n"), ["2@5 fog", "end after 2"]);
        assert_eq!(notes(true, ""), ["end after 0"]);
        assert_eq!(notes(true, "\n"), ["1@0 ", "end after 1"]);
    }

    #[test]
    fn a_sink_that_has_enough_ends_the_search() {
        let mut diary = Diary {
            stop_at: 4,
            ..Diary::default()
        };
        search(false, WATCH, &mut diary).unwrap();
        assert_eq!(diary.notes, ["1@0 sail", "4@14 sail", "end after 4"]);
    }

    #[test]
    fn an_error_of_the_sink_ends_the_search_without_a_finish() {
        let mut diary = Diary {
            break_at: 4,
            ..Diary::default()
        };
        let error = search(false, WATCH, &mut diary).unwrap_err();
        assert_eq!(error.to_string(), "torn paper");
        assert_eq!(diary.notes, ["1@0 sail"]);
    }

    #[test]
    fn the_same_search_fills_another_sink() {
        let mut lines = Lines(Vec::new());
        search(true, WATCH, &mut lines).unwrap();
        assert_eq!(lines.0, ["2 (byte 5): lantern", "3 (byte 13): "]);
    }

    fn limited(most: u32, inner: Diary) -> Vec<String> {
        let mut limit = Limit { inner, most };
        search(false, WATCH, &mut limit).unwrap();
        limit.inner.notes
    }

    #[test]
    fn a_limit_stops_after_the_last_match_it_lets_through() {
        let two = ["1@0 sail", "4@14 sail", "end after 4"];
        assert_eq!(limited(2, Diary::default()), two);
        assert_eq!(limited(1, Diary::default()), ["1@0 sail", "end after 1"]);
        assert_eq!(limited(3, Diary::default()).len(), 4);
        assert_eq!(limited(9, Diary::default()).len(), 4);
    }

    #[test]
    fn a_limit_hands_on_that_the_inner_sink_has_enough() {
        let inner = Diary {
            stop_at: 1,
            ..Diary::default()
        };
        assert_eq!(limited(3, inner), ["1@0 sail", "end after 1"]);
    }
}
