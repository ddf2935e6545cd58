// A seed bank writes every record twice: as a label for people, and packed for the machine that
// sorts the envelopes. A value says what it is, once, and a format decides how that is written;
// so a new type works with all formats, and a new format with all types. Let the values play
// their part: any value may be missing or stand in a list, and none may choose its own writing.

/// A value that can be written in any format.
trait Serialize {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok;
}

/// A format. It takes `self`, not a reference: a serializer is used up by one value.
trait Serializer {
    /// What the format makes: a text, bytes, or something else.
    type Ok;
    fn serialize_bool(self, value: bool) -> Self::Ok;
    fn serialize_u32(self, value: u32) -> Self::Ok;
    fn serialize_str(self, value: &str) -> Self::Ok;
    fn serialize_none(self) -> Self::Ok;
    fn serialize_some<T: Serialize>(self, value: &T) -> Self::Ok;
    fn serialize_seq<T: Serialize>(self, items: &[T]) -> Self::Ok;
}

struct Label;

impl Serializer for Label {
    type Ok = String;

    fn serialize_bool(self, value: bool) -> String {
        String::from(if value { "yes" } else { "no" })
    }

    fn serialize_u32(self, value: u32) -> String {
        value.to_string()
    }

    fn serialize_str(self, value: &str) -> String {
        value.to_string()
    }

    fn serialize_none(self) -> String {
        String::from("unknown")
    }

    /// On a label nothing marks a value that is there.
    fn serialize_some<T: Serialize>(self, value: &T) -> String {
        value.serialize(self)
    }

    fn serialize_seq<T: Serialize>(self, items: &[T]) -> String {
        let texts: Vec<String> = items.iter().map(|item| item.serialize(Label)).collect();
        texts.join(", ")
    }
}

/// Numbers in four bytes; before a text or a list its length, before a value that may be missing
/// a 1 or a 0.
struct Packed;

impl Serializer for Packed {
    type Ok = Vec<u8>;

    fn serialize_bool(self, value: bool) -> Vec<u8> {
        vec![u8::from(value)]
    }

    fn serialize_u32(self, value: u32) -> Vec<u8> {
        value.to_be_bytes().to_vec()
    }

    fn serialize_str(self, value: &str) -> Vec<u8> {
        [&[value.len() as u8], value.as_bytes()].concat()
    }

    fn serialize_none(self) -> Vec<u8> {
        vec![0]
    }

    fn serialize_some<T: Serialize>(self, value: &T) -> Vec<u8> {
        [vec![1], value.serialize(Packed)].concat()
    }

    fn serialize_seq<T: Serialize>(self, items: &[T]) -> Vec<u8> {
        let mut bytes = vec![items.len() as u8];
        for item in items {
            bytes.extend(item.serialize(Packed));
        }
        bytes
    }
}

impl Serialize for bool {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok {
        serializer.serialize_bool(*self)
    }
}

impl Serialize for u32 {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok {
        serializer.serialize_u32(*self)
    }
}

impl Serialize for &str {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok {
        serializer.serialize_str(self)
    }
}

// The bound stands where it is needed: an Option can be written if what is in it can.
impl<T: Serialize> Serialize for Option<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok {
        match self {
            Some(value) => serializer.serialize_some(value),
            None => serializer.serialize_none(),
        }
    }
}

impl<T: Serialize> Serialize for Vec<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok {
        serializer.serialize_seq(self)
    }
}

/// How many of a hundred seeds sprouted.
struct Sprouted(u32);

// As good: `self.0.serialize(serializer)`, which leaves the kind to the number inside.
impl Serialize for Sprouted {
    fn serialize<S: Serializer>(&self, serializer: S) -> S::Ok {
        serializer.serialize_str(&format!("{} of 100", self.0))
    }
}

fn label<T: Serialize>(value: T) -> String {
    value.serialize(Label)
}

fn packed<T: Serialize>(value: T) -> Vec<u8> {
    value.serialize(Packed)
}

fn main() {
    let trials = || vec![Some(Sprouted(85)), None, Some(Sprouted(79))];
    println!(
        "sprouted: {}, packed: {:?}",
        label(trials()),
        packed(trials())
    );
    println!("in the cold store: {}", label(true));
    println!("names: {}", label(vec!["spelt", "dinkel"]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_text_for_people() {
        assert_eq!(label(true), "yes");
        assert_eq!(label(false), "no");
        assert_eq!(label("emmer"), "emmer");
        assert_eq!(label(vec![1987, 2003]), "1987, 2003");
    }

    #[test]
    fn a_packed_value_begins_with_its_length() {
        assert_eq!(packed("rye"), [3, b'r', b'y', b'e']);
        assert_eq!(packed(vec![false, true]), [2, 0, 1]);
        assert_eq!(packed(258), [0, 0, 1, 2]);
    }

    #[test]
    fn any_value_may_be_missing() {
        assert_eq!(label(None::<&str>), "unknown");
        assert_eq!(label(Some("Ås")), "Ås");
        assert_eq!(packed(None::<bool>), [0]);
        assert_eq!(packed(Some(false)), [1, 0]);
    }

    #[test]
    fn any_value_may_stand_in_a_list() {
        assert_eq!(label(vec!["einkorn", "oat"]), "einkorn, oat");
        let lists = vec![vec![true], vec![], vec![false, true]];
        assert_eq!(packed(lists), [3, 1, 1, 0, 2, 0, 1]);
    }

    #[test]
    fn what_is_missing_in_a_list_keeps_its_place() {
        assert_eq!(label(vec![Some(7), None]), "7, unknown");
        assert_eq!(packed(vec![Some(7), None]), [2, 1, 0, 0, 0, 7, 0]);
    }

    #[test]
    fn a_list_may_be_missing_as_well() {
        assert_eq!(packed(Some(vec!["flax"])), *b"\x01\x01\x04flax");
        assert_eq!(label(None::<Vec<&str>>), "unknown");
    }

    #[test]
    fn the_sprouted_seeds_are_a_number_in_every_format() {
        assert_eq!(packed(Sprouted(85)), [0, 0, 0, 85]);
        assert_eq!(label(Some(Sprouted(9))), "9");
    }
}
