// A page comes from the network in pieces, and the browser reads it character by character.
// What a character means depends on the state in which the tokenizer is when it comes.
// Two states are not right yet: a `<` that begins no tag is text, and a value in quotes
// may contain anything but its quote.

use std::mem;

#[derive(Debug, PartialEq)]
enum Token {
    Text(String),
    /// A start tag with its attributes: names and values.
    Start(String, Vec<(String, String)>),
    End(String),
}

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Data,
    /// Behind `<`.
    TagOpen,
    /// Behind `</`.
    EndTagOpen,
    TagName,
    BeforeName,
    Name,
    /// Behind `=`.
    BeforeValue,
    Value,
    QuotedValue(char),
    /// In something like `<!DOCTYPE html>`, which is skipped up to its `>`.
    Skipped,
}

#[derive(Default)]
struct Tokenizer {
    state: State,
    text: String,
    is_end_tag: bool,
    tag: String,
    attributes: Vec<(String, String)>,
    tokens: Vec<Token>,
}

impl Tokenizer {
    fn feed(&mut self, piece: &str) {
        for c in piece.chars() {
            self.state = self.step(c);
        }
    }

    /// One character, and the state behind it.
    fn step(&mut self, c: char) -> State {
        let parts_attributes = c.is_whitespace() || c == '/';
        match self.state {
            State::Data if c == '<' => State::TagOpen,
            State::Data => self.push_text(c),

            State::TagOpen if c.is_ascii_alphabetic() => self.begin_tag(c, false),
            State::TagOpen if c == '/' => State::EndTagOpen,
            State::TagOpen if c == '!' => State::Skipped,
            State::TagOpen => {
                self.text.push('<');
                // The character may be a `<` itself: it is looked at again, as data.
                self.state = State::Data;
                self.step(c)
            }

            State::EndTagOpen if c.is_ascii_alphabetic() => self.begin_tag(c, true),
            State::EndTagOpen | State::Skipped if c != '>' => State::Skipped,
            State::EndTagOpen | State::Skipped => State::Data,

            // Before the arms in which a `>` ends the tag: in quotes it does not.
            State::BeforeValue if c == '"' || c == '\'' => State::QuotedValue(c),
            State::QuotedValue(quote) if c == quote => State::BeforeName,
            State::QuotedValue(quote) => self.push_value(c, State::QuotedValue(quote)),

            _ if c == '>' => self.end_tag(),
            State::BeforeValue if c.is_whitespace() => State::BeforeValue,
            State::Value if c.is_whitespace() => State::BeforeName,
            State::BeforeValue | State::Value => self.push_value(c, State::Value),
            State::TagName | State::BeforeName | State::Name if parts_attributes => {
                State::BeforeName
            }
            State::TagName => {
                self.tag.push(c.to_ascii_lowercase());
                State::TagName
            }
            State::BeforeName => {
                let name = c.to_ascii_lowercase().to_string();
                self.attributes.push((name, String::new()));
                State::Name
            }
            State::Name if c == '=' => State::BeforeValue,
            State::Name => {
                if let Some((name, _)) = self.attributes.last_mut() {
                    name.push(c.to_ascii_lowercase());
                }
                State::Name
            }
        }
    }

    fn push_text(&mut self, c: char) -> State {
        self.text.push(c);
        State::Data
    }

    /// The character belongs to the value of the last attribute.
    fn push_value(&mut self, c: char, next: State) -> State {
        if let Some((_, value)) = self.attributes.last_mut() {
            value.push(c);
        }
        next
    }

    fn begin_tag(&mut self, c: char, is_end_tag: bool) -> State {
        self.is_end_tag = is_end_tag;
        self.tag = c.to_ascii_lowercase().to_string();
        State::TagName
    }

    fn end_tag(&mut self) -> State {
        self.end_text();
        let tag = mem::take(&mut self.tag);
        let attributes = mem::take(&mut self.attributes);
        self.tokens.push(if self.is_end_tag {
            Token::End(tag)
        } else {
            Token::Start(tag, attributes)
        });
        State::Data
    }

