// A school keeps the plan of its garden as a tree of nodes. To calculate with it, the program
// needs structs and enums; their Deserialize is derived, and what is missing is a Deserializer
// that finds everything in the tree. serde_json does the same with its Value, and shows what has
// to come out: texts are lent and not copied, values may be optional, and tables have entries.

use serde::de::value::{BorrowedStrDeserializer, Error, MapAccessDeserializer, SeqDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};
use serde_json::{Value, json};

type Result<T> = std::result::Result<T, Error>;

/// A value of any kind.
enum Node {
    Nothing,
    Flag(bool),
    Number(i64),
    Text(String),
    List(Vec<Node>),
    Table(Vec<(String, Node)>),
}

impl<'de> Deserializer<'de> for &'de Node {
    type Error = Error;

    /// A node knows what it is, and need not care what the type asks for.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self {
            Node::Nothing => visitor.visit_unit(),
            Node::Flag(flag) => visitor.visit_bool(*flag),
            Node::Number(number) => visitor.visit_i64(*number),
            // The tree lives as long as 'de: who wants a &str may keep this one.
            Node::Text(text) => visitor.visit_string(text.clone()),
            Node::List(nodes) => visitor.visit_seq(SeqDeserializer::new(nodes.iter())),
            Node::Table(entries) => visitor.visit_map(Entries::new(entries)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self {
            Node::Nothing => visitor.visit_none(),
            // The visitor has the same node read again, as the type of what is in the Option.
            _ => visitor.visit_some(self),
        }
    }

    /// A variant without data is a text, one with data a table with a single entry.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self {
            Node::Text(name) => visitor.visit_enum(BorrowedStrDeserializer::new(name)),
            Node::Table(entries) if entries.len() == 1 => {
                visitor.visit_enum(MapAccessDeserializer::new(Entries::new(entries)))
            }
            _ => Err(Error::custom("no variant")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    // A macro of serde writes the other methods. Each calls deserialize_any.
    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// For lists: a SeqDeserializer takes an iterator whose items become deserializers.
impl<'de> IntoDeserializer<'de> for &'de Node {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The entries of a table that have not been handed out.
struct Entries<'de> {
    rest: std::slice::Iter<'de, (String, Node)>,
    /// The value of the key that was handed out last.
    value: Option<&'de Node>,
}

impl<'de> Entries<'de> {
    fn new(entries: &'de [(String, Node)]) -> Self {
        let rest = entries.iter();
        Self { rest, value: None }
    }
}

