// The projector of a planetarium is started with `sky --year 1054 --labels Taurus`. Its parser gets
// the tokens of the command line and the description of the arguments, and makes of both what was
// matched: each argument with its value, and where that came from. Let options fetch their value,
// let values without an option find their argument, and fill up what is not there at the end.

use std::collections::HashMap;

#[derive(Debug, Clone, Copy)]
enum Token<'a> {
    Long(&'a str, Option<&'a str>),
    Value(&'a str),
}

#[derive(Debug, Clone, Copy)]
struct Arg {
    id: &'static str,
    /// Options are found by their id, all other arguments by their place.
    option: bool,
    /// A flag has no value of its own: it is "true" as soon as it is there.
    takes_value: bool,
    required: bool,
    default: Option<&'static str>,
}

const FLAG: Arg = Arg {
    id: "",
    option: true,
    takes_value: false,
    required: false,
    default: None,
};
const OPTION: Arg = Arg {
    takes_value: true,
    ..FLAG
};
const POSITIONAL: Arg = Arg {
    option: false,
    ..OPTION
};

#[derive(Debug, PartialEq, Clone, Copy)]
enum Source {
    CommandLine,
    Default,
}

#[derive(Debug, PartialEq)]
enum Error {
    Unknown(String),
    /// Everything that is required and not there, in the order of the description.
    Missing(Vec<&'static str>),
    NoValue(&'static str),
    ValueForFlag(&'static str),
}

#[derive(Debug, Default)]
struct ArgMatches(HashMap<&'static str, (String, Source)>);

impl ArgMatches {
    fn get(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(|(value, _)| value.as_str())
    }

    fn source(&self, id: &str) -> Option<Source> {
        self.0.get(id).map(|(_, source)| *source)
    }
}

fn parse(args: &[Arg], tokens: &[Token]) -> Result<ArgMatches, Error> {
    let mut matches = ArgMatches::default();
    let mut places = args.iter().filter(|arg| !arg.option);
    let mut tokens = tokens.iter().copied().peekable();

    while let Some(token) = tokens.next() {
        let (arg, value) = match token {
            Token::Long(name, value) => {
                let arg = args.iter().find(|arg| arg.option && arg.id == name);
                let arg = arg.ok_or_else(|| Error::Unknown(format!("--{name}")))?;
                (arg, option_value(arg, value, &mut tokens)?)
            }
            Token::Value(value) => {
                let arg = places
                    .next()
                    .ok_or_else(|| Error::Unknown(value.to_string()))?;
                (arg, value.to_string())
            }
        };
        matches.0.insert(arg.id, (value, Source::CommandLine));
    }

    for arg in args {
        if let Some(default) = arg.default {
            let filled = (default.to_string(), Source::Default);
            matches.0.entry(arg.id).or_insert(filled);
        }
    }
    let is_missing = |arg: &&Arg| arg.required && matches.get(arg.id).is_none();
    let missing: Vec<_> = args.iter().filter(is_missing).map(|arg| arg.id).collect();
    if missing.is_empty() {
        Ok(matches)
    } else {
        Err(Error::Missing(missing))
    }
}

/// `attached` is the value behind an equals sign, `rest` the tokens behind the option.
fn option_value<'a>(
    arg: &Arg,
    attached: Option<&str>,
    rest: &mut std::iter::Peekable<impl Iterator<Item = Token<'a>>>,
) -> Result<String, Error> {
    match (arg.takes_value, attached) {
        (false, None) => Ok(String::from("true")),
        (false, Some(_)) => Err(Error::ValueForFlag(arg.id)),
        (true, Some(value)) => Ok(value.to_string()),
        (true, None) => match rest.next() {
            Some(Token::Value(value) | Token::Long(value, _)) => Ok(value.to_string()),
            _ => Err(Error::NoValue(arg.id)),
        },
    }
}

fn sky() -> Vec<Arg> {
    vec![
        Arg {
            id: "labels",
            ..FLAG
        },
        Arg {
            id: "year",
            default: Some("2000"),
            ..OPTION
        },
        Arg {
            id: "place",
            required: true,
            ..OPTION
        },
        Arg {
            id: "constellation",
            required: true,
            ..POSITIONAL
        },
        Arg {
            id: "language",
            default: Some("la"),
            ..POSITIONAL
        },
    ]
}

fn main() {
    let tokens = [Token::Long("place", Some("Cusco")), Token::Value("Crux")];
    match parse(&sky(), &tokens) {
        Ok(matches) => {
            for arg in sky() {
                println!(
                    "{}: {:?}, {:?}",
                    arg.id,
                    matches.get(arg.id),
                    matches.source(arg.id)
                );
            }
        }
        Err(error) => println!("{error:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Token::*;
    use super::*;

    const PLACE: Token = Long("place", Some("Cusco"));

    fn values(tokens: &[Token]) -> Result<[Option<String>; 5], Error> {
        let matches = parse(&sky(), tokens)?;
        let get = |id| matches.get(id).map(String::from);
        Ok([
            get("labels"),
            get("year"),
            get("place"),
            get("constellation"),
            get("language"),
        ])
    }

    fn some(texts: [&str; 5]) -> Result<[Option<String>; 5], Error> {
        Ok(texts.map(|text| {
            if text.is_empty() {
                None
            } else {
                Some(text.to_string())
            }
        }))
    }

    #[test]
    fn what_is_not_given_has_its_default() {
        assert_eq!(
            values(&[PLACE, Value("Crux")]),
            some(["", "2000", "Cusco", "Crux", "la"])
        );
    }

    #[test]
    fn what_is_given_has_no_default() {
        let tokens = [
            Long("year", Some("1054")),
            PLACE,
            Value("Crux"),
            Value("de"),
        ];
        assert_eq!(values(&tokens), some(["", "1054", "Cusco", "Crux", "de"]));
    }

    #[test]
    fn the_matches_know_where_a_value_came_from() {
        let matches = parse(&sky(), &[PLACE, Value("Crux"), Value("la")]).unwrap();
        assert_eq!(matches.source("year"), Some(Source::Default));
        assert_eq!(matches.source("language"), Some(Source::CommandLine));
        assert_eq!(matches.source("labels"), None);
    }

    #[test]
    fn the_next_token_is_the_value() {
        let tokens = [Long("place", None), Value("Oslo"), Value("Crux")];
        assert_eq!(values(&tokens), some(["", "2000", "Oslo", "Crux", "la"]));
    }

    #[test]
    fn a_flag_leaves_the_next_token() {
        let tokens = [Long("labels", None), Value("Lyra"), PLACE];
        assert_eq!(
            values(&tokens),
            some(["true", "2000", "Cusco", "Lyra", "la"])
        );
    }

    #[test]
    fn an_option_is_no_value_of_another() {
        let tokens = [Long("year", None), PLACE, Value("Crux")];
        assert_eq!(values(&tokens), Err(Error::NoValue("year")));
        assert_eq!(
            values(&[Value("Crux"), Long("place", None)]),
            Err(Error::NoValue("place"))
        );
    }

    #[test]
    fn a_flag_has_no_value() {
        let tokens = [Long("labels", Some("all"))];
        assert_eq!(values(&tokens), Err(Error::ValueForFlag("labels")));
    }

    #[test]
    fn all_that_is_missing_is_told() {
        assert_eq!(
            values(&[]),
            Err(Error::Missing(vec!["place", "constellation"]))
        );
        assert_eq!(values(&[PLACE]), Err(Error::Missing(vec!["constellation"])));
    }

    #[test]
    fn a_default_is_enough_for_what_is_required() {
        let zoom = [Arg {
            id: "zoom",
            required: true,
            default: Some("1"),
            ..OPTION
        }];
        assert_eq!(parse(&zoom, &[]).unwrap().get("zoom"), Some("1"));
    }

    #[test]
    fn a_place_too_many_is_unknown() {
        let tokens = [PLACE, Value("Crux"), Value("de"), Value("at")];
        assert_eq!(values(&tokens), Err(Error::Unknown(String::from("at"))));
    }

    #[test]
    fn places_are_not_found_by_name() {
        let tokens = [PLACE, Long("constellation", Some("Crux"))];
        assert_eq!(
            values(&tokens),
            Err(Error::Unknown(String::from("--constellation")))
        );
    }
}
