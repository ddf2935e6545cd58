// A planetarium writes its shows as lists of cues. Formats know nothing of cues, and cues nothing
// of formats: between them stands the data model, a few kinds of value to which every Rust type
// is mapped. A struct has fields with names, and an enum alone has four kinds of variants. Map
// the cues and the show to the right kinds; the tokens of the recorder show what a format is told.

trait Serialize {
    fn serialize<S: Serializer>(&self, serializer: S);
}

/// The data model, seen from a type: what it has must be one of these. The real one has 29 kinds.
trait Serializer {
    /// Writes the parts of a value that has several.
    type Parts: SerializeParts;
    fn serialize_u64(self, value: u64);
    fn serialize_str(self, value: &str);
    fn serialize_none(self);
    fn serialize_some<T: Serialize>(self, value: &T);
    fn serialize_seq<T: Serialize>(self, items: &[T]);
    fn serialize_struct(self, name: Name, len: usize) -> Self::Parts;
    // Text formats use the name of a variant, binary ones its number.
    fn serialize_unit_variant(self, number: u32, name: Name);
    fn serialize_newtype_variant<T: Serialize>(self, number: u32, name: Name, value: &T);
    fn serialize_tuple_variant(self, number: u32, name: Name, len: usize) -> Self::Parts;
    fn serialize_struct_variant(self, number: u32, name: Name, len: usize) -> Self::Parts;
}

/// Gets the parts one after the other, those of a tuple without names, then the end.
trait SerializeParts {
    fn element<T: Serialize>(&mut self, value: &T);
    fn field<T: Serialize>(&mut self, name: Name, value: &T);
    fn end(self);
}

type Name = &'static str;

#[derive(Debug, PartialEq)]
enum Token {
    U64(u64),
    Str(String),
    None,
    Some,
    Seq(usize),
    Struct(Name, usize),
    UnitVariant(u32, Name),
    NewtypeVariant(u32, Name),
    TupleVariant(u32, Name, usize),
    StructVariant(u32, Name, usize),
    Field(Name),
    End,
}

/// A format that notes what it is told.
struct Recorder<'a>(&'a mut Vec<Token>);

impl<'a> Serializer for Recorder<'a> {
    type Parts = Recorder<'a>;

    fn serialize_u64(self, value: u64) {
        self.0.push(Token::U64(value));
    }

    fn serialize_str(self, value: &str) {
        self.0.push(Token::Str(value.to_string()));
    }

    fn serialize_none(self) {
        self.0.push(Token::None);
    }

    fn serialize_some<T: Serialize>(self, value: &T) {
        self.0.push(Token::Some);
        value.serialize(self);
    }

    fn serialize_seq<T: Serialize>(mut self, items: &[T]) {
        self.0.push(Token::Seq(items.len()));
        for item in items {
            self.element(item);
        }
        self.end();
    }

    fn serialize_struct(self, name: Name, len: usize) -> Recorder<'a> {
        self.0.push(Token::Struct(name, len));
        self
    }

    fn serialize_unit_variant(self, number: u32, name: Name) {
        self.0.push(Token::UnitVariant(number, name));
    }

    fn serialize_newtype_variant<T: Serialize>(self, number: u32, name: Name, value: &T) {
        self.0.push(Token::NewtypeVariant(number, name));
        value.serialize(self);
    }

    fn serialize_tuple_variant(self, number: u32, name: Name, len: usize) -> Recorder<'a> {
        self.0.push(Token::TupleVariant(number, name, len));
        self
    }

    fn serialize_struct_variant(self, number: u32, name: Name, len: usize) -> Recorder<'a> {
        self.0.push(Token::StructVariant(number, name, len));
        self
    }
}

impl SerializeParts for Recorder<'_> {
    fn element<T: Serialize>(&mut self, value: &T) {
        value.serialize(Recorder(self.0));
    }

    fn field<T: Serialize>(&mut self, name: Name, value: &T) {
        self.0.push(Token::Field(name));
        value.serialize(Recorder(self.0));
    }

    fn end(self) {
        self.0.push(Token::End);
    }
}

impl Serialize for u64 {
    fn serialize<S: Serializer>(&self, serializer: S) {
        serializer.serialize_u64(*self);
    }
}

impl Serialize for String {
    fn serialize<S: Serializer>(&self, serializer: S) {
        serializer.serialize_str(self);
    }
}

