// What a client sends is a list of words: `SET seats 120 EX 60`. The server turns it into a
// command, a value of an enum, before it does anything: then whatever is wrong has been said,
// and the rest of the program need not care about spelling, order and missing words. The words
// are taken one after the other, and none may be left over.

use std::fmt;
use std::time::Duration;

#[derive(Debug, PartialEq)]
enum Command {
    Get(String),
    Set {
        key: String,
        value: String,
        lifetime: Option<Duration>,
    },
    Subscribe(Vec<String>),
}

#[derive(Debug, PartialEq)]
enum Refusal {
    Unknown(String),
    WrongNumber(String),
    Syntax,
    NoNumber,
    BadLifetime,
}

/// What the client reads. The texts are those of Redis.
impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Unknown(name) => write!(f, "ERR unknown command '{name}'"),
            Refusal::WrongNumber(name) => {
                write!(f, "ERR wrong number of arguments for '{name}' command")
            }
            Refusal::Syntax => write!(f, "ERR syntax error"),
            Refusal::NoNumber => write!(f, "ERR value is not an integer or out of range"),
            Refusal::BadLifetime => write!(f, "ERR invalid expire time in 'set' command"),
        }
    }
}

/// The words of a command that have not been taken yet.
struct Words {
    name: String,
    rest: std::vec::IntoIter<String>,
}

impl Words {
    /// The next word, if there is one.
    fn next(&mut self) -> Option<String> {
        self.rest.next()
    }

    fn need(&mut self) -> Result<String, Refusal> {
        self.next()
            .ok_or_else(|| Refusal::WrongNumber(self.name.clone()))
    }

    fn end(&mut self) -> Result<(), Refusal> {
        match self.next() {
            Some(word) if !word.is_empty() => Err(Refusal::WrongNumber(self.name.clone())),
            _ => Ok(()),
        }
    }
}

fn parse(request: &[&str]) -> Result<Command, Refusal> {
    let mut words = request.iter().map(|word| word.to_string());
    let name = words.next().unwrap_or_default();
    let rest = words.collect::<Vec<_>>().into_iter();
    let mut words = Words {
        name: name.to_lowercase(),
        rest,
    };
    match words.name.as_str() {
        "get" => {
            let key = words.need()?;
            words.end()?;
            Ok(Command::Get(key))
        }
        "set" => parse_set(&mut words),
        "subscribe" => {
            let mut channels = vec![words.need()?];
            channels.extend(words.rest);
            Ok(Command::Subscribe(channels))
        }
        _ => Err(Refusal::Unknown(name)),
    }
}

fn parse_set(words: &mut Words) -> Result<Command, Refusal> {
    let (key, value) = (words.need()?, words.need()?);
    let mut lifetime = None;
    // A loop has room for further options; it also sees what comes after the first one.
    while let Some(option) = words.next() {
        let number = words.next().ok_or(Refusal::Syntax)?;
        let from_number = match option.to_lowercase().as_str() {
            "ex" if lifetime.is_none() => Duration::from_secs,
            "px" if lifetime.is_none() => Duration::from_millis,
            _ => return Err(Refusal::Syntax),
        };
        // Signed, so that -5 is a number, though a bad one.
        let number: i64 = number.parse().map_err(|_| Refusal::NoNumber)?;
        if number < 1 {
            return Err(Refusal::BadLifetime);
        }
        lifetime = Some(from_number(number.unsigned_abs()));
    }
    Ok(Command::Set {
        key,
        value,
        lifetime,
    })
}

fn main() {
    for line in [
        "SET seats 120 ex 60",
        "GET seats",
        "SUBSCRIBE",
        "DIM lights",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        match parse(&words) {
            Ok(command) => println!("{command:?}"),
            Err(refusal) => println!("-{refusal}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, Refusal> {
        parse(&line.split(' ').collect::<Vec<_>>())
    }

    fn set(millis: Option<u64>) -> Result<Command, Refusal> {
        Ok(Command::Set {
            key: String::from("seats"),
            value: String::from("120"),
            lifetime: millis.map(Duration::from_millis),
        })
    }

    fn wrong_number(name: &str) -> Result<Command, Refusal> {
        Err(Refusal::WrongNumber(String::from(name)))
    }

    #[test]
    fn a_missing_word_is_refused() {
        assert_eq!(parsed("GET"), wrong_number("get"));
        assert_eq!(parsed("Set seats"), wrong_number("set"));
        assert_eq!(parsed("SUBSCRIBE"), wrong_number("subscribe"));
    }

    #[test]
    fn a_word_too_many_is_refused() {
        assert_eq!(parsed("gEt seats now"), wrong_number("get"));
        assert_eq!(
            parsed("GET seats now").unwrap_err().to_string(),
            "ERR wrong number of arguments for 'get' command"
        );
    }

    #[test]
    fn an_empty_word_is_a_word() {
        assert_eq!(parse(&["GET", ""]), Ok(Command::Get(String::new())));
        assert_eq!(parse(&["GET", "a", ""]), wrong_number("get"));
        assert_eq!(parse(&["SET", "a", "b", ""]), Err(Refusal::Syntax));
    }

    #[test]
    fn a_value_may_have_a_lifetime() {
        assert_eq!(parsed("SET seats 120"), set(None));
        assert_eq!(parsed("SET seats 120 EX 60"), set(Some(60_000)));
        assert_eq!(parsed("set seats 120 px 1500"), set(Some(1500)));
        assert_eq!(parsed("SET seats 120 Px 1"), set(Some(1)));
    }

    #[test]
    fn two_lifetimes_are_one_too_many() {
        let line = "SET seats 120 EX 60 PX 1500";
        assert_eq!(parsed(line), Err(Refusal::Syntax));
        assert_eq!(parsed("SET seats 120 EX 60 60"), Err(Refusal::Syntax));
    }

    #[test]
    fn an_option_that_does_not_exist_is_a_syntax_error() {
        assert_eq!(parsed("SET seats 120 SOON 5"), Err(Refusal::Syntax));
        assert_eq!(parsed("SET seats 120 EX"), Err(Refusal::Syntax));
    }

    #[test]
    fn a_lifetime_is_a_number_above_zero() {
        assert_eq!(parsed("SET seats 120 EX soon"), Err(Refusal::NoNumber));
        assert_eq!(parsed("SET seats 120 PX 1.5"), Err(Refusal::NoNumber));
        assert_eq!(parsed("SET seats 120 EX 0"), Err(Refusal::BadLifetime));
        assert_eq!(parsed("SET seats 120 PX -5"), Err(Refusal::BadLifetime));
    }

    #[test]
    fn all_channels_are_taken_as_they_are_spelt() {
        let channels = ["dome", "Dome", "EX"].map(String::from).to_vec();
        let line = "subscribe dome Dome EX";
        assert_eq!(parsed(line), Ok(Command::Subscribe(channels)));
    }

    #[test]
    fn an_unknown_command_is_named_as_it_was_spelt() {
        let refusal = parsed("Dim lights").unwrap_err();
        assert_eq!(refusal.to_string(), "ERR unknown command 'Dim'");
    }
}
