// A letterpress workshop keeps files of `key: value` lines about its type. For every struct, two
// implementations would have to be written by hand, always alike. The derive of serde writes them
// from the definition of the struct, and so does this macro: it repeats the definition and adds
// the code. It is to know keys with another name and values by default, and to write both traits.

use std::fmt::Display;
use std::str::FromStr;

trait Serialize {
    fn serialize(&self) -> String;
}

trait Deserialize: Sized {
    fn deserialize(text: &str) -> Result<Self, String>;
}

// What can be a function is one: the macro writes calls, with the field's name as the key.

fn write_field(key: &str, value: &impl Display) -> String {
    format!("{key}: {value}\n")
}

fn read_field<T: FromStr>(text: &str, key: &str, default: Option<T>) -> Result<T, String> {
    let mut entries = text.lines().filter_map(|line| line.split_once(": "));
    match entries.find(|entry| entry.0 == key) {
        Some((_, value)) => value
            .parse()
            .map_err(|_| format!("invalid value of `{key}`: {value}")),
        None => default.ok_or(format!("missing field `{key}`")),
    }
}

/// `key!(size)` is "size", and `key!(size "points")` is "points".
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

/// `default!()` is None, and `default!(12)` is Some(12).
macro_rules! default {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! record {
    // `$( … )?` is a repetition, too: what is in it comes once or not at all.
    (struct $name:ident {
        $($field:ident: $type:ty $(=> $key:literal)? $(= $default:expr)?),* $(,)?
    }) => {
        #[derive(Debug, PartialEq)]
        struct $name {
            $($field: $type),*
        }

        impl Serialize for $name {
            fn serialize(&self) -> String {
                [$(write_field(key!($field $($key)?), &self.$field)),*].concat()
            }
        }

        // The inner `$( … )?` are written as often as there are keys and defaults: 0 or 1 times.
        impl Deserialize for $name {
            fn deserialize(text: &str) -> Result<Self, String> {
                Ok(Self {
                    $($field: read_field(text, key!($field), default!($($default)?))?),*
                })
            }
        }
    };
}

record! {
    struct Fount {
        name: String,
        size: u32 => "points",
        italic: bool = false,
        sorts: u32 => "sorts in the case" = 26 * 4,
    }
}

record! {
    struct Ornament { width: u32 }
}

fn main() {
    let fount = Fount::deserialize("name: Garamond\npoints: 12\nitalic: true\n");
    println!("{fount:?}");
    print!("{}", Ornament { width: 24 }.serialize());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fount() -> Fount {
        Fount {
            name: String::from("Baskerville"),
            size: 10,
            italic: true,
            sorts: 311,
        }
    }

    #[test]
    fn a_field_is_written_under_its_name() {
        assert_eq!(Ornament { width: 24 }.serialize(), "width: 24\n");
    }

    #[test]
    fn a_key_of_another_name_is_written() {
        let text = "name: Baskerville\npoints: 10\nitalic: true\nsorts in the case: 311\n";
        assert_eq!(fount().serialize(), text);
    }

    #[test]
    fn what_was_written_can_be_read() {
        assert_eq!(Fount::deserialize(&fount().serialize()), Ok(fount()));
        assert_eq!(Ornament::deserialize("width: 7"), Ok(Ornament { width: 7 }));
    }

    #[test]
    fn a_missing_field_gets_its_default() {
        let read = Fount::deserialize("points: 12\nname: Bodoni").unwrap();
        assert!(!read.italic);
        assert_eq!(read.sorts, 104);
    }

    #[test]
    fn a_missing_field_without_a_default_is_an_error() {
        let error = Fount::deserialize("name: Bodoni\nsize: 12\n");
        assert_eq!(error, Err(String::from("missing field `points`")));
        let error = Ornament::deserialize("height: 3\n");
        assert_eq!(error, Err(String::from("missing field `width`")));
    }

    #[test]
    fn a_wrong_value_is_no_missing_one() {
        let error = Fount::deserialize("name: Bodoni\npoints: 12\nitalic: a little\n");
        let message = "invalid value of `italic`: a little";
        assert_eq!(error, Err(String::from(message)));
    }
}
