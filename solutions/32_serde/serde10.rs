// An exhibition's catalogue travels as JSON, and the whole way is now your own: a text becomes a
// tree of values, and the tree a text again. `serde10 FILE` writes what is in a file compactly,
// `serde10 --pretty FILE` with a line for each item; what is no JSON is refused, with its place.
// Nearly everything is there. Numbers, characters in two halves and the layout are left to you.

use std::{env, fs, process::ExitCode};

#[derive(Debug, PartialEq)]
enum Value {
    Null,
    Bool(bool),
    /// A whole number stays exact; any other number becomes the nearest f64.
    Whole(i128),
    Decimal(f64),
    Text(String),
    List(Vec<Value>),
    /// In the order of the text.
    Object(Vec<(String, Value)>),
}

mod read {
    use super::Value;

    type Result<T> = std::result::Result<T, String>;

    /// So deep may lists and objects lie in each other, as each level takes a piece of the stack.
    pub const MAX_DEPTH: usize = 127;

    pub fn from_str(text: &str) -> Result<Value> {
        let mut reader = Reader { text, rest: text };
        let value = reader.value(0)?;
        match reader.peek() {
            None => Ok(value),
            Some(_) => reader.error("expected the end"),
        }
    }

    struct Reader<'a> {
        text: &'a str,
        rest: &'a str,
    }

    impl Reader<'_> {
        fn error<T>(&self, what: &str) -> Result<T> {
            let before = &self.text[..self.text.len() - self.rest.len()];
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
            Err(format!("line {line}, column {column}: {what}"))
        }

        /// Skips blanks, and shows what comes then.
        fn peek(&mut self) -> Option<char> {
            self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n']);
            self.rest.chars().next()
        }

        /// Takes the next character if it is wanted.
        fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
            let next = self.rest.chars().next().filter(|&c| wanted(c))?;
            self.rest = &self.rest[next.len_utf8()..];
            Some(next)
        }

        /// Takes the word if it comes next.
        fn take_word(&mut self, word: &str) -> bool {
            let rest = self.rest.strip_prefix(word);
            self.rest = rest.unwrap_or(self.rest);
            rest.is_some()
        }

        fn expect(&mut self, word: &str) -> Result<()> {
            self.peek();
            match self.take_word(word) {
                true => Ok(()),
                false => self.error(&format!("expected `{word}`")),
            }
        }

        fn value(&mut self, depth: usize) -> Result<Value> {
            match self.peek() {
                Some('[' | '{') if depth == MAX_DEPTH => self.error("too many levels"),
                Some('[') => {
                    let mut items = Vec::new();
                    self.parts("[", "]", |reader| {
                        items.push(reader.value(depth + 1)?);
                        Ok(())
                    })?;
                    Ok(Value::List(items))
                }
                Some('{') => {
                    let mut entries = Vec::new();
                    self.parts("{", "}", |reader| reader.entry(&mut entries, depth + 1))?;
                    Ok(Value::Object(entries))
                }
                Some('"') => Ok(Value::Text(self.string()?)),
                Some('-' | '0'..='9') => self.number(),
                _ if self.take_word("null") => Ok(Value::Null),
                _ if self.take_word("true") => Ok(Value::Bool(true)),
                _ if self.take_word("false") => Ok(Value::Bool(false)),
                _ => self.error("expected a value"),
            }
        }

        /// Reads what is between two brackets, with commas between the parts.
        fn parts<P>(&mut self, open: &str, close: &str, mut part: P) -> Result<()>
        where
            P: FnMut(&mut Self) -> Result<()>,
        {
            self.expect(open)?;
            self.peek();
            if self.take_word(close) {
                return Ok(());
            }
            part(self)?;
            while self.peek() == Some(',') {
                self.expect(",")?;
                part(self)?;
            }
            self.expect(close)
        }

        /// When a name comes twice, the last value counts.
        fn entry(&mut self, entries: &mut Vec<(String, Value)>, depth: usize) -> Result<()> {
            let name = self.string()?;
            self.expect(":")?;
            let value = self.value(depth)?;
            match entries.iter_mut().find(|entry| entry.0 == name) {
                Some(entry) => entry.1 = value,
                None => entries.push((name, value)),
            }
            Ok(())
        }

        fn number(&mut self) -> Result<Value> {
            let start = self.rest;
            self.take_word("-");
            // A leading zero stands alone.
            if !self.take_word("0") {
                self.digits()?;
            }
            if self.take_word(".") {
                self.digits()?;
            }
            if self.take(|c| c == 'e' || c == 'E').is_some() {
                self.take(|c| c == '+' || c == '-');
                self.digits()?;
            }
            let text = &start[..start.len() - self.rest.len()];
            match text.parse() {
                // An i128 cannot be zero and negative, but an f64 can.
                Ok(whole) if text != "-0" => Ok(Value::Whole(whole)),
                _ => match text.parse::<f64>() {
                    Ok(decimal) if decimal.is_finite() => Ok(Value::Decimal(decimal)),
                    _ => self.error("number out of range"),
                },
            }
        }

        /// At least one.
        fn digits(&mut self) -> Result<()> {
            let rest = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.len() == self.rest.len() {
                return self.error("expected a digit");
            }
            self.rest = rest;
            Ok(())
        }

        fn string(&mut self) -> Result<String> {
            self.expect("\"")?;
            let mut text = String::new();
            loop {
                match self.take(|c| c >= ' ') {
                    Some('"') => return Ok(text),
                    Some('\\') => text.push(self.escape()?),
                    Some(c) => text.push(c),
                    None => return self.error("expected `\"`, and no control character"),
                }
            }
        }

        fn escape(&mut self) -> Result<char> {
            match self.take(|c| "\"\\/bfnrtu".contains(c)) {
                Some('b') => Ok('\u{8}'),
                Some('f') => Ok('\u{c}'),
                Some('n') => Ok('\n'),
                Some('r') => Ok('\r'),
                Some('t') => Ok('\t'),
                Some('u') => self.unicode(),
                Some(c) => Ok(c),
                None => self.error("unknown escape"),
            }
        }

        fn unicode(&mut self) -> Result<char> {
            // A character beyond 16 bits is written in two halves, as in UTF-16.
            let mut halves = vec![self.hex4()?];
            if (0xd800..0xdc00).contains(&halves[0]) && self.take_word("\\u") {
                halves.push(self.hex4()?);
            }
            match char::decode_utf16(halves).next() {
                Some(Ok(c)) => Ok(c),
                _ => self.error("half of a character"),
            }
        }

        fn hex4(&mut self) -> Result<u16> {
            let hex = self.rest.get(..4).unwrap_or_default();
            match u16::from_str_radix(hex, 16) {
                // To from_str_radix a sign would be welcome.
                Ok(unit) if !hex.starts_with('+') => {
                    self.rest = &self.rest[4..];
                    Ok(unit)
                }
                _ => self.error("expected four hexadecimal digits"),
            }
        }
    }
}

