// The coffee machine of a joinery takes its orders on a command line: `brew -ds2 --milk=oat`. The
// shell hands over a list of texts and does not know what they mean. Cut the list into tokens:
// long options with or without a value, short ones that may be written together, and values.
// What each option is called for comes later; only which short ones have a value is known here.

#[derive(Debug, PartialEq)]
enum Token<'a> {
    /// `--milk` or `--milk=oat`
    Long(&'a str, Option<&'a str>),
    /// `-d`, or with a value in the same text `-s2`
    Short(char, Option<&'a str>),
    /// Anything else: the value of the option before it, or an argument without a name.
    Value(&'a str),
}

/// `text` is what follows the two dashes.
fn long(text: &str) -> Token<'_> {
    match text.split_once('=') {
        Some((name, value)) => Token::Long(name, Some(value)),
        None => Token::Long(text, None),
    }
}

/// `text` is what follows the one dash, `with_value` lists the flags that have a value.
fn cluster<'a>(text: &'a str, with_value: &str) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut chars = text.chars();

    while let Some(flag) = chars.next() {
        let rest = chars.as_str();
        if with_value.contains(flag) {
            let value = rest.strip_prefix('=').unwrap_or(rest);
            tokens.push(Token::Short(flag, Some(value)));
            break;
        }
        tokens.push(Token::Short(flag, None));
    }

    tokens
}

fn tokens<'a>(argv: &[&'a str], with_value: &str) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut texts = argv.iter();

    while let Some(text) = texts.next() {
        if *text == "--" {
            // The iterator is borrowed, so that the loop finds it empty afterwards.
            tokens.extend(texts.by_ref().map(|text| Token::Value(text)));
        } else if let Some(text) = text.strip_prefix("--") {
            tokens.push(long(text));
        } else if let Some(text) = text.strip_prefix('-')
            && !text.is_empty()
        {
            tokens.extend(cluster(text, with_value));
        } else {
            tokens.push(Token::Value(text));
        }
    }

    tokens
}

fn main() {
    let argv = ["-ds2", "--milk=oat", "--label", "Ida", "--", "-to-go-"];
    for token in tokens(&argv, "s") {
        println!("{token:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::Token::*;
    use super::*;

    #[test]
    fn words_are_values() {
        assert_eq!(
            tokens(&["brew", "a=b", ""], ""),
            [Value("brew"), Value("a=b"), Value("")]
        );
    }

    #[test]
    fn a_long_option_may_carry_its_value() {
        assert_eq!(tokens(&["--decaf"], ""), [Long("decaf", None)]);
        assert_eq!(tokens(&["--milk=oat"], ""), [Long("milk", Some("oat"))]);
    }

    #[test]
    fn only_the_first_equals_sign_divides() {
        assert_eq!(tokens(&["--label=a=b"], ""), [Long("label", Some("a=b"))]);
    }

    #[test]
    fn an_empty_value_is_a_value() {
        assert_eq!(tokens(&["--label="], ""), [Long("label", Some(""))]);
        assert_eq!(tokens(&["-l="], "l"), [Short('l', Some(""))]);
    }

    #[test]
    fn short_options_may_be_written_together() {
        assert_eq!(tokens(&["-dx"], ""), [Short('d', None), Short('x', None)]);
    }

    #[test]
    fn a_short_option_with_a_value_takes_the_rest() {
        let expected = [Short('d', None), Short('s', Some("2d"))];
        assert_eq!(tokens(&["-ds2d"], "s"), expected);
        assert_eq!(tokens(&["-ds=2d"], "s"), expected);
    }

    #[test]
    fn only_one_equals_sign_is_left_out() {
        assert_eq!(tokens(&["-s==2"], "s"), [Short('s', Some("=2"))]);
    }

    #[test]
    fn the_value_may_be_in_the_next_text() {
        assert_eq!(
            tokens(&["-ds", "2"], "s"),
            [Short('d', None), Short('s', None), Value("2")]
        );
    }

    #[test]
    fn a_flag_may_be_any_character() {
        assert_eq!(
            tokens(&["-ñé½"], "é"),
            [Short('ñ', None), Short('é', Some("½"))]
        );
    }

    #[test]
    fn a_dash_alone_is_a_value() {
        assert_eq!(tokens(&["-", "-d"], ""), [Value("-"), Short('d', None)]);
    }

    #[test]
    fn two_dashes_end_the_options() {
        assert_eq!(
            tokens(&["-d", "--", "-d", "--milk=oat"], ""),
            [Short('d', None), Value("-d"), Value("--milk=oat")]
        );
    }

    #[test]
    fn the_second_pair_of_dashes_is_a_value() {
        assert_eq!(tokens(&["--", "--", "-"], ""), [Value("--"), Value("-")]);
        assert_eq!(tokens(&["--"], ""), []);
    }
}
