// Other readers want other printers: a program wants one JSON object a line, and whoever asks how
// often wants a number a file. To the searcher all of them are sinks, so nothing changes but the
// sink. Finish two: `Json` writes every match at once, in ripgrep's own form; `Count` says nothing
// before the end.

use std::io::{self, Write};

/// A matching line with its line feed, its place in the file, and the matches in it.
struct SinkMatch<'a> {
    line_number: u64,
    offset: usize,
    line: &'a str,
    /// Each from its start to just before its end.
    submatches: &'a [(usize, usize)],
}

trait Sink {
    fn matched(&mut self, found: &SinkMatch) -> io::Result<()>;

    /// The file has been searched.
    fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Finds this word in the file and tells the sink.
fn search(word: &str, file: &str, sink: &mut impl Sink) -> io::Result<()> {
    let mut offset = 0;
    for (line_number, line) in (1..).zip(file.split_inclusive('\n')) {
        let ends = |(start, word): (usize, &str)| (start, start + word.len());
        let submatches: Vec<_> = line.match_indices(word).map(ends).collect();
        if !submatches.is_empty() {
            sink.matched(&SinkMatch {
                line_number,
                offset,
                line,
                submatches: &submatches,
            })?;
        }
        offset += line.len();
    }
    sink.finish()
}

/// The text as JSON writes it, with its quotes.
fn json_string(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '\n' => json.push_str("\\n"),
            '\t' => json.push_str("\\t"),
            '\r' => json.push_str("\\r"),
            '"' => json.extend(['\\', c]),
            // Four hexadecimal digits, filled up with zeros.
            '\0'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

/// One object for each matching line.
struct Json<'a, W> {
    path: &'a str,
    out: W,
}

impl<W: Write> Sink for Json<'_, W> {
    fn matched(&mut self, found: &SinkMatch) -> io::Result<()> {
        let submatch = |&(start, end): &(usize, usize)| {
            let text = json_string(&found.line[start..end]);
            format!(r#"{{"match":{{"text":{text}}},"start":{start},"end":{end}}}"#)
        };
        let submatches: Vec<String> = found.submatches.iter().map(submatch).collect();
        // In a raw string r#"…"# the quotes need no backslash; the braces still stand twice.
        writeln!(
            self.out,
            concat!(
                r#"{{"type":"match","data":{{"path":{{"text":{}}},"lines":{{"text":{}}},"#,
                r#""line_number":{},"absolute_offset":{},"submatches":[{}]}}}}"#
            ),
            json_string(self.path),
            json_string(found.line),
            found.line_number,
            found.offset,
            submatches.join(",")
        )
    }
}

/// One line for each file that has matching lines: how many.
struct Count<'a, W> {
    path: &'a str,
    out: W,
    lines: u64,
}

impl<W: Write> Sink for Count<'_, W> {
    fn matched(&mut self, _found: &SinkMatch) -> io::Result<()> {
        self.lines += 1;
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.lines == 0 {
            return Ok(());
        }
        writeln!(self.out, "{}:{}", self.path, self.lines)
    }
}

fn main() -> io::Result<()> {
    let (path, out) = ("menu.txt", io::stdout());
    let menu = "pea soup\n\"pea\" and carrots\nplum pie\n";
    search("pea", menu, &mut Json { path, out })?;
    let (out, lines) = (io::stdout(), 0);
    search("pea", menu, &mut Count { path, out, lines })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(path: &str, word: &str, file: &str) -> String {
        let mut sink = Json {
            path,
            out: Vec::new(),
        };
        search(word, file, &mut sink).unwrap();
        String::from_utf8(sink.out).unwrap()
    }

    fn count(word: &str, file: &str) -> String {
        let mut sink = Count {
            path: "menu.txt",
            out: Vec::new(),
            lines: 0,
        };
        search(word, file, &mut sink).unwrap();
        String::from_utf8(sink.out).unwrap()
    }

    #[test]
    fn plain_text_stands_between_quotes() {
        assert_eq!(json_string(""), r#""""#);
        assert_eq!(json_string("crème ~ brûlée"), r#""crème ~ brûlée""#);
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(json_string(r#"a "b" \c"#), r#""a \"b\" \\c""#);
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(json_string("\n\t\r"), r#""\n\t\r""#);
        assert_eq!(
            json_string("\0\u{1b}[m\u{1f}\u{20}"),
            r#""\u0000\u001b[m\u001f ""#
        );
    }

    #[test]
    fn a_match_is_one_object_in_one_line() {
        let expected = concat!(
            r#"{"type":"match","data":{"path":{"text":"menu.txt"},"#,
            r#""lines":{"text":"pea soup\n"},"line_number":2,"absolute_offset":8,"#,
            r#""submatches":[{"match":{"text":"pea"},"start":0,"end":3}]}}"#,
            "\n"
        );
        assert_eq!(json("menu.txt", "pea", "starter\npea soup\npie"), expected);
    }

    #[test]
    fn the_submatches_are_an_array() {
        let line = json("menu.txt", "o", "cocoa");
        let end = r#""submatches":[{"match":{"text":"o"},"start":1,"end":2},{"match":{"text":"o"},"start":3,"end":4}]}}"#;
        assert!(line.trim_end().ends_with(end), "{line}");
    }

    #[test]
    fn every_text_is_escaped() {
        let line = json(r"C:\menu", "\"", "\"a\"");
        assert!(line.contains(r#""path":{"text":"C:\\menu"}"#), "{line}");
        assert!(line.contains(r#""lines":{"text":"\"a\""}"#), "{line}");
        assert!(
            line.contains(r#"{"match":{"text":"\""},"start":2"#),
            "{line}"
        );
    }

    #[test]
    fn lines_are_counted_not_matches() {
        assert_eq!(count("pea", "pea pea\npie\npea"), "menu.txt:2\n");
        assert_eq!(count("pie", "pea pea\npie\npea"), "menu.txt:1\n");
    }

    #[test]
    fn a_file_without_a_match_is_not_mentioned() {
        assert_eq!(count("fig", "pea pea\npie\npea"), "");
        assert_eq!(json("menu.txt", "fig", "pea pea\npie\npea"), "");
    }
}