impl<T: Serialize> Serialize for Option<T> {
    fn serialize<S: Serializer>(&self, serializer: S) {
        match self {
            Some(value) => serializer.serialize_some(value),
            None => serializer.serialize_none(),
        }
    }
}

impl<T: Serialize> Serialize for Vec<T> {
    fn serialize<S: Serializer>(&self, serializer: S) {
        serializer.serialize_seq(self);
    }
}

enum Cue {
    Dark,
    Dim(u64),
    Point(u64, u64),
    Slide { title: String, seconds: Option<u64> },
}

struct Show {
    name: String,
    cues: Vec<Cue>,
}

impl Serialize for Cue {
    fn serialize<S: Serializer>(&self, serializer: S) {
        match self {
            Cue::Dark => serializer.serialize_unit_variant(0, "Dark"),
            // Of one value there are no parts: it comes with the variant.
            Cue::Dim(percent) => serializer.serialize_newtype_variant(1, "Dim", percent),
            Cue::Point(azimuth, altitude) => {
                let mut parts = serializer.serialize_tuple_variant(2, "Point", 2);
                parts.element(altitude);
                parts.element(azimuth);
                parts.end();
            }
            Cue::Slide { title, seconds } => {
                let mut parts = serializer.serialize_struct_variant(3, "Slide", 2);
                parts.field("title", title);
                // Also when it is None: what a format makes of a missing value is its affair.
                parts.field("seconds", seconds);
                parts.end();
            }
        }
    }
}

impl Serialize for Show {
    fn serialize<S: Serializer>(&self, serializer: S) {
        let mut parts = serializer.serialize_struct("Show", 2);
        parts.field("name", &self.name);
        parts.field("cues", &self.cues);
        parts.end();
    }
}

fn tokens(value: &impl Serialize) -> Vec<Token> {
    let mut tokens = Vec::new();
    value.serialize(Recorder(&mut tokens));
    tokens
}

fn main() {
    let title = String::from("Comets");
    let seconds = Some(20);
    let show = Show {
        name: String::from("Winter sky"),
        cues: vec![Cue::Dim(40), Cue::Slide { title, seconds }, Cue::Dark],
    };
    for token in tokens(&show) {
        println!("{token:?}");
    }
    println!("{} tokens for a point", tokens(&Cue::Point(110, 45)).len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_without_data_is_a_unit_variant() {
        assert_eq!(tokens(&Cue::Dark), [Token::UnitVariant(0, "Dark")]);
    }

    #[test]
    fn a_cue_with_one_value_is_a_newtype_variant() {
        let expected = [Token::NewtypeVariant(1, "Dim"), Token::U64(40)];
        assert_eq!(tokens(&Cue::Dim(40)), expected);
    }

    #[test]
    fn a_cue_with_two_values_is_a_tuple_variant() {
        let expected = [
            Token::TupleVariant(2, "Point", 2),
            Token::U64(350),
            Token::U64(15),
            Token::End,
        ];
        assert_eq!(tokens(&Cue::Point(350, 15)), expected);
    }

    #[test]
    fn a_cue_with_named_values_is_a_struct_variant() {
        let slide = Cue::Slide {
            title: String::from("Saturn"),
            seconds: Some(12),
        };
        let expected = [
            Token::StructVariant(3, "Slide", 2),
            Token::Field("title"),
            Token::Str(String::from("Saturn")),
            Token::Field("seconds"),
            Token::Some,
            Token::U64(12),
            Token::End,
        ];
        assert_eq!(tokens(&slide), expected);
    }

    #[test]
    fn a_missing_value_is_told_too() {
        let slide = Cue::Slide {
            title: String::new(),
            seconds: None,
        };
        let tokens = tokens(&slide);
        assert_eq!(tokens[0], Token::StructVariant(3, "Slide", 2));
        assert_eq!(
            tokens[3..],
            [Token::Field("seconds"), Token::None, Token::End]
        );
    }

    #[test]
    fn a_show_is_a_struct_with_a_list_in_it() {
        let show = Show {
            name: String::from("Eclipse"),
            cues: vec![Cue::Dark, Cue::Dim(5)],
        };
        let expected = [
            Token::Struct("Show", 2),
            Token::Field("name"),
            Token::Str(String::from("Eclipse")),
            Token::Field("cues"),
            Token::Seq(2),
            Token::UnitVariant(0, "Dark"),
            Token::NewtypeVariant(1, "Dim"),
            Token::U64(5),
            Token::End,
            Token::End,
        ];
        assert_eq!(tokens(&show), expected);
    }
}