mod write {
    use super::Value;

    /// What layouts differ in. Everything else is the same for all.
    pub trait Layout {
        const COLON: &'static str;
        /// Goes before each part, and before the bracket that closes them.
        fn line(out: &mut String, depth: usize);
    }

    pub struct Compact;

    impl Layout for Compact {
        const COLON: &'static str = ":";
        fn line(_out: &mut String, _depth: usize) {}
    }

    pub struct Pretty;

    impl Layout for Pretty {
        const COLON: &'static str = ": ";
        fn line(out: &mut String, depth: usize) {
            out.push('\n');
            out.push_str(&"  ".repeat(depth));
        }
    }

    pub fn to_string<L: Layout>(value: &Value) -> String {
        let mut out = String::new();
        write::<L>(&mut out, value, 0);
        out
    }

    fn write<L: Layout>(out: &mut String, value: &Value, depth: usize) {
        match value {
            Value::Null => out.push_str("null"),
            Value::Bool(value) => out.push_str(&value.to_string()),
            Value::Whole(value) => out.push_str(&value.to_string()),
            // As many digits as it takes to read the same number again.
            Value::Decimal(value) => out.push_str(&format!("{value:?}")),
            Value::Text(text) => quote(out, text),
            Value::List(items) => parts::<L, _>(out, depth, ['[', ']'], items, |out, item| {
                write::<L>(out, item, depth + 1);
            }),
            Value::Object(entries) => {
                parts::<L, _>(out, depth, ['{', '}'], entries, |out, (name, value)| {
                    quote(out, name);
                    out.push_str(L::COLON);
                    write::<L>(out, value, depth + 1);
                })
            }
        }
    }

