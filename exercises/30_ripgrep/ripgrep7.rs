// A glob describes paths: `?` is one character, `*` any run of them, [a-c] one of a class, and
// none of these crosses a `/`. Only `**` does, and only as a whole part of the path: `**/` in
// front of something stands for any number of directories, even none, and `/**` at the end for
// everything below. Teach the parser the two, and the matcher what the stars take.

/// Ranges of characters, from the first to the last of each.
type Ranges = Vec<(char, char)>;

enum Token {
    OneOf(Ranges),
    /// But not a `/` either. So `?` is one of none.
    NoneOf(Ranges),
    /// `*`
    Star,
    /// `**/`
    Directories,
    /// `**` at the end
    Everything,
}

struct Glob(Vec<Token>);

impl Glob {
    fn new(glob: &str) -> Result<Self, String> {
        let mut tokens = Vec::new();
        let (mut left, mut part_begins) = (glob, true);
        while let Some(c) = left.chars().next() {
            let rest = &left[c.len_utf8()..];
            // TODO: `**/` and, as the last thing, `**`, where a part of the path begins.
            let (token, rest) = match c {
                '*' => (Token::Star, rest),
                '[' => class(rest).ok_or(format!("a class without its end in {glob}"))?,
                '\\' => one(rest).ok_or(format!("a backslash before nothing in {glob}"))?,
                '?' => (Token::NoneOf(Vec::new()), rest),
                _ => one(left).ok_or("the end")?,
            };
            part_begins = left[..left.len() - rest.len()].ends_with('/');
            tokens.push(token);
            left = rest;
        }
        Ok(Self(tokens))
    }

    fn matches(&self, path: &str) -> bool {
        matches(&self.0, path)
    }
}

/// The first character of the text, and what follows it.
fn one(text: &str) -> Option<(Token, &str)> {
    let c = text.chars().next()?;
    Some((Token::OneOf(vec![(c, c)]), &text[c.len_utf8()..]))
}

/// The class behind a `[`, and what follows it. A `]` as its first character belongs to it.
fn class(text: &str) -> Option<(Token, &str)> {
    let body = text.strip_prefix(['!', '^']).unwrap_or(text);
    let negated = body.len() < text.len();
    let end = 1 + body.char_indices().skip(1).find(|&(_, c)| c == ']')?.0;
    let mut chars: &[char] = &body[..end - 1].chars().collect::<Vec<_>>();
    let mut ranges = Ranges::new();
    while let [low, after @ ..] = chars {
        let (high, rest) = match after {
            ['-', high, rest @ ..] => (high, rest),
            _ => (low, after),
        };
        ranges.push((*low, *high));
        chars = rest;
    }
    let kind = if negated { Token::NoneOf } else { Token::OneOf };
    Some((kind(ranges), &body[end..]))
}

fn inside(ranges: &Ranges, c: char) -> bool {
    ranges.iter().any(|&(first, last)| first <= c && c <= last)
}

/// Whether the tokens take the whole path.
fn matches(tokens: &[Token], path: &str) -> bool {
    let Some((token, rest)) = tokens.split_first() else {
        return path.is_empty();
    };

    let mut chars = path.chars();
    let (first, behind) = (chars.next(), chars.as_str());
    match token {
        Token::OneOf(ranges) => first.is_some_and(|c| inside(ranges, c)) && matches(rest, behind),
        Token::NoneOf(ranges) => {
            first.is_some_and(|c| c != '/' && !inside(ranges, c)) && matches(rest, behind)
        }
        // TODO: The star may take more than nothing: then it takes one character now, and
        // `tokens`, the star itself being the first of them, have to take the remaining ones.
        Token::Star => matches(rest, path),
        // TODO: Go on as with the star, but with directories, each with its `/`.
        Token::Directories => matches(rest, path),
        // TODO: Everything, but not nothing.
        Token::Everything => first.is_none(),
    }
}

fn main() -> Result<(), String> {
    let glob = Glob::new("recipes/**/*.txt")?;
    for path in ["recipes/tea.txt", "recipes/cakes/plum/top.txt", "tea.txt"] {
        println!("{path}: {}", glob.matches(path));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the glob against paths that match and paths that do not.
    fn check(glob: &str, yes: &[&str], no: &[&str]) {
        let parsed = Glob::new(glob).unwrap();
        for path in yes {
            assert!(parsed.matches(path), "{glob} should match {path:?}");
        }
        for path in no {
            assert!(!parsed.matches(path), "{glob} should not match {path:?}");
        }
    }

    #[test]
    fn a_plain_glob_matches_its_own_path_only() {
        let others = ["", "tea", "tea.txt.old", "a/tea.txt", "teaxtxt"];
        check("tea.txt", &["tea.txt"], &others);
        check(
            "cakes/plum",
            &["cakes/plum"],
            &["cakes", "plum", "cakes/plum/"],
        );
    }

    #[test]
    fn a_question_mark_is_one_character_of_any_length_in_bytes() {
        check("t?a", &["tea", "töa"], &["ta", "teea", "t/a"]);
    }

    #[test]
    fn a_star_takes_any_run_within_one_name() {
        check(
            "*.txt",
            &["tea.txt", ".txt", "é.a.txt"],
            &["a/b.txt", "txt", "tea.txt2"],
        );
        check("t*a*", &["tea", "ta", "tomato"], &["t", "at", "t/a", "ta/"]);
        check(
            "cakes/*",
            &["cakes/plum", "cakes/"],
            &["cakes", "cakes/plum/top"],
        );
    }

    #[test]
    fn two_stars_and_a_slash_are_any_number_of_directories() {
        check(
            "**/tea",
            &["tea", "a/tea", "a/b/tea"],
            &["greentea", "a/greentea", "tea/a"],
        );
        check(
            "a/**/b",
            &["a/b", "a/x/b", "a/x/y/b"],
            &["ab", "a/xb", "x/a/b", "a/b/x"],
        );
        check("**/a/**/b", &["a/b", "x/a/y/b"], &["a/x"]);
    }

    #[test]
    fn two_stars_at_the_end_are_everything_below() {
        check("a/**", &["a/b", "a/b/c"], &["a", "a/", "b/a/c"]);
        check("**", &["a", "a/b"], &[""]);
    }

    #[test]
    fn elsewhere_two_stars_are_as_good_as_one() {
        check("a**", &["a", "ab"], &["a/b", "b"]);
        check("a**/b", &["ac/b", "a/b"], &["a/c/b", "ab"]);
        check("**b", &["b", "ab"], &["a/b"]);
    }

    #[test]
    fn classes_hold_ranges_and_single_characters() {
        check(
            "[a-cx]1",
            &["a1", "c1", "x1"],
            &["d1", "w1", "y1", "1", "-1"],
        );
        check("[!a-c]1", &["d1", "é1"], &["a1", "c1", "/1", "1"]);
        check("[^a]", &["b", "^"], &["a"]);
        check("[]é]", &["]", "é"], &["[", "a"]);
        check("[!]]x", &["ax"], &["]x"]);
        check("[a-]", &["a", "-"], &["b"]);
    }

    #[test]
    fn a_backslash_takes_the_next_character_as_it_is() {
        check("\\*\\?", &["*?"], &["ab", "\\*\\?"]);
        check("\\é[a]", &["éa"], &["é[a]"]);
    }

    #[test]
    fn what_has_no_end_is_an_error() {
        for glob in ["[a", "[", "[]", "[!", "a\\"] {
            assert!(Glob::new(glob).is_err(), "{glob}");
        }
    }
}
