// A swimming club reads the lists of its meets, cell by cell. A format can only say what it finds
// in a cell: a number, a word, nothing. What a type makes of it is up to its visitor, which has a
// method for each kind; a kind without a method of its own is refused. Let the visitors take what
// they can: a lap time is either a number of seconds or minutes and seconds, and may be missing.

use std::marker::PhantomData;

type Result<T> = std::result::Result<T, String>;

/// A type that can be read from any format.
trait Deserialize: Sized {
    fn deserialize<D: Deserializer>(deserializer: D) -> Result<Self>;
}

/// A format, used up by one value. It calls the method of the visitor that fits what it finds.
trait Deserializer: Sized {
    fn deserialize_any<V: Visitor>(self, visitor: V) -> Result<V::Value>;
    fn deserialize_option<V: Visitor>(self, visitor: V) -> Result<V::Value>;
}

trait Visitor: Sized {
    type Value;

    /// What this visitor can take, for the messages.
    fn expecting(&self) -> String;

    fn visit_bool(self, value: bool) -> Result<Self::Value> {
        invalid_type(&format!("boolean `{value}`"), &self)
    }

    fn visit_u32(self, value: u32) -> Result<Self::Value> {
        invalid_type(&format!("integer `{value}`"), &self)
    }

    fn visit_str(self, value: &str) -> Result<Self::Value> {
        invalid_type(&format!("string {value:?}"), &self)
    }

    fn visit_none(self) -> Result<Self::Value> {
        invalid_type("nothing", &self)
    }

    /// What is there has not been read yet: the visitor has it read as the type it wants.
    fn visit_some<D: Deserializer>(self, _deserializer: D) -> Result<Self::Value> {
        invalid_type("an optional value", &self)
    }
}

fn invalid_type<V: Visitor>(found: &str, visitor: &V) -> Result<V::Value> {
    Err(format!("found {found}, expected {}", visitor.expecting()))
}

/// A cell of a meet's list.
struct Cell<'a>(&'a str);

impl Deserializer for Cell<'_> {
    fn deserialize_any<V: Visitor>(self, visitor: V) -> Result<V::Value> {
        match self.0 {
            "-" => visitor.visit_none(),
            "yes" => visitor.visit_bool(true),
            "no" => visitor.visit_bool(false),
            text => match text.parse() {
                Ok(number) => visitor.visit_u32(number),
                Err(_) => visitor.visit_str(text),
            },
        }
    }

    fn deserialize_option<V: Visitor>(self, visitor: V) -> Result<V::Value> {
        match self.0 {
            "-" => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }
}

impl Deserialize for bool {
    fn deserialize<D: Deserializer>(deserializer: D) -> Result<bool> {
        deserializer.deserialize_any(BoolVisitor)
    }
}

struct BoolVisitor;

impl Visitor for BoolVisitor {
    type Value = bool;

    fn expecting(&self) -> String {
        String::from("yes or no")
    }

    fn visit_bool(self, value: bool) -> Result<bool> {
        Ok(value)
    }
}

/// In seconds.
#[derive(Debug, PartialEq)]
struct LapTime(u32);

impl Deserialize for LapTime {
    fn deserialize<D: Deserializer>(deserializer: D) -> Result<LapTime> {
        deserializer.deserialize_any(LapTimeVisitor)
    }
}

struct LapTimeVisitor;

impl Visitor for LapTimeVisitor {
    type Value = LapTime;

    fn expecting(&self) -> String {
        String::from("a time such as 95 or 1:35")
    }

    fn visit_u32(self, value: u32) -> Result<LapTime> {
        Ok(LapTime(value))
    }

    // A string it is, but not every string is a time: the message of the default fits that, too.
    fn visit_str(self, value: &str) -> Result<LapTime> {
        match minutes_and_seconds(value) {
            Some(seconds) => Ok(LapTime(seconds)),
            None => invalid_type(&format!("string {value:?}"), &self),
        }
    }
}

