// A stationer takes orders such as "A4" and needs the sheet in millimetres. The code for
// that exists, in functions with names of our own, which nobody else knows. Offer it under
// the names of std instead: parse, default, from and into, and text of any kind.

use std::str::FromStr;

/// A sheet of the A series, A0 to A10.
#[derive(Debug, PartialEq, Clone, Copy)]
struct Format(u32);

/// Width and height.
#[derive(Debug, PartialEq)]
struct Millimetres(u32, u32);

// TODO: With the trait FromStr, `"A4".parse()` makes a format. Read what it asks for.
impl Format {
    fn read_text(text: &str) -> Result<Self, String> {
        let unknown = format!("unknown format {text}");
        let Some(number) = text.strip_prefix('A') else {
            return Err(unknown);
        };
        match number.parse() {
            Ok(number) if number <= 10 => Ok(Format(number)),
            _ => Err(unknown),
        }
    }
}

// TODO: With the trait Default, `Format::default()` is the format for those who name none.
impl Format {
    fn usual() -> Self {
        Format(4)
    }
}

// TODO: With the trait From, both `Millimetres::from(format)` and `format.into()` work.
impl Millimetres {
    fn of_format(format: Format) -> Self {
        let (mut width, mut height) = (841, 1189);
        // Each format is half of the one before it: the longer side is divided.
        for _ in 0..format.0 {
            (width, height) = (height / 2, width);
        }
        Self(width, height)
    }
}

// TODO: `&str` and `String` both implement AsRef<str>. Take either, and use the new names.
/// An order with nothing but blanks in it means the usual format.
fn sheet(order: &str) -> Result<Millimetres, String> {
    let order = order.trim();
    if order.is_empty() {
        return Ok(Millimetres::of_format(Format::usual()));
    }
    Ok(Millimetres::of_format(Format::read_text(order)?))
}

fn main() {
    let format: Result<Format, String> = "A3".parse();
    println!("{format:?}, or else {:?}", Format::default());
    let postcard: Millimetres = Format(6).into();
    println!("a postcard: {postcard:?}");
    println!("{:?}", sheet(String::from("B5")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_parsed_to_a_format() {
        assert_eq!("A0".parse(), Ok(Format(0)));
        assert_eq!("A10".parse(), Ok(Format(10)));
    }

    #[test]
    fn other_texts_are_unknown_formats() {
        for text in ["", "A", "B5", "A11", "4A"] {
            let result: Result<Format, String> = text.parse();
            assert_eq!(result, Err(format!("unknown format {text}")));
        }
    }

    #[test]
    fn the_usual_format_is_a4() {
        assert_eq!(Format::default(), Format(4));
    }

    #[test]
    fn a_format_becomes_millimetres() {
        let largest: Millimetres = Format(0).into();
        assert_eq!(largest, Millimetres(841, 1189));
        let half: Millimetres = Format(1).into();
        assert_eq!(half, Millimetres(594, 841));
        let postcard: Millimetres = Format(6).into();
        assert_eq!(postcard, Millimetres(105, 148));
    }

    #[test]
    fn an_order_may_be_borrowed_or_owned() {
        assert_eq!(sheet("A5"), Ok(Format(5).into()));
        assert_eq!(sheet(String::from(" A3\n")), Ok(Format(3).into()));
    }

    #[test]
    fn an_empty_order_means_the_usual_format() {
        assert_eq!(sheet("  "), Ok(Format(4).into()));
    }

    #[test]
    fn a_wrong_order_names_the_format() {
        assert_eq!(sheet(" C4 "), Err(String::from("unknown format C4")));
    }
}
