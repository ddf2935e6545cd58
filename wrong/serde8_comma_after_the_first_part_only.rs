// Cave surveyors send their plots as JSON. Their types have a derived Serialize, and the format
// is to be your own: a Serializer that the derived code drives as it drives the one of serde_json.
// It has a method for each kind of the data model, and most are complete. Texts, lists and two
// kinds of variants do not come out right yet; serde_json shows how they have to be written.

use serde::Serialize;
use serde::de::value::Error; // for formats that need no error of their own
use serde::ser::{self, Error as _, Impossible, Serializer};

type Result<T> = std::result::Result<T, Error>;
type Open<'a> = Result<Parts<'a>>;
type Name = &'static str;

fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    let mut text = String::new();
    value.serialize(Json(&mut text))?;
    Ok(text)
}

/// Writes one value at the end of the text.
struct Json<'a>(&'a mut String);

impl<'a> Json<'a> {
    fn write(self, text: &str) -> Result<()> {
        self.0.push_str(text);
        Ok(())
    }

    fn write_quoted(self, text: &str) -> Result<()> {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                // The other control characters have no short form.
                '\0'..' ' => self.0.push_str(&format!("\\u{:04x}", u32::from(c))),
                _ => self.0.push(c),
            }
        }
        self.write("\"")
    }

    /// Begins a value of several parts, and says how it will end.
    fn open(self, open: char, close: Name) -> Open<'a> {
        self.0.push(open);
        Ok(Parts {
            text: self.0,
            first: true,
            close,
        })
    }

    /// Writes `{"name":`, after which the data of the variant have to come, and a `}`.
    fn begin_variant(&mut self, name: Name) -> Result<()> {
        self.0.push('{');
        Json(self.0).write_quoted(name)?;
        self.0.push(':');
        Ok(())
    }
}

/// What is still to come of a value of several parts.
struct Parts<'a> {
    text: &'a mut String,
    first: bool,
    close: Name,
}

impl Parts<'_> {
    /// Goes before each part.
    fn separate(&mut self) {
        if self.first {
            self.text.push(',');
        }
        self.first = false;
    }

    /// Writes a part, with a key in front or with none.
    fn part<T: Serialize + ?Sized>(&mut self, keys: &[Name], value: &T) -> Result<()> {
        self.separate();
        for key in keys {
            Json(self.text).write_quoted(key)?;
            self.text.push(':');
        }
        value.serialize(Json(self.text))
    }
}

macro_rules! write_numbers {
    ($($method:ident $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<()> {
            self.write(&value.to_string())
        })*
    };
}

macro_rules! write_floats {
    ($($method:ident $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<()> {
            match value.is_finite() {
                true => self.write(&format!("{value:?}")),
                false => self.write("null"), // JSON has no word for infinity
            }
        })*
    };
}

impl<'a> Serializer for Json<'a> {
    type Ok = ();
    type Error = Error;
    // A format may treat lists, tuples and the rest differently. This one does not.
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Parts<'a>;
    type SerializeTupleVariant = Parts<'a>;
    // No map is needed here, so no value of this type is ever made: it cannot be.
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Parts<'a>;

    write_numbers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);
    write_numbers!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);
    write_floats!(serialize_f32 f32, serialize_f64 f64);

    fn serialize_bool(self, value: bool) -> Result<()> {
        self.write(&value.to_string())
    }
    fn serialize_char(self, value: char) -> Result<()> {
        self.write_quoted(&value.to_string())
    }
    fn serialize_str(self, value: &str) -> Result<()> {
        self.write_quoted(value)
    }
    fn serialize_bytes(self, value: &[u8]) -> Result<()> {
        self.collect_seq(value)
    }
    fn serialize_none(self) -> Result<()> {
        self.write("null")
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<()> {
        self.write("null")
    }
    fn serialize_unit_struct(self, _: Name) -> Result<()> {
        self.write("null")
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: Name, value: &T) -> Result<()> {
        value.serialize(self)
    }
    fn serialize_seq(self, _: Option<usize>) -> Open<'a> {
        self.open('[', "]")
    }
    fn serialize_tuple(self, _: usize) -> Open<'a> {
        self.open('[', "]")
    }
    fn serialize_tuple_struct(self, _: Name, _: usize) -> Open<'a> {
        self.open('[', "]")
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Impossible<(), Error>> {
        Err(Error::custom("maps are not supported"))
    }
    fn serialize_struct(self, _: Name, _: usize) -> Open<'a> {
        self.open('{', "}")
    }
    fn serialize_unit_variant(self, _: Name, _: u32, name: Name) -> Result<()> {
        self.write_quoted(name)
    }

    fn serialize_struct_variant(mut self, _: Name, _: u32, name: Name, _: usize) -> Open<'a> {
        self.begin_variant(name)?;
        self.open('{', "}}")
    }

    fn serialize_tuple_variant(mut self, _: Name, _: u32, name: Name, _: usize) -> Open<'a> {
        self.begin_variant(name)?;
        self.open('[', "]}")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        mut self,
        _: Name,
        _: u32,
        name: Name,
        value: &T,
    ) -> Result<()> {
        self.begin_variant(name)?;
        value.serialize(Json(self.0))?;
        self.write("}")
    }
}

