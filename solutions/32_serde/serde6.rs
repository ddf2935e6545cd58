// A youth hostel gets its bookings as JSON from a web page and answers in the same form. The code
// that translates is derived, but the page has its own ideas: of names and of what may be left
// out. It must not see everything either. Attributes tell the derive about that; nothing else has
// to change, neither a field of the structs nor a line of the tests.

use serde::{Deserialize, Serialize};

// The enum's variants have one spelling in Rust, and another outside.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Room {
    Single,
    FamilyRoom,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Booking {
    guest_name: String,
    // `type` is a keyword of Rust, and cannot be a field's name.
    #[serde(rename = "type")]
    room: Room,
    #[serde(default = "one_night")]
    nights: u32,
    // An Option may be missing without more ado. To leave it out when writing has to be said.
    #[serde(skip_serializing_if = "Option::is_none")]
    bed_number: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wishes: Vec<String>,
    // Neither written nor read; when reading, it gets the default of its type.
    #[serde(skip)]
    marked_on_screen: bool,
}

fn one_night() -> u32 {
    1
}

fn main() -> Result<(), serde_json::Error> {
    let mut booking: Booking =
        serde_json::from_str(r#"{"guestName": "Aino", "type": "family-room"}"#)?;
    println!("{booking:?}");
    booking.bed_number = Some(4);
    println!("{}", serde_json::to_string(&booking)?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn booking() -> Booking {
        Booking {
            guest_name: String::from("Oisín"),
            room: Room::Single,
            nights: 3,
            bed_number: None,
            wishes: Vec::new(),
            marked_on_screen: false,
        }
    }

    fn written(booking: &Booking) -> String {
        serde_json::to_string(booking).unwrap()
    }

    #[test]
    fn the_page_has_its_own_spelling() {
        let expected = r#"{"guestName":"Oisín","type":"single","nights":3}"#;
        assert_eq!(written(&booking()), expected);
        let room = serde_json::to_string(&Room::FamilyRoom).unwrap();
        assert_eq!(room, "\"family-room\"");
    }

    #[test]
    fn what_is_there_is_written() {
        let booking = Booking {
            bed_number: Some(12),
            wishes: vec![String::from("window")],
            ..booking()
        };
        let text = written(&booking);
        assert!(text.ends_with(r#""nights":3,"bedNumber":12,"wishes":["window"]}"#));
    }

    #[test]
    fn a_short_booking_is_filled_up() {
        let text = r#"{"type":"family-room","guestName":"Aino"}"#;
        let expected = Booking {
            guest_name: String::from("Aino"),
            room: Room::FamilyRoom,
            nights: 1,
            ..booking()
        };
        assert_eq!(serde_json::from_str::<Booking>(text).unwrap(), expected);
    }

    #[test]
    fn a_name_has_no_default() {
        let error = serde_json::from_str::<Booking>(r#"{"type":"single","nights":2}"#);
        let message = error.unwrap_err().to_string();
        assert!(message.contains("missing field `guestName`"), "{message}");
    }

    #[test]
    fn a_mark_on_the_screen_stays_here() {
        let marked = Booking {
            marked_on_screen: true,
            ..booking()
        };
        assert_eq!(written(&marked), written(&booking()));
        // What the page says about it has no effect.
        let text = r#"{"guestName":"Oisín","type":"single","nights":3,"markedOnScreen":true}"#;
        assert_eq!(serde_json::from_str::<Booking>(text).unwrap(), booking());
    }
}
