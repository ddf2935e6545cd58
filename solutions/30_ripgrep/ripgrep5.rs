// A printer is a sink that writes for people: path, line number, and the line with its matches in
// colour. Colour is text as well: "ESC [ digits m" switches it on, and the terminal does not show
// it. A program that reads the output wants none of it. Write the two places where everything
// plain and everything painted goes through, so that without colour exactly the same bytes come
// out, less the colours.

use std::io::{self, Write};

/// What a terminal takes as orders. Each begins with the order to forget the earlier ones.
const PATH: &str = "\x1b[0m\x1b[35m";
const NUMBER: &str = "\x1b[0m\x1b[32m";
const MATCH: &str = "\x1b[0m\x1b[1m\x1b[31m";
const RESET: &str = "\x1b[0m";

#[derive(Clone, Copy, PartialEq)]
struct Match {
    start: usize,
    end: usize,
}

trait Matcher {
    /// All matches from left to right.
    fn find_all(&self, line: &[u8]) -> Vec<Match>;
}

/// A matching line, without its line feed.
struct SinkMatch<'a> {
    line_number: u64,
    line: &'a [u8],
}

trait Sink {
    fn matched(&mut self, found: &SinkMatch) -> io::Result<bool>;
}

/// Prints what the searcher finds in one file.
struct Standard<'a, M, W> {
    matcher: &'a M,
    path: &'a str,
    out: W,
    colour: bool,
}

impl<M: Matcher, W: Write> Standard<'_, M, W> {
    /// Writes the text, painted in this colour if there is to be colour.
    fn paint(&mut self, colour: &str, text: &[u8]) -> io::Result<()> {
        // The line may hold any bytes, so they are written as they are; `{}` takes text only.
        if !self.colour || text.is_empty() {
            return self.out.write_all(text);
        }
        write!(self.out, "{colour}")?;
        self.out.write_all(text)?;
        write!(self.out, "{RESET}")
    }

    /// Writes the line with all its matches painted, and everything between them plain.
    fn highlight(&mut self, line: &[u8]) -> io::Result<()> {
        let mut plain_from = 0;
        for found in self.matcher.find_all(line) {
            self.out.write_all(&line[plain_from..found.start])?;
            self.paint(MATCH, &line[found.start..found.end])?;
            plain_from = found.end;
        }
        // Behind the last match; or, without any match, the whole line.
        self.out.write_all(&line[plain_from..])
    }
}

impl<M: Matcher, W: Write> Sink for Standard<'_, M, W> {
    fn matched(&mut self, found: &SinkMatch) -> io::Result<bool> {
        self.paint(PATH, self.path.as_bytes())?;
        write!(self.out, ":")?;
        self.paint(NUMBER, found.line_number.to_string().as_bytes())?;
        write!(self.out, ":")?;
        self.highlight(found.line)?;
        writeln!(self.out)?;
        Ok(true)
    }
}

/// Matches each run of this letter.
struct Runs(u8);

impl Matcher for Runs {
    fn find_all(&self, line: &[u8]) -> Vec<Match> {
        let mut all: Vec<Match> = Vec::new();
        for (at, _) in line.iter().enumerate().filter(|(_, b)| **b == self.0) {
            match all.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => all.push(Match {
                    start: at,
                    end: at + 1,
                }),
            }
        }
        all
    }
}

fn main() -> io::Result<()> {
    let mut printer = Standard {
        matcher: &Runs(b'o'),
        path: "zoo/birds.txt",
        out: io::stdout(),
        colour: false,
    };
    for (line_number, line) in [(3, "cockatoo"), (8, "hoopoe")] {
        let line = line.as_bytes();
        printer.matched(&SinkMatch { line_number, line })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(colour: bool, line: &[u8]) -> Vec<u8> {
        let mut printer = Standard {
            matcher: &Runs(b'o'),
            path: "birds.txt",
            out: Vec::new(),
            colour,
        };
        let found = SinkMatch {
            line_number: 12,
            line,
        };
        assert!(printer.matched(&found).unwrap());
        printer.out
    }

    fn plain(line: &str) -> String {
        String::from_utf8(printed(false, line.as_bytes())).unwrap()
    }

    /// With the orders spelled out.
    fn coloured(line: &str) -> String {
        let text = String::from_utf8(printed(true, line.as_bytes())).unwrap();
        text.replace(PATH, "<path>")
            .replace(NUMBER, "<number>")
            .replace(MATCH, "<match>")
            .replace(RESET, "</>")
    }

    /// The same behind the number.
    fn painted(line: &str) -> String {
        let whole = coloured(line);
        let start = "<path>birds.txt</>:<number>12</>:";
        whole.strip_prefix(start).unwrap_or(&whole).to_string()
    }

    #[test]
    fn without_colour_the_line_is_printed_as_it_is() {
        assert_eq!(plain("cockatoo"), "birds.txt:12:cockatoo\n");
        assert_eq!(plain("oo, a dodo!"), "birds.txt:12:oo, a dodo!\n");
    }

    #[test]
    fn path_and_number_have_colours_of_their_own() {
        assert_eq!(coloured(""), "<path>birds.txt</>:<number>12</>:\n");
    }

    #[test]
    fn a_match_is_painted_and_the_rest_is_plain() {
        assert_eq!(painted("parrot"), "parr<match>o</>t\n");
        assert_eq!(painted("hoopoe"), "h<match>oo</>p<match>o</>e\n");
    }

    #[test]
    fn matches_at_both_ends_leave_no_gap() {
        assert_eq!(painted("ovo"), "<match>o</>v<match>o</>\n");
    }

    #[test]
    fn a_line_without_a_match_is_plain() {
        // A sink may also be given lines around a match, or, inverted, all others.
        assert_eq!(painted("finch"), "finch\n");
    }

    #[test]
    fn an_empty_match_leaves_no_colour_behind() {
        struct Start;
        impl Matcher for Start {
            fn find_all(&self, _: &[u8]) -> Vec<Match> {
                vec![Match { start: 0, end: 0 }]
            }
        }
        let mut printer = Standard {
            matcher: &Start,
            path: "",
            out: Vec::new(),
            colour: true,
        };
        printer.highlight(b"finch").unwrap();
        assert_eq!(String::from_utf8(printer.out).unwrap(), "finch");
    }

    #[test]
    fn bytes_that_are_no_text_come_out_unchanged() {
        assert_eq!(printed(false, b"\xffoo\xfe"), b"birds.txt:12:\xffoo\xfe\n");
    }

    #[test]
    fn without_its_colours_the_painted_line_is_the_plain_one() {
        for line in ["", "o", "oo", "owl", "condor", "to and fro", "no owl"] {
            let mut text = coloured(line);
            for order in ["<path>", "<number>", "<match>", "</>"] {
                text = text.replace(order, "");
            }
            assert_eq!(text, plain(line));
        }
    }
}