// There is a trait for each kind of value that has parts, six without that of maps.
macro_rules! impl_parts {
    ($($part:ident $method:ident($($key:ident)?);)*) => {
        $(impl ser::$part for Parts<'_> {
            type Ok = ();
            type Error = Error;
            fn $method<T: Serialize + ?Sized>(
                &mut self,
                $($key: Name,)?
                value: &T,
            ) -> Result<()> {
                self.part(&[$($key)?], value)
            }
            fn end(self) -> Result<()> {
                self.text.push_str(self.close);
                Ok(())
            }
        })*
    };
}

impl_parts! {
    SerializeSeq serialize_element();
    SerializeTuple serialize_element();
    SerializeTupleStruct serialize_field();
    SerializeTupleVariant serialize_field();
    SerializeStruct serialize_field(key);
    SerializeStructVariant serialize_field(key);
}

#[derive(Serialize)]
enum Passage {
    Sump,
    Pitch(f64),
    Bend(i16, i16),
    Junction { name: String, open: Vec<bool> },
}

#[derive(Serialize)]
struct Plot {
    cave: &'static str,
    passages: Vec<Passage>,
    depth: Option<f32>,
}

fn plot() -> Plot {
    let junction = Passage::Junction {
        name: String::from("The \"Organ\""),
        open: vec![true, false],
    };
    let (pitch, bend) = (Passage::Pitch(12.5), Passage::Bend(90, -15));
    Plot {
        cave: "Höhle\tNr. 7",
        passages: vec![pitch, bend, junction, Passage::Sump],
        depth: None,
    }
}

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let (ours, theirs) = (to_json(&plot())?, serde_json::to_string(&plot())?);
    println!("your own:   {ours}");
    println!("serde_json: {theirs}");
    println!("They {}.", if ours == theirs { "agree" } else { "differ" });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes the value with both, and gives what they agree on.
    fn both<T: Serialize + ?Sized>(value: &T) -> String {
        let ours = to_json(value).unwrap();
        assert_eq!(ours, serde_json::to_string(value).unwrap());
        ours
    }

    #[test]
    fn quotes_and_backslashes_are_escaped() {
        assert_eq!(both(r#"the "C:\" shaft"#), r#""the \"C:\\\" shaft""#);
        assert_eq!(both(&'"'), r#""\"""#);
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(both("a\tb\nc"), r#""a\tb\nc""#);
        for code in 0..=0xff {
            both(&char::from(code));
        }
    }

    #[test]
    fn all_other_characters_stay() {
        assert_eq!(both("Öd ✓ 🦇 /"), "\"Öd ✓ 🦇 /\"");
    }

    #[test]
    fn between_two_parts_is_a_comma() {
        assert_eq!(both(&Vec::<u8>::new()), "[]");
        assert_eq!(both(&[7]), "[7]");
        assert_eq!(both(&vec![vec![1, 2], vec![], vec![3]]), "[[1,2],[],[3]]");
        assert_eq!(both(&("a", 'b', None::<u8>, ())), r#"["a","b",null,null]"#);
    }

    #[test]
    fn a_variant_has_its_name_around_its_data() {
        assert_eq!(both(&Passage::Sump), r#""Sump""#);
        assert_eq!(both(&Passage::Pitch(7.0)), r#"{"Pitch":7.0}"#);
        assert_eq!(both(&Passage::Bend(0, -3)), r#"{"Bend":[0,-3]}"#);
        let junction = Passage::Junction {
            name: String::new(),
            open: vec![true],
        };
        assert_eq!(both(&junction), r#"{"Junction":{"name":"","open":[true]}}"#);
    }

    #[test]
    fn numbers_of_every_type_are_written() {
        both(&(i8::MIN, i16::MIN, i32::MIN, i64::MIN));
        both(&(u8::MAX, u16::MAX, u32::MAX, u64::MAX));
        both(&(0.1_f32, 0.1_f64, -0.0, 1250.75, f64::NAN, f32::INFINITY));
    }

    #[test]
    fn all_kinds_of_structs_are_written() {
        #[derive(Serialize)]
        struct Unit;
        #[derive(Serialize)]
        struct Newtype(u8);
        #[derive(Serialize)]
        struct Tuple(u8, Unit);
        #[derive(Serialize)]
        struct Fields {
            one: Newtype,
            two: Option<Tuple>,
        }
        let fields = Fields {
            one: Newtype(1),
            two: Some(Tuple(2, Unit)),
        };
        assert_eq!(both(&fields), r#"{"one":1,"two":[2,null]}"#);
    }

    #[test]
    fn a_plot_is_written_as_serde_json_does() {
        let written = both(&plot());
        assert!(written.starts_with(r#"{"cave":"Höhle\tNr. 7","passages":[{"Pitch":12.5},"#));
        assert!(written.contains(r#"{"Bend":[90,-15]},{"Junction":{"name":"The \"Organ\""#));
        assert!(written.ends_with(r#""open":[true,false]}},"Sump"],"depth":null}"#));
    }
}
