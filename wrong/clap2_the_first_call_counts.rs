// A potter's kiln is driven by a program, and the program describes its own command line as data:
// a command with arguments, which help, parser and completions read later. The description is
// built by a chain of calls that hand the value on, `Arg::new("cone").short('c').long("cone")`.
// Complete the chain, the changing of an argument, and the questions that a parser asks.

#[derive(Debug, Clone, Default, PartialEq)]
struct Arg {
    id: String,
    short: Option<char>,
    long: Option<String>,
    help: String,
    required: bool,
}

impl Arg {
    fn new(id: impl Into<String>) -> Arg {
        Arg {
            id: id.into(),
            ..Arg::default()
        }
    }

    // `mut self`: the method owns the argument and may change it before it gives it back.
    fn short(mut self, short: char) -> Arg {
        self.short.get_or_insert(short);
        self
    }
    fn long(mut self, long: impl Into<String>) -> Arg {
        self.long.get_or_insert(long.into());
        self
    }

    fn help(self, help: impl Into<String>) -> Arg {
        Arg {
            help: help.into(),
            ..self
        }
    }

    fn required(self, required: bool) -> Arg {
        Arg { required, ..self }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Command {
    name: String,
    args: Vec<Arg>,
}

impl Command {
    fn new(name: impl Into<String>) -> Command {
        Command {
            name: name.into(),
            args: Vec::new(),
        }
    }

    fn arg(mut self, arg: Arg) -> Command {
        self.args.push(arg);
        self
    }

    /// Changes an argument that is there already. One that is not is a mistake in the program, not
    /// of its user, so it may panic.
    fn mut_arg(mut self, id: &str, change: impl FnOnce(Arg) -> Arg) -> Command {
        let place = self.args.iter().position(|arg| arg.id == id);
        let place = place.unwrap_or_else(|| panic!("`{}` has no `{id}`", self.name));

        // It leaves the list to be changed by value. As good: `mem::take` where it is, since an
        // Arg has a default.
        let changed = change(self.args.remove(place));
        self.args.insert(place, changed);
        self
    }

    fn find_short(&self, short: char) -> Option<&Arg> {
        self.args.iter().find(|arg| arg.short == Some(short))
    }

    fn find_long(&self, long: &str) -> Option<&Arg> {
        self.args
            .iter()
            .find(|arg| arg.long.as_deref() == Some(long))
    }

    /// The arguments that are known by their place, in their order.
    fn positionals(&self) -> impl Iterator<Item = &Arg> {
        self.args
            .iter()
            .filter(|arg| arg.short.is_none() && arg.long.is_none())
    }
}

/// The door has a lock that the program can ask.
fn door() -> Arg {
    Arg::new("door").long("shut").help("The door is shut")
}

fn kiln() -> Command {
    Command::new("kiln")
        .arg(
            Arg::new("glaze")
                .help("What the pots are covered with")
                .required(true),
        )
        .arg(
            Arg::new("heat")
                .short('c')
                .long("cone")
                .help("How hot it becomes"),
        )
        .arg(Arg::new("shelf").short('s'))
        .arg(Arg::new("wet").long("wet").help("Dry the pots first"))
        .arg(door())
        .arg(Arg::new("until").help("When to open it"))
}

fn main() {
    let kiln = kiln().mut_arg("heat", |arg| arg.required(true));
    println!("{}: {:?}", kiln.name, kiln.find_short('c'));
    println!("{:?}", kiln.find_long("wet").map(|arg| &arg.help));
    for arg in kiln.positionals() {
        println!("<{}> {}, required: {}", arg.id, arg.help, arg.required);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids<'a>(args: impl IntoIterator<Item = &'a Arg>) -> Vec<&'a str> {
        args.into_iter().map(|arg| arg.id.as_str()).collect()
    }

    #[test]
    fn the_chain_sets_what_it_names() {
        let expected = Arg {
            id: String::from("heat"),
            short: Some('c'),
            long: Some(String::from("cone")),
            help: String::from("How hot it becomes"),
            required: false,
        };
        assert_eq!(kiln().find_short('c'), Some(&expected));
    }

    #[test]
    fn the_order_of_the_calls_does_not_matter() {
        assert_eq!(
            Arg::new("a").long("all").required(true).short('a'),
            Arg::new("a").required(true).short('a').long("all")
        );
    }

    #[test]
    fn the_last_call_counts() {
        assert_eq!(
            Arg::new("a").long("any").long("all"),
            Arg::new("a").long("all")
        );
        assert_eq!(
            Arg::new("a").short('x').short('a'),
            Arg::new("a").short('a')
        );
    }

    #[test]
    fn a_long_name_is_not_the_id() {
        assert_eq!(
            kiln().find_long("cone").map(|arg| arg.id.as_str()),
            Some("heat")
        );
        assert_eq!(kiln().find_long("heat"), None);
    }

    #[test]
    fn an_argument_without_the_name_is_not_found() {
        assert_eq!(kiln().find_long("shelf"), None);
        assert_eq!(kiln().find_short('w'), None);
    }

    #[test]
    fn only_arguments_without_a_name_are_known_by_their_place() {
        assert_eq!(ids(kiln().positionals()), ["glaze", "until"]);
        assert!(kiln().positionals().next().is_some_and(|arg| arg.required));
    }

    #[test]
    fn a_changed_argument_keeps_its_place() {
        let changed = kiln().mut_arg("heat", |arg| arg.required(true).short('k'));
        assert_eq!(ids(&changed.args), ids(&kiln().args));
        assert!(changed.args[1].required);
        assert_eq!(changed.find_short('c'), None);
    }

    #[test]
    fn the_first_and_the_last_can_be_changed() {
        for id in ["glaze", "until"] {
            let changed = kiln().mut_arg(id, |arg| arg.help("see the wall"));
            assert_eq!(ids(&changed.args), ids(&kiln().args));
            let helps: Vec<&Arg> = changed
                .args
                .iter()
                .filter(|arg| arg.help == "see the wall")
                .collect();
            assert_eq!(ids(helps), [id]);
        }
    }

    #[test]
    #[should_panic(expected = "`kiln` has no `lid`")]
    fn what_is_not_there_cannot_be_changed() {
        kiln().mut_arg("lid", |arg| arg.required(true));
    }
}