/// The seconds of a text such as "1:35".
fn minutes_and_seconds(text: &str) -> Option<u32> {
    let (minutes, seconds) = text.split_once(':')?;
    let minutes: u8 = minutes.parse().ok()?;
    let seconds: u8 = seconds.parse().ok()?;
    (seconds < 60).then_some(u32::from(minutes) * 60 + u32::from(seconds))
}

impl<T: Deserialize> Deserialize for Option<T> {
    fn deserialize<D: Deserializer>(deserializer: D) -> Result<Option<T>> {
        deserializer.deserialize_option(OptionVisitor(PhantomData))
    }
}

/// A visitor has no T, it makes one: PhantomData takes no space and lets it name the type.
struct OptionVisitor<T>(PhantomData<T>);

impl<T: Deserialize> Visitor for OptionVisitor<T> {
    type Value = Option<T>;

    fn expecting(&self) -> String {
        String::from("a value or nothing")
    }

    fn visit_none(self) -> Result<Option<T>> {
        Ok(None)
    }

    // The T is read from the same place, by a visitor of its own.
    fn visit_some<D: Deserializer>(self, deserializer: D) -> Result<Option<T>> {
        T::deserialize(deserializer).map(Some)
    }
}

fn main() {
    for cell in ["95", "1:35", "-", "yes"] {
        let time: Result<Option<LapTime>> = Deserialize::deserialize(Cell(cell));
        println!("{cell}: {time:?}");
    }
    println!("{:?}", bool::deserialize(Cell("no")));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(cell: &str) -> Result<LapTime> {
        LapTime::deserialize(Cell(cell))
    }

    fn time_or_nothing(cell: &str) -> Result<Option<LapTime>> {
        Deserialize::deserialize(Cell(cell))
    }

    #[test]
    fn a_number_is_a_time_in_seconds() {
        assert_eq!(time("95"), Ok(LapTime(95)));
        assert_eq!(time("0"), Ok(LapTime(0)));
    }

    #[test]
    fn minutes_and_seconds_are_a_time() {
        assert_eq!(time("1:35"), Ok(LapTime(95)));
        assert_eq!(time("2:00"), Ok(LapTime(120)));
        assert_eq!(time("0:59"), Ok(LapTime(59)));
    }

    #[test]
    fn other_strings_are_refused_with_what_is_expected() {
        for text in ["1:60", "1:2:3", "fast", "-1:10", ":30"] {
            let message = format!("found string {text:?}, expected a time such as 95 or 1:35");
            assert_eq!(time(text), Err(message));
        }
    }

    #[test]
    fn a_kind_without_a_method_of_its_own_is_refused() {
        let message = "found boolean `true`, expected a time such as 95 or 1:35";
        assert_eq!(time("yes"), Err(String::from(message)));
        let message = "found integer `1`, expected yes or no";
        assert_eq!(bool::deserialize(Cell("1")), Err(String::from(message)));
    }

    #[test]
    fn a_time_that_must_be_there_cannot_be_missing() {
        let message = "found nothing, expected a time such as 95 or 1:35";
        assert_eq!(time("-"), Err(String::from(message)));
    }

    #[test]
    fn a_time_may_be_missing_where_that_is_allowed() {
        assert_eq!(time_or_nothing("-"), Ok(None));
    }

    #[test]
    fn what_is_there_is_read_as_its_own_type() {
        assert_eq!(time_or_nothing("61"), Ok(Some(LapTime(61))));
        assert_eq!(time_or_nothing("10:01"), Ok(Some(LapTime(601))));
        let started: Result<Option<bool>> = Deserialize::deserialize(Cell("no"));
        assert_eq!(started, Ok(Some(false)));
    }

    #[test]
    fn what_is_there_and_wrong_is_not_missing() {
        let message = "found boolean `false`, expected a time such as 95 or 1:35";
        assert_eq!(time_or_nothing("no"), Err(String::from(message)));
    }
}
