// A clockmaker notes repairs: which clock, how long the work took, how many teeth the new wheel
// got. What serde derives is not what is wanted: a time would be seconds and nanoseconds, and a
// wheel have any number of teeth. For the time there are two functions, one of them unfinished,
// that a field can use instead; for the wheel write Deserialize by hand.

use serde::{Deserialize, Serialize};
use std::time::Duration;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Repair {
    clock: String,
    // Duration has a Serialize of its own, and it is not our type: we could not change that.
    #[serde(with = "hours")]
    work: Duration,
    wheel: Teeth,
}

/// A time as hours and minutes, such as "1:30".
mod hours {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use std::time::Duration;

    pub fn serialize<S: Serializer>(time: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
        let minutes = time.as_secs() / 60;
        let text = format!("{}:{:02}", minutes / 60, minutes % 60);
        serializer.serialize_str(&text)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Duration, D::Error> {
        // Not &str: that could only borrow, and a text with escapes stands nowhere in the input.
        let text = String::deserialize(deserializer)?;
        parse(&text).ok_or_else(|| D::Error::custom(format!("no hours and minutes: {text}")))
    }

    fn parse(text: &str) -> Option<Duration> {
        let (hours, minutes) = text.split_once(':')?;
        let hours: u16 = hours.parse().ok()?;
        let minutes: u8 = minutes.parse().ok()?;
        let minutes = (minutes < 60).then_some(u64::from(hours) * 60 + u64::from(minutes))?;
        Some(Duration::from_secs(minutes * 60))
    }
}

#[derive(Debug, PartialEq, Serialize)]
struct Teeth(u32);

// Whatever the format finds wrong comes through `?`; what we find wrong becomes its error, too.
// As good: `#[serde(try_from = "u32")]` above the struct and an impl of TryFrom<u32>.
impl<'de> Deserialize<'de> for Teeth {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = u32::deserialize(deserializer)?;
        Ok(Teeth(count))
    }
}

impl Teeth {
    fn new(count: u32) -> Result<Self, String> {
        match count {
            6..=300 => Ok(Self(count)),
            _ => Err(format!("a wheel cannot have {count} teeth")),
        }
    }
}

fn main() -> Result<(), serde_json::Error> {
    let repair = Repair {
        clock: String::from("bracket clock, London"),
        work: Duration::from_secs(90 * 60),
        wheel: Teeth(96),
    };
    println!("{}", serde_json::to_string(&repair)?);
    let text = r#"{"clock": "regulator", "work": "0:45", "wheel": 4}"#;
    println!("{:?}", serde_json::from_str::<Repair>(text));
    println!("{:?}", Teeth::new(80));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repair(minutes: u64) -> Repair {
        Repair {
            clock: String::from("cuckoo"),
            work: Duration::from_secs(minutes * 60),
            wheel: Teeth(42),
        }
    }

    fn text(work: &str, wheel: &str) -> String {
        format!(r#"{{"clock":"cuckoo","work":{work},"wheel":{wheel}}}"#)
    }

    fn read(text: &str) -> Result<Repair, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn the_time_is_written_as_hours_and_minutes() {
        for (minutes, work) in [(90, "\"1:30\""), (5, "\"0:05\""), (1500, "\"25:00\"")] {
            let written = serde_json::to_string(&repair(minutes)).unwrap();
            assert_eq!(written, text(work, "42"));
        }
    }

    #[test]
    fn what_was_written_can_be_read() {
        for minutes in [0, 59, 60, 61, 5999] {
            let written = serde_json::to_string(&repair(minutes)).unwrap();
            assert_eq!(read(&written), Ok(repair(minutes)));
        }
    }

    #[test]
    fn a_text_with_an_escape_can_be_read() {
        assert_eq!(read(&text(r#""2\u003a05""#, "42")), Ok(repair(125)));
    }

    #[test]
    fn another_text_is_no_time() {
        for work in ["1:60", "90", "1:", "an hour"] {
            let error = read(&text(&format!("{work:?}"), "42")).unwrap_err();
            let message = format!("no hours and minutes: {work} at line 1 column ");
            assert!(error.starts_with(&message), "{error}");
        }
    }

    #[test]
    fn a_number_is_no_text() {
        let error = read(&text("90", "42")).unwrap_err();
        assert!(error.starts_with("invalid type: integer `90`, expected a string"));
    }

    #[test]
    fn a_wheel_has_neither_too_few_teeth_nor_too_many() {
        for wheel in [0, 5, 301] {
            let error = read(&text("\"1:30\"", &wheel.to_string())).unwrap_err();
            let message = format!("a wheel cannot have {wheel} teeth at line 1 column ");
            assert!(error.starts_with(&message), "{error}");
        }
        for wheel in [6, 300] {
            let read = read(&text("\"1:30\"", &wheel.to_string())).unwrap();
            assert_eq!(read.wheel, Teeth(wheel));
        }
    }
}