    fn parts<L: Layout, T>(
        out: &mut String,
        depth: usize,
        [open, close]: [char; 2],
        parts: &[T],
        write_part: impl Fn(&mut String, &T),
    ) {
        out.push(open);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            L::line(out, depth + 1);
            write_part(out, part);
        }
        if !parts.is_empty() {
            L::line(out, depth);
        }
        out.push(close);
    }

    fn quote(out: &mut String, text: &str) {
        out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\u{8}' => out.push_str("\\b"),
                '\u{c}' => out.push_str("\\f"),
                '\0'..' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
                _ => out.push(c),
            }
        }
        out.push('"');
    }
}

/// The file's value; an error names the file.
fn load(file: &str) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    read::from_str(&text).map_err(|error| format!("{file}: {error}"))
}

/// Reads the catalogue and writes it, and reads what was written, twice.
fn demonstrate() -> Result<String, String> {
    let catalogue = read::from_str(CATALOGUE)?;
    let compact = write::to_string::<write::Compact>(&catalogue);
    let pretty = write::to_string::<write::Pretty>(&read::from_str(&compact)?);
    let same = read::from_str(&pretty)? == catalogue;
    Ok(format!("{pretty}\n{compact}\nthe same again: {same}"))
}

const CATALOGUE: &str = r#"
{ "title": "Clocks \u0026 Bells", "from": [2026, 5, 1], "open": true, "guide": null,
  "rooms": [ { "name": "Tower", "works": [ { "title": "\ud83d\udd14", "height": 1.25e0 } ] },
             { "name": "Cellar", "works": [] } ] }"#;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        [] => demonstrate(),
        ["--pretty", file] => load(file).map(|value| write::to_string::<write::Pretty>(&value)),
        [file] => load(file).map(|value| write::to_string::<write::Compact>(&value)),
        _ => Err(String::from("usage: serde10 [--pretty] FILE")),
    };
    match result {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compact(text: &str) -> String {
        match read::from_str(text) {
            Ok(value) => write::to_string::<write::Compact>(&value),
            Err(error) => error,
        }
    }

    fn pretty(text: &str) -> String {
        let value = read::from_str(text).unwrap();
        write::to_string::<write::Pretty>(&value)
    }

    #[test]
    fn a_value_comes_back_without_the_blanks() {
        assert_eq!(compact(" [ ] "), "[]");
        assert_eq!(compact("{\r\n}"), "{}");
        let text = "{\"a\":[null,true,false],\"b\":{\"c\":[[1],[]]}}";
        assert_eq!(compact(&pretty(text)), text);
        assert_eq!(compact("[ 1 ,\t\"a b\" ]"), "[1,\"a b\"]");
    }

    #[test]
    fn whole_numbers_stay_exact() {
        for text in ["0", "-7", "10", "9007199254740993", "18446744073709551616"] {
            assert_eq!(compact(text), text);
        }
        assert_eq!(read::from_str("105"), Ok(Value::Whole(105)));
    }

    #[test]
    fn numbers_have_fractions_and_exponents() {
        assert_eq!(read::from_str("-0.25"), Ok(Value::Decimal(-0.25)));
        assert_eq!(read::from_str("2E3"), Ok(Value::Decimal(2000.0)));
        assert_eq!(read::from_str("[5e-1]"), read::from_str("[0.5]"));
        assert_eq!(compact("[1e+2,10.50]"), "[100.0,10.5]");
        assert_eq!(compact("0.1"), "0.1");
        assert_eq!(compact("-0"), "-0.0");
    }

    #[test]
    fn a_number_needs_digits_in_the_right_places() {
        assert_eq!(compact("-"), "line 1, column 2: expected a digit");
        assert_eq!(compact("1."), "line 1, column 3: expected a digit");
        assert_eq!(compact("[2.5e]"), "line 1, column 6: expected a digit");
        assert_eq!(compact("01"), "line 1, column 2: expected the end");
        assert_eq!(compact("1e999"), "line 1, column 6: number out of range");
        for text in [
            ".5", "+1", "-a", "1.e5", "1e+", "--1", "1.5.5", "0x10", "1e5e5",
        ] {
            assert!(read::from_str(text).is_err(), "{text}");
        }
    }

    #[test]
    fn escapes_become_characters() {
        let text = r#""\"\\\/\b\f\n\r\t\u0041\u00e9\uFB03\u20AC""#;
        let expected = "\"\\/\u{8}\u{c}\n\r\tAéﬃ€";
        assert_eq!(read::from_str(text), Ok(Value::Text(expected.into())));
        assert_eq!(compact(text), r#""\"\\/\b\f\n\r\tAéﬃ€""#);
        assert_eq!(compact(r#""\u001F \u007f""#), "\"\\u001f \u{7f}\"");
    }

    #[test]
    fn two_halves_become_one_character() {
        assert_eq!(compact(r#""\ud83d\uDD14!""#), "\"🔔!\"");
        assert_eq!(
            compact(r#""\ud800\udc00\udbff\udfff""#),
            "\"\u{10000}\u{10ffff}\""
        );
    }

    #[test]
    fn half_a_character_is_refused() {
        for text in [
            r"\ud83d",
            r"\udd14",
            r"\ud83d\n",
            r"\ud83d\u0041",
            r"\udd14\ud83d",
        ] {
            let error = compact(&format!("\"{text}\""));
            assert!(error.ends_with("half of a character"), "{text}: {error}");
        }
        assert!(compact(r#""\ud83d\ud83d\udd14""#).ends_with("half of a character"));
    }

    #[test]
    fn what_is_no_json_is_refused_with_its_place() {
        assert_eq!(compact(""), "line 1, column 1: expected a value");
        assert_eq!(compact("[1,\n  2,]"), "line 2, column 5: expected a value");
        assert_eq!(compact("[1 2]"), "line 1, column 4: expected `]`");
        assert_eq!(compact("{\"é\" 1}"), "line 1, column 6: expected `:`");
        assert_eq!(compact("{a:1}"), "line 1, column 2: expected `\"`");
        assert_eq!(compact("nul"), "line 1, column 1: expected a value");
        assert_eq!(compact("true\n\nx"), "line 3, column 1: expected the end");
        assert_eq!(compact("\"\\x\""), "line 1, column 3: unknown escape");
        for text in [
            "[",
            "{",
            "\"a",
            "\"\t\"",
            "{\"a\":}",
            "[,]",
            "\"\\u12g4\"",
            "\"\\u+123\"",
            "'a'",
        ] {
            assert!(read::from_str(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_name_that_comes_twice_has_its_last_value() {
        assert_eq!(compact(r#"{"a":1,"b":2,"a":[3]}"#), r#"{"a":[3],"b":2}"#);
    }

    #[test]
    fn there_is_a_limit_to_the_depth() {
        let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
        let deepest = nested(read::MAX_DEPTH);
        assert_eq!(compact(&deepest), deepest);
        assert_eq!(deepest.len(), 254);
        let error = compact(&nested(100_000));
        assert_eq!(error, "line 1, column 128: too many levels");
        let objects = "{\"a\":".repeat(200);
        assert!(compact(&objects).ends_with("too many levels"));
        // Side by side there may be as many as there is memory for.
        let many = format!("[{}]", vec!["[[]]"; 500].join(","));
        assert_eq!(compact(&many), many);
    }

    #[test]
    fn the_pretty_layout_has_a_line_for_each_part() {
        let expected =
            "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"d\": null\n}";
        assert_eq!(pretty(r#"{"a":[1,{"b":"c"}],"d":null}"#), expected);
        assert_eq!(pretty("[[],{}]"), "[\n  [],\n  {}\n]");
        assert_eq!(pretty("7"), "7");
    }

    #[test]
    fn a_file_is_read_and_its_errors_name_it() {
        let path = env::temp_dir().join(format!("serde10-{}.json", std::process::id()));
        let file = path.to_str().unwrap();
        fs::write(&path, "[\n1, 2").unwrap();
        let error = load(file);
        fs::write(&path, [b'"', 0xff, b'"']).unwrap();
        let no_text = load(file);
        fs::remove_file(&path).unwrap();
        assert_eq!(
            error,
            Err(format!("{file}: line 2, column 5: expected `]`"))
        );
        assert!(no_text.unwrap_err().starts_with(file));
        assert!(load(file).unwrap_err().starts_with(file));
    }

    #[test]
    fn the_demonstration_comes_out_the_same() {
        let shown = demonstrate().unwrap();
        let start = r#"{"title":"Clocks & Bells","from":[2026,5,1],"open":true,"guide":null,"#;
        assert!(shown.contains(start), "{shown}");
        assert!(shown.ends_with("\nthe same again: true"));
    }
}
