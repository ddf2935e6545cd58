// A baker's kneading machine prints its own manual for `dough --help`. Everything in it is known
// from the description of the arguments: the usage line, the names in one column, the texts in
// another, broken into lines that fit the terminal. Render it as people expect it: options
// without a short name are indented as if they had one, and the texts of a section are in line.

#[derive(Debug, Clone, Copy)]
struct Arg {
    short: Option<char>,
    /// None for an argument that is known by its place.
    long: Option<&'static str>,
    /// None for a flag.
    value_name: Option<&'static str>,
    required: bool,
    help: &'static str,
}

impl Arg {
    /// `<FLOUR>` if it has to be there, `[LIQUID]` if not; the value of an option has to be.
    fn value(&self) -> String {
        match self.value_name {
            Some(name) if self.required || self.long.is_some() => format!("<{name}>"),
            Some(name) => format!("[{name}]"),
            None => String::new(),
        }
    }

    /// What stands in the left column: `-r, --rest <MINUTES>`
    fn left(&self) -> String {
        let Some(long) = self.long else {
            return self.value();
        };

        let short = match self.short {
            Some(short) => format!("-{short}, "),
            None => " ".repeat(4),
        };
        format!("{short}--{long} {}", self.value())
            .trim_end()
            .to_string()
    }
}

/// Lines of at most `width` characters, broken between words. A word that is longer than that gets
/// a line of its own and sticks out.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + length <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// A heading and the arguments below it; nothing if there are none.
fn section(heading: &str, args: &[&Arg], width: usize) -> String {
    let lefts = args.iter().map(|arg| arg.left().chars().count());
    let Some(widest) = lefts.max() else {
        return String::new();
    };
    let column = 2 + widest + 2;
    let mut text = format!("\n{heading}:\n");
    for arg in args {
        let lines = wrap(arg.help, width.saturating_sub(column));
        let mut left = arg.left();

        for line in lines {
            let filled = column - 2;
            text.push_str(&format!("  {left:filled$}{line}\n"));
        }
    }
    text
}

/// `Usage: dough [OPTIONS] <FLOUR> [LIQUID]`: what is required and has a name is shown, all other
/// options are summed up.
fn usage(name: &str, args: &[Arg]) -> String {
    let mut parts = vec![format!("Usage: {name}")];
    let (options, places): (Vec<&Arg>, Vec<&Arg>) = args.iter().partition(|arg| arg.long.is_some());
    if options.iter().any(|arg| !arg.required) {
        parts.push(String::from("[OPTIONS]"));
    }
    for option in options.iter().filter(|arg| arg.required) {
        let long = option.long.unwrap_or_default();
        parts.push(format!("--{long} {}", option.value()));
    }
    parts.extend(places.iter().map(|arg| arg.value()));
    parts.join(" ")
}

fn help(name: &str, about: &str, args: &[Arg], width: usize) -> String {
    let (options, places): (Vec<&Arg>, Vec<&Arg>) = args.iter().partition(|arg| arg.long.is_some());
    let arguments = section("Arguments", &places, width);
    let options = section("Options", &options, width);
    format!("{about}\n\n{}\n{arguments}{options}", usage(name, args))
}

type Text = &'static str;

const fn place(name: Text, required: bool, help: Text) -> Arg {
    Arg {
        short: None,
        long: None,
        value_name: Some(name),
        required,
        help,
    }
}

const fn option(short: Option<char>, long: Text, value_name: Option<Text>, help: Text) -> Arg {
    Arg {
        short,
        long: Some(long),
        value_name,
        required: false,
        help,
    }
}

const REST: &str = "How long the dough rests before it is kneaded again";

const DOUGH: [Arg; 6] = [
    place("FLOUR", true, "The kind of flour"),
    place("LIQUID", false, "Water if nothing else is named"),
    option(Some('r'), "rest", Some("MINUTES"), REST),
    Arg {
        required: true,
        ..option(None, "bowl", Some("SIZE"), "Up to 80 litres")
    },
    option(None, "salt", None, "Adds salt — two per cent of the flour"),
    option(Some('h'), "help", None, "Print help"),
];

fn main() {
    print!(
        "{}",
        help("dough", "Kneads what is in the bowl", &DOUGH, 50)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_has_its_value_behind_it() {
        assert_eq!(DOUGH[2].left(), "-r, --rest <MINUTES>");
    }

    #[test]
    fn without_a_short_name_there_is_room_for_one() {
        assert_eq!(DOUGH[3].left(), "    --bowl <SIZE>");
    }

    #[test]
    fn a_flag_ends_with_its_name() {
        assert_eq!(DOUGH[4].left(), "    --salt");
        assert_eq!(DOUGH[5].left(), "-h, --help");
    }

    #[test]
    fn brackets_tell_what_may_be_left_out() {
        assert_eq!(DOUGH[0].left(), "<FLOUR>");
        assert_eq!(DOUGH[1].left(), "[LIQUID]");
    }

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrap("two eggs and milk", 8), ["two eggs", "and milk"]);
        assert_eq!(wrap("two eggs and milk", 7), ["two", "eggs", "and", "milk"]);
        assert_eq!(wrap("", 7), [""; 0]);
    }

    #[test]
    fn a_long_word_sticks_out() {
        assert_eq!(wrap("a wholemeal loaf", 5), ["a", "wholemeal", "loaf"]);
    }

    #[test]
    fn characters_are_counted() {
        assert_eq!(wrap("öö üü ää", 5), ["öö üü", "ää"]);
    }

    #[test]
    fn the_usage_sums_up_what_may_be_left_out() {
        assert_eq!(
            usage("dough", &DOUGH),
            "Usage: dough [OPTIONS] --bowl <SIZE> <FLOUR> [LIQUID]"
        );
        assert_eq!(
            usage("dough", &DOUGH[2..5]),
            "Usage: dough [OPTIONS] --bowl <SIZE>"
        );
    }

    #[test]
    fn the_usage_is_short_without_options() {
        assert_eq!(usage("dough", &DOUGH[..1]), "Usage: dough <FLOUR>");
        assert_eq!(usage("dough", &DOUGH[3..4]), "Usage: dough --bowl <SIZE>");
        assert_eq!(usage("dough", &[]), "Usage: dough");
    }

    #[test]
    fn the_texts_of_a_section_begin_in_one_column() {
        let expected = "\
Kneads what is in the bowl

Usage: dough [OPTIONS] --bowl <SIZE> <FLOUR> [LIQUID]

Arguments:
  <FLOUR>   The kind of flour
  [LIQUID]  Water if nothing else is named

Options:
  -r, --rest <MINUTES>  How long the dough rests before it is kneaded again
      --bowl <SIZE>     Up to 80 litres
      --salt            Adds salt — two per cent of the flour
  -h, --help            Print help
";
        assert_eq!(
            help("dough", "Kneads what is in the bowl", &DOUGH, 100),
            expected
        );
    }

    #[test]
    fn a_text_goes_on_below_itself() {
        let expected = "\
Rests

Usage: rest [OPTIONS]

Options:
  -r, --rest <MINUTES>  How long the
                        dough rests
                        before it is
                        kneaded again
      --salt            Adds salt —
                        two per cent
                        of the flour
";
        assert_eq!(help("rest", "Rests", &[DOUGH[2], DOUGH[4]], 37), expected);
    }

    #[test]
    fn a_narrow_terminal_gets_a_word_on_each_line() {
        let expected = "\
Prints

Usage: dough [OPTIONS]

Options:
  -h, --help  Print
              help
";
        assert_eq!(help("dough", "Prints", &DOUGH[5..], 3), expected);
    }
}
