// In a cheese cellar every wheel has a slate with lines such as `salted: 3`, and a struct is to be
// read from it. A format hands a map over bit by bit, first a key, then the value that belongs to
// it, as the type that is asked for. The fields come in any order, and between them stand notes
// for other eyes. Let the slate hand out its values, and the wheel find its fields among them.

type Result<T> = std::result::Result<T, String>;

/// A value that can be read. It may borrow from the input, which lives as long as 'de says.
trait Deserialize<'de>: Sized {
    // In serde a visitor stands in between, as in serde3; here a value comes straight from its text.
    fn deserialize(text: &'de str) -> Result<Self>;
}

/// The entries of a map, as the format gives them out.
trait MapAccess<'de> {
    /// None when there are no more entries.
    fn next_key(&mut self) -> Result<Option<&'de str>>;
    /// To be called exactly once after each key.
    fn next_value<T: Deserialize<'de>>(&mut self) -> Result<T>;
}

/// Makes a value of what a format finds, and here that is always a map.
trait Visitor<'de> {
    type Value;
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value>;
}

impl<'de> Deserialize<'de> for u32 {
    fn deserialize(text: &'de str) -> Result<u32> {
        let invalid = |_| format!("invalid value: {text:?}, expected a number");
        text.parse().map_err(invalid)
    }
}

impl<'de> Deserialize<'de> for &'de str {
    fn deserialize(text: &'de str) -> Result<&'de str> {
        Ok(text)
    }
}

/// Takes any value, and keeps nothing of it.
struct IgnoredAny;

impl<'de> Deserialize<'de> for IgnoredAny {
    fn deserialize(_text: &'de str) -> Result<IgnoredAny> {
        Ok(IgnoredAny)
    }
}

/// The format. It knows only what is still to be read, and that begins with a key or with a value.
struct Slate<'de> {
    rest: &'de str,
}

impl<'de> MapAccess<'de> for Slate<'de> {
    fn next_key(&mut self) -> Result<Option<&'de str>> {
        let rest = self.rest.trim_start();
        if rest.is_empty() {
            return Ok(None);
        }
        let (key, rest) = rest.split_once(':').ok_or("a key without a colon")?;
        self.rest = rest;
        Ok(Some(key.trim()))
    }

    fn next_value<T: Deserialize<'de>>(&mut self) -> Result<T> {
        // The last line may end without a line feed.
        let (value, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        T::deserialize(value.trim())
    }
}

#[derive(Debug, PartialEq, Clone, Copy)]
struct Wheel<'a> {
    name: &'a str,
    salted: u32,
    shelf: Option<u32>,
}

struct WheelVisitor;

impl<'de> Visitor<'de> for WheelVisitor {
    type Value = Wheel<'de>;

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Wheel<'de>> {
        let (mut name, mut salted, mut shelf) = (None, None, None);
        while let Some(key) = map.next_key()? {
            match key {
                "name" if name.is_none() => name = Some(map.next_value()?),
                "salted" if salted.is_none() => salted = Some(map.next_value()?),
                "shelf" if shelf.is_none() => shelf = Some(map.next_value()?),
                "name" | "salted" | "shelf" => return Err(format!("duplicate field `{key}`")),
                // The value must be read all the same, or the next key would begin with it.
                _ => {
                    let IgnoredAny = map.next_value()?;
                }
            }
        }
        Ok(Wheel {
            name: name.ok_or("missing field `name`")?,
            salted: salted.ok_or("missing field `salted`")?,
            // An optional field may be missing altogether.
            shelf,
        })
    }
}

fn read_wheel(slate: &str) -> Result<Wheel<'_>> {
    WheelVisitor.visit_map(Slate { rest: slate })
}

fn main() {
    let slate = "salted: 3\nsmells of: hazelnuts\nname: Old Blue\n";
    println!("{:?}", read_wheel(slate));
    println!("{:?}", read_wheel("salted: twice"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(slate: &str) -> String {
        read_wheel(slate).expect_err("there is a mistake on the slate")
    }

    #[test]
    fn a_slate_hands_out_keys_and_values_in_turn() {
        let mut slate = Slate {
            rest: "name: Brick\n\nsalted:12\n",
        };
        assert_eq!(slate.next_key(), Ok(Some("name")));
        assert_eq!(slate.next_value(), Ok("Brick"));
        assert_eq!(slate.next_key(), Ok(Some("salted")));
        assert_eq!(slate.next_value(), Ok(12));
        assert_eq!(slate.next_key(), Ok(None));
        assert_eq!(slate.next_key(), Ok(None));
    }

    #[test]
    fn the_last_line_may_have_no_end() {
        let mut slate = Slate { rest: "shelf : 4 " };
        assert_eq!(slate.next_key(), Ok(Some("shelf")));
        assert_eq!(slate.next_value(), Ok(4));
        assert_eq!(slate.next_key(), Ok(None));
    }

    #[test]
    fn a_value_may_hold_a_colon() {
        let name = read_wheel("name: Nun: the old one\nsalted: 0\n").map(|wheel| wheel.name);
        assert_eq!(name, Ok("Nun: the old one"));
    }

    #[test]
    fn the_fields_come_in_any_order() {
        let wheel = Wheel {
            name: "Old Blue",
            salted: 3,
            shelf: Some(7),
        };
        let one = read_wheel("name: Old Blue\nsalted: 3\nshelf: 7\n");
        let other = read_wheel("shelf: 7\nsalted: 3\nname: Old Blue\n");
        assert_eq!((one, other), (Ok(wheel), Ok(wheel)));
    }

    #[test]
    fn an_optional_field_may_be_missing() {
        let shelf = read_wheel("name: Brick\nsalted: 1").map(|wheel| wheel.shelf);
        assert_eq!(shelf, Ok(None));
    }

    #[test]
    fn the_values_of_other_keys_are_skipped() {
        let slate = "mite: none: yet\nname: Brick\nrind: 3\nsalted: 1\nage: old";
        let wheel = read_wheel(slate).map(|wheel| (wheel.name, wheel.salted));
        assert_eq!(wheel, Ok(("Brick", 1)));
    }

    #[test]
    fn every_other_field_must_be_there() {
        assert_eq!(error("salted: 3\n"), "missing field `name`");
        assert_eq!(error("name: Brick\nshelf: 2\n"), "missing field `salted`");
        assert_eq!(error(""), "missing field `name`");
    }

    #[test]
    fn no_field_may_come_twice() {
        assert_eq!(error("name: A\nname: B\n"), "duplicate field `name`");
        assert_eq!(error("salted: 1\nsalted: 1\n"), "duplicate field `salted`");
        assert_eq!(error("shelf: 1\nshelf: 2\n"), "duplicate field `shelf`");
    }

    #[test]
    fn what_is_no_entry_is_an_error() {
        assert_eq!(error("name: A\nsalted: 2\ndry"), "a key without a colon");
        let message = "invalid value: \"often\", expected a number";
        assert_eq!(error("salted: often"), message);
    }
}