// A seed is what a type would be to `deserialize`, but may bring knowledge along. For a plain
// type T it is a PhantomData<T>, and `next_key` and `next_value` of serde4 pass that.
impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some((key, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        let key = BorrowedStrDeserializer::new(key);
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value> {
        match self.value.take() {
            Some(value) => seed.deserialize(value),
            None => Err(Error::custom("a value before its key")),
        }
    }
}

/// The tree of a value of serde_json. Whole numbers are all that a plan has.
fn tree(value: &Value) -> Node {
    match value {
        Value::Null => Node::Nothing,
        Value::Bool(flag) => Node::Flag(*flag),
        Value::Number(number) => Node::Number(number.as_i64().expect("a whole number")),
        Value::String(text) => Node::Text(text.clone()),
        Value::Array(values) => Node::List(values.iter().map(tree).collect()),
        Value::Object(entries) => {
            let entry = |(key, value): (&String, &Value)| (key.clone(), tree(value));
            Node::Table(entries.iter().map(entry).collect())
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Garden<'a> {
    class: &'a str,
    beds: Vec<Bed>,
    key: Option<u8>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Bed {
    Fallow,
    Herbs(Vec<String>),
    Rows(u16, String),
    Trial { seed: Option<String>, covered: bool },
}

fn main() {
    let plans = [
        json!({"class": "3b", "beds": ["Fallow", {"Rows": [4, "leek"]}], "key": 7}),
        json!({"key": null, "beds": [{"Trial": {"covered": true}}], "class": "4a"}),
        json!({"class": "2c", "beds": [{"Rows": [-4, "leek"]}]}),
    ];
    for plan in plans {
        let node = tree(&plan);
        let ours = Garden::deserialize(&node).map_err(|error| error.to_string());
        let theirs = Garden::deserialize(&plan).map_err(|error| error.to_string());
        println!("your own:   {ours:?}\nserde_json: {theirs:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::fmt::Debug;

    /// Reads the value with both, and gives what they agree on.
    fn both<'a, T>(node: &'a Node, value: &'a Value) -> std::result::Result<T, String>
    where
        T: Deserialize<'a> + Debug + PartialEq,
    {
        let ours = T::deserialize(node).map_err(|error| error.to_string());
        let theirs = T::deserialize(value).map_err(|error| error.to_string());
        assert_eq!(ours, theirs, "your own, and that of serde_json");
        ours
    }

    fn read<T>(value: Value) -> std::result::Result<T, String>
    where
        T: for<'a> Deserialize<'a> + Debug + PartialEq,
    {
        both(&tree(&value), &value)
    }

    #[test]
    fn a_node_tells_what_it_holds() {
        assert_eq!(read(json!(true)), Ok(true));
        assert_eq!(read(json!(-5)), Ok(-5));
        assert_eq!(read(json!("sage")), Ok(String::from("sage")));
        assert_eq!(
            read(json!([[1], [], [2, 3]])),
            Ok(vec![vec![1], vec![], vec![2, 3]])
        );
        assert_eq!(read(json!(null)), Ok(()));
    }

    #[test]
    fn what_does_not_fit_is_an_error() {
        assert!(read::<u8>(json!(256)).unwrap_err().contains("`256`"));
        assert!(read::<bool>(json!("yes")).is_err());
        assert!(read::<Vec<u8>>(json!([1, "two"])).is_err());
    }

    #[test]
    fn a_text_can_be_lent() {
        let value = json!("thyme");
        let node = tree(&value);
        assert_eq!(both(&node, &value), Ok("thyme"));
    }

    #[test]
    fn a_value_may_be_optional() {
        assert_eq!(read(json!(null)), Ok(None::<u8>));
        assert_eq!(read(json!(3)), Ok(Some(3)));
        assert_eq!(read(json!([0, null])), Ok(vec![Some(0), None]));
        assert!(read::<Option<bool>>(json!(3)).is_err());
    }

    #[test]
    fn a_table_hands_out_all_its_entries() {
        let weights = BTreeMap::from([("bean".to_string(), 30), ("pea".to_string(), 12)]);
        assert_eq!(read(json!({"bean": 30, "pea": 12})), Ok(weights));
        assert_eq!(read(json!({})), Ok(BTreeMap::<String, u8>::new()));
    }

    #[test]
    fn every_key_has_its_own_value() {
        let node = tree(&json!({"pea": 12}));
        let Node::Table(entries) = &node else {
            panic!("a table");
        };
        let mut entries = Entries::new(entries);
        assert_eq!(entries.next_key(), Ok(Some("pea")));
        assert_eq!(entries.next_value(), Ok(12));
        assert!(entries.next_value::<u8>().is_err());
        assert_eq!(entries.next_key::<&str>(), Ok(None));
    }

    #[test]
    fn every_kind_of_variant_is_found() {
        assert_eq!(read(json!("Fallow")), Ok(Bed::Fallow));
        assert_eq!(read(json!({"Herbs": []})), Ok(Bed::Herbs(Vec::new())));
        let rows = Bed::Rows(3, String::from("chard"));
        assert_eq!(read(json!({"Rows": [3, "chard"]})), Ok(rows));
        let trial = Bed::Trial {
            seed: Some(String::from("flax")),
            covered: false,
        };
        assert_eq!(
            read(json!({"Trial": {"covered": false, "seed": "flax"}})),
            Ok(trial)
        );
        assert!(read::<Bed>(json!("Pond")).is_err());
    }

    #[test]
    fn a_variant_has_only_one_name() {
        let node = tree(&json!({"Fallow": null, "Herbs": []}));
        assert_eq!(Bed::deserialize(&node), Err(Error::custom("no variant")));
    }

    #[test]
    fn a_number_can_be_wrapped() {
        #[derive(Debug, PartialEq, Deserialize)]
        struct Litres(u32);
        assert_eq!(
            read(json!({"can": 10})),
            Ok(BTreeMap::from([("can".to_string(), Litres(10))]))
        );
    }

    #[test]
    fn a_whole_garden_is_read() {
        let value = json!({"class": "1d", "beds": ["Fallow", {"Herbs": ["dill"]}], "bell": 1});
        let node = tree(&value);
        let garden = Garden {
            class: "1d",
            beds: vec![Bed::Fallow, Bed::Herbs(vec![String::from("dill")])],
            key: None,
        };
        assert_eq!(both(&node, &value), Ok(garden));
        let short = json!({"class": "1d", "key": 2});
        let message = "missing field `beds`";
        assert_eq!(
            both::<Garden>(&tree(&short), &short),
            Err(message.to_string())
        );
    }
}
