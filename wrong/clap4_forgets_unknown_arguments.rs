// A greenhouse is told `set --heat 21 --fan on --blind 40%`. The command line holds texts, but the
// program wants numbers and choices. A value parser makes a typed value of a text and is stored
// beside parsers of other types, so what it makes travels in a box that has forgotten its type.
// Parse values, keep numbers in a range, and give messages that name the value and the argument.

use std::any::Any;
use std::collections::HashMap;
use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// A value of any type; the type has to be named to get it back.
type AnyValue = Box<dyn Any>;

type Parse = dyn Fn(&str) -> Result<AnyValue, String>;

struct ValueParser(Box<Parse>);

impl ValueParser {
    /// From a function or a closure, whatever it makes and however it fails.
    fn new<T: Any, E: Display>(parse: impl Fn(&str) -> Result<T, E> + 'static) -> ValueParser {
        ValueParser(Box::new(move |text| match parse(text) {
            Ok(value) => Ok(Box::new(value)),
            Err(error) => Err(error.to_string()),
        }))
    }

    /// For every type that can be parsed from a text.
    fn of<T: FromStr<Err: Display> + Any>() -> ValueParser {
        // `T::from_str` itself is the function; a closure would do as well.
        ValueParser::new(T::from_str)
    }

    /// For whole numbers within bounds. A number outside is refused in these words:
    /// `50 is not in 5..=35`
    fn in_range(range: RangeInclusive<i64>) -> ValueParser {
        ValueParser::new(move |text| {
            let number: i64 = text.parse().map_err(|error| format!("{error}"))?;
            if range.contains(&number) {
                Ok(number)
            } else {
                let (from, to) = (range.start(), range.end());
                Err(format!("{number} is not in {from}..={to}"))
            }
        })
    }
}

struct Arg {
    id: &'static str,
    value_name: &'static str,
    parser: ValueParser,
}

struct Typed(HashMap<&'static str, AnyValue>);

impl Typed {
    /// Panics if the value is there and has another type than the one asked for: that is a mistake
    /// in the program, which a user can do nothing about.
    fn get<T: Any>(&self, id: &str) -> Option<&T> {
        let value = self.0.get(id)?;

        let typed = value.downcast_ref::<T>();
        assert!(typed.is_some(), "`{id}` has another type");
        typed
    }
}

fn parse(args: &[Arg], given: &[(&'static str, &str)]) -> Result<Typed, String> {
    let mut typed = Typed(HashMap::new());
    for (id, text) in given {
        let arg = args.iter().find(|arg| arg.id == *id);
        let Some(arg) = arg else { continue };

        let value = (arg.parser.0)(text).map_err(|reason| {
            let name = arg.value_name;
            format!("invalid value '{text}' for '--{id} <{name}>': {reason}")
        })?;

        typed.0.insert(arg.id, value);
    }
    Ok(typed)
}

#[derive(Debug, PartialEq)]
struct Percent(u8);

/// A parser of one's own, for values such as `40%`.
fn percent(text: &str) -> Result<Percent, String> {
    match text.strip_suffix('%').map(str::parse) {
        Some(Ok(number @ 0..=100)) => Ok(Percent(number)),
        _ => Err(String::from("a percentage such as 40% is expected")),
    }
}

fn on_or_off(text: &str) -> Result<bool, &'static str> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("it can be on or off"),
    }
}

fn greenhouse() -> [Arg; 5] {
    let arg = |id, value_name, parser| Arg {
        id,
        value_name,
        parser,
    };
    [
        arg("heat", "DEGREES", ValueParser::in_range(5..=35)),
        arg("water", "LITRES", ValueParser::of::<f64>()),
        arg("bed", "LETTER", ValueParser::of::<char>()),
        arg("fan", "ON|OFF", ValueParser::new(on_or_off)),
        arg("blind", "PERCENT", ValueParser::new(percent)),
    ]
}

fn main() {
    match parse(
        &greenhouse(),
        &[("heat", "21"), ("fan", "on"), ("blind", "40%")],
    ) {
        Ok(typed) => {
            println!("heat: {:?}", typed.get::<i64>("heat"));
            println!(
                "fan: {:?}, blind: {:?}",
                typed.get::<bool>("fan"),
                typed.get::<Percent>("blind")
            );
        }
        Err(message) => println!("error: {message}"),
    }
    if let Err(message) = parse(&greenhouse(), &[("heat", "50")]) {
        println!("error: {message}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(id: &'static str, text: &str) -> Result<Typed, String> {
        parse(&greenhouse(), &[(id, text)])
    }

    fn message(id: &'static str, text: &str) -> Option<String> {
        given(id, text).err()
    }

    #[test]
    fn every_type_of_std_can_be_parsed() {
        assert_eq!(
            given("water", "2.5").unwrap().get::<f64>("water"),
            Some(&2.5)
        );
        assert_eq!(given("bed", "ß").unwrap().get::<char>("bed"), Some(&'ß'));
    }

    #[test]
    fn a_parser_of_ones_own_makes_any_type() {
        let given = parse(&greenhouse(), &[("fan", "off"), ("blind", "100%")]).unwrap();
        assert_eq!(given.get::<bool>("fan"), Some(&false));
        assert_eq!(given.get::<Percent>("blind"), Some(&Percent(100)));
        let on = parse(&greenhouse(), &[("fan", "on"), ("blind", "0%")]).unwrap();
        assert_eq!(on.get::<bool>("fan"), Some(&true));
        assert_eq!(on.get::<Percent>("blind"), Some(&Percent(0)));
    }

    #[test]
    fn both_bounds_belong_to_the_range() {
        assert_eq!(given("heat", "5").unwrap().get::<i64>("heat"), Some(&5));
        assert_eq!(given("heat", "35").unwrap().get::<i64>("heat"), Some(&35));
        assert!(given("heat", "4").is_err());
        assert!(given("heat", "36").is_err());
    }

    #[test]
    fn the_message_names_the_bounds() {
        let message = message("heat", "-50").unwrap();
        assert_eq!(
            message,
            "invalid value '-50' for '--heat <DEGREES>': -50 is not in 5..=35"
        );
    }

    #[test]
    fn the_message_holds_the_words_of_std() {
        let expected = "invalid value 'hot' for '--heat <DEGREES>': invalid digit found in string";
        assert_eq!(message("heat", "hot").unwrap(), expected);
        let expected =
            "invalid value '' for '--water <LITRES>': cannot parse float from empty string";
        assert_eq!(message("water", "").unwrap(), expected);
    }

    #[test]
    fn the_message_holds_the_words_of_ones_own_parser() {
        let expected = "invalid value 'open' for '--fan <ON|OFF>': it can be on or off";
        assert_eq!(message("fan", "open").unwrap(), expected);
        let reason = "a percentage such as 40% is expected";
        for text in ["40", "101%", "%", "-1%"] {
            let expected = format!("invalid value '{text}' for '--blind <PERCENT>': {reason}");
            assert_eq!(message("blind", text).unwrap(), expected);
        }
    }

    #[test]
    fn what_is_not_given_is_nothing_in_every_type() {
        let typed = given("heat", "20").unwrap();
        assert_eq!(typed.get::<f64>("water"), None);
        assert_eq!(typed.get::<String>("water"), None);
    }

    #[test]
    fn an_unknown_argument_is_named() {
        assert_eq!(
            message("roof", "open").unwrap(),
            "unexpected argument '--roof' found"
        );
    }

    #[test]
    #[should_panic(expected = "`heat` has another type")]
    fn asking_for_another_type_is_a_mistake_in_the_program() {
        given("heat", "20").unwrap().get::<u32>("heat");
    }
}