    fn end_text(&mut self) {
        if !self.text.is_empty() {
            self.tokens.push(Token::Text(mem::take(&mut self.text)));
        }
    }

    /// The page has ended, maybe in the middle of a tag.
    fn finish(mut self) -> Vec<Token> {
        self.end_text();
        self.tokens
    }
}

fn main() {
    let mut tokenizer = Tokenizer::default();
    tokenizer.feed("<!DOCTYPE html><p cla");
    tokenizer.feed("ss='a note'>1 < 2</p>");
    for token in tokenizer.finish() {
        println!("{token:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(page: &str) -> Vec<Token> {
        let mut tokenizer = Tokenizer::default();
        tokenizer.feed(page);
        tokenizer.finish()
    }

    fn start(tag: &str, attributes: &[(&str, &str)]) -> Token {
        let owned = |(name, value): &(&str, &str)| (name.to_string(), value.to_string());
        Token::Start(tag.to_string(), attributes.iter().map(owned).collect())
    }

    fn end(tag: &str) -> Token {
        Token::End(tag.to_string())
    }

    fn text(text: &str) -> Token {
        Token::Text(text.to_string())
    }

    #[test]
    fn tags_and_texts_come_in_their_order() {
        let page = "<p>You <em>may</em></p>.";
        let expected = [
            start("p", &[]),
            text("You "),
            start("em", &[]),
            text("may"),
            end("em"),
            end("p"),
            text("."),
        ];
        assert_eq!(tokens(page), expected);
    }

    #[test]
    fn quotes_hold_blanks_and_brackets_together() {
        let page = r#"<a title="1 > 0 / 2" href='my page'>"#;
        let expected = start("a", &[("title", "1 > 0 / 2"), ("href", "my page")]);
        assert_eq!(tokens(page), [expected]);
    }

    #[test]
    fn only_the_same_quote_ends_a_value() {
        let page = r#"<a title="it's" alt='"so"'>"#;
        assert_eq!(
            tokens(page),
            [start("a", &[("title", "it's"), ("alt", "\"so\"")])]
        );
    }

    #[test]
    fn a_value_may_be_empty_or_missing() {
        let page = "<input value=\"\" disabled>";
        assert_eq!(
            tokens(page),
            [start("input", &[("value", ""), ("disabled", "")])]
        );
    }

    #[test]
    fn a_value_needs_no_quotes() {
        let page = "<td colspan= 2 href=a/b?c=d>";
        let expected = start("td", &[("colspan", "2"), ("href", "a/b?c=d")]);
        assert_eq!(tokens(page), [expected]);
    }

    #[test]
    fn names_are_lowercase_and_values_stay_as_they_are() {
        let expected = [start("div", &[("id", "Top")]), end("div")];
        assert_eq!(tokens("<DIV ID=Top></DIV>"), expected);
    }

    #[test]
    fn a_slash_before_the_end_means_nothing() {
        let expected = [start("br", &[]), start("hr", &[("id", "")])];
        assert_eq!(tokens("<br/><hr id />"), expected);
    }

    #[test]
    fn a_lone_bracket_is_text() {
        assert_eq!(tokens("1 < 2, 3<4"), [text("1 < 2, 3<4")]);
    }

    #[test]
    fn behind_a_lone_bracket_a_tag_may_begin() {
        assert_eq!(tokens("1<<b>"), [text("1<"), start("b", &[])]);
    }

    #[test]
    fn declarations_and_broken_end_tags_are_skipped() {
        assert_eq!(tokens("<!DOCTYPE html>a</>b</3 c>d"), [text("abd")]);
    }

    #[test]
    fn an_unfinished_tag_is_lost() {
        assert_eq!(tokens("so<b class"), [text("so")]);
    }

    #[test]
    fn it_does_not_matter_where_the_pieces_are_cut() {
        let page = "<p id='a b'>1 < 2</p>";
        for cut in 0..page.len() {
            let mut tokenizer = Tokenizer::default();
            tokenizer.feed(&page[..cut]);
            tokenizer.feed(&page[cut..]);
            assert_eq!(tokenizer.finish(), tokens(page), "cut at {cut}");
        }
    }
}
