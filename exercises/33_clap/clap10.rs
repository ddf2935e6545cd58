// The whole of it in miniature: the command line of the pottery's kiln from the last exercise, but
// parsed by a library of your own. Whatever the words are, it answers like clap: the same help and
// the same errors, byte for byte, 0 for help and 2 for what is refused. The modules are in the
// order of the work: what a command line is, how it is shown, and how words are parsed and
// validated. Six places, two of them in `output` and four in `parser`, are not finished.

mod builder {
    #[derive(Clone, Copy, PartialEq, Default)]
    pub enum Action {
        #[default]
        Set,
        Append,
        SetTrue,
        Count,
        Help,
        Version,
    }

    #[derive(Clone, Default)]
    pub enum ValueParser {
        #[default]
        Text,
        Number(i64, i64),
        Word(&'static [&'static str]),
        Checked(fn(&str) -> Result<i64, String>),
    }

    #[derive(Clone, Default)]
    pub struct Arg {
        pub id: &'static str,
        pub short: Option<char>,
        pub long: Option<&'static str>,
        pub value_name: &'static str,
        pub help: &'static str,
        pub action: Action,
        pub parser: ValueParser,
        pub required: bool,
        pub default: Option<&'static str>,
        pub delimiter: Option<char>,
        pub conflicts: Option<&'static str>,
        pub requires: Option<&'static str>,
    }

    impl Arg {
        pub fn takes_value(&self) -> bool {
            matches!(self.action, Action::Set | Action::Append)
        }

        pub fn is_positional(&self) -> bool {
            self.short.is_none() && self.long.is_none()
        }

        pub fn is_built_in(&self) -> bool {
            matches!(self.action, Action::Help | Action::Version)
        }

        /// As usage and errors show it.
        pub fn shown(&self, required: bool) -> String {
            if self.is_positional() {
                let name = self.value_name;
                let dots = if self.action == Action::Append {
                    "..."
                } else {
                    ""
                };
                return if required {
                    format!("<{name}>{dots}")
                } else {
                    format!("[{name}]{dots}")
                };
            }
            let long = self.long.map(|long| format!("--{long}"));
            let short = || self.short.map(|short| format!("-{short}"));
            long.or_else(short).unwrap_or_default() + &self.suffix()
        }

        pub fn suffix(&self) -> String {
            match self.action {
                Action::Set | Action::Append => format!(" <{}>", self.value_name),
                Action::Count => String::from("..."),
                _ => String::new(),
            }
        }
    }

    #[derive(Clone, Default)]
    pub struct Command {
        pub name: &'static str,
        pub path: String,
        pub about: &'static str,
        pub version: Option<&'static str>,
        pub args: Vec<Arg>,
        pub subcommands: Vec<Command>,
    }

    impl Command {
        pub fn new(name: &'static str, about: &'static str) -> Self {
            let path = String::from(name);
            Command {
                name,
                path,
                about,
                ..Command::default()
            }
        }

        pub fn arg(mut self, arg: Arg) -> Self {
            self.args.push(arg);
            self
        }

        pub fn subcommand(mut self, subcommand: Command) -> Self {
            self.subcommands.push(subcommand);
            self
        }

        /// Adds what every command has.
        pub fn build(mut self) -> Self {
            let flag = |short, long, help, action| Arg {
                id: long,
                short: Some(short),
                long: Some(long),
                help,
                action,
                ..Arg::default()
            };
            self.subcommands = self
                .subcommands
                .into_iter()
                .map(|mut subcommand| {
                    subcommand.path = format!("{} {}", self.path, subcommand.name);
                    subcommand.build()
                })
                .collect();
            if !self.subcommands.is_empty() {
                let about = "Print this message or the help of the given subcommand(s)";
                let mut help = Command::new("help", about);
                help.path = format!("{} help", self.path);
                self.subcommands.push(help.arg(Arg {
                    id: "command",
                    value_name: "COMMAND",
                    action: Action::Append,
                    help: "Print help for the subcommand(s)",
                    ..Arg::default()
                }));
            }
            self.args
                .push(flag('h', "help", "Print help", Action::Help));
            if self.version.is_some() {
                self.args
                    .push(flag('V', "version", "Print version", Action::Version));
            }
            self
        }

        pub fn find(&self, name: &str) -> Option<&Command> {
            self.subcommands
                .iter()
                .find(|subcommand| subcommand.name == name)
        }

        pub fn get(&self, id: &str) -> &Arg {
            self.args
                .iter()
                .find(|arg| arg.id == id)
                .expect("an argument of this command")
        }

        pub fn positionals(&self) -> impl Iterator<Item = &Arg> {
            self.args.iter().filter(|arg| arg.is_positional())
        }
    }
}

mod output {
    use super::builder::{Arg, Command, ValueParser};

    /// The end of the parsing: help and the version on stdout, errors on stderr.
    #[derive(Debug, PartialEq)]
    pub struct Exit {
        pub code: u8,
        pub text: String,
    }

    pub fn error(message: String, tips: &[String], usage: Option<String>) -> Exit {
        let mut text = format!("error: {message}");
        if !tips.is_empty() {
            text += "\n";
        }
        for tip in tips {
            text += &format!("\n  tip: {tip}");
        }
        if let Some(usage) = usage {
            text += &format!("\n\nUsage: {usage}");
        }
        text += "\n\nFor more information, try '--help'.\n";
        Exit { code: 2, text }
    }

    /// How similar two words are, from 0 to 1: after Jaro.
    pub fn similarity(a: &str, b: &str) -> f64 {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
        let mut partner = vec![None; b.len()];
        let mut matched = Vec::new();
        for (i, letter) in a.iter().enumerate() {
            let near = i.saturating_sub(reach)..b.len().min(i + reach + 1);
            if let Some(j) = near
                .into_iter()
                .find(|&j| partner[j].is_none() && b[j] == *letter)
            {
                partner[j] = Some(i);
                matched.push(*letter);
            }
        }
        if matched.is_empty() {
            return 0.0;
        }
        let others = (0..b.len()).filter(|&j| partner[j].is_some()).map(|j| b[j]);
        let swapped = matched
            .iter()
            .zip(others)
            .filter(|(x, y)| **x != *y)
            .count()
            / 2;
        let m = matched.len() as f64;
        (m / a.len() as f64 + m / b.len() as f64 + (m - swapped as f64) / m) / 3.0
    }

    /// What the user may have meant, the most similar last.
    pub fn similar<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let mut found: Vec<(f64, &str)> =
            known.map(|name| (similarity(word, name), name)).collect();

        // TODO: Keep what is more similar than 0.7, and put the most similar last.
        found.retain(|(similarity, _)| *similarity > 0.0);

        found.into_iter().map(|(_, name)| name).collect()
    }

    impl Command {
        /// The ids of what must be there.
        pub fn required(&self) -> Vec<&'static str> {
            self.args
                .iter()
                .filter(|arg| arg.required)
                .map(|arg| arg.id)
                .collect()
        }

        /// In help; an error whose author has used nothing yet shows the same.
        pub fn usage(&self) -> String {
            self.usage_of(&self.required(), &[])
        }

        /// In errors: what is required, and what was used. Other options are left out.
        pub fn usage_of(&self, required: &[&'static str], used: &[&'static str]) -> String {
            let mut parts = vec![self.path.clone()];
            let optional = |arg: &Arg| !arg.is_positional() && !arg.required && !arg.is_built_in();
            if used.is_empty() && self.args.iter().any(optional) {
                parts.push(String::from("[OPTIONS]"));
            }
            let wanted: Vec<&str> = required.iter().chain(used).copied().collect();
            for arg in wanted.iter().map(|id| self.get(id)) {
                if !arg.is_positional() && !parts.contains(&arg.shown(arg.required)) {
                    parts.push(arg.shown(arg.required));
                }
            }
            parts.extend(
                self.positionals()
                    .map(|arg| arg.shown(wanted.contains(&arg.id))),
            );
            if !self.subcommands.is_empty() {
                parts.push(String::from("<COMMAND>"));
            }
            parts.join(" ")
        }

        fn names(arg: &Arg) -> String {
            match (arg.short, arg.long) {
                (Some(short), Some(long)) => format!("-{short}, --{long}{}", arg.suffix()),
                (None, Some(_)) => format!("    {}", arg.shown(arg.required)),
                _ => arg.shown(arg.required),
            }
        }

        fn about(arg: &Arg) -> String {
            let mut text = String::from(arg.help);
            if let Some(default) = arg.default {
                text += &format!(" [default: {default}]");
            }
            if let ValueParser::Word(words) = arg.parser {
                text += &format!(" [possible values: {}]", words.join(", "));
            }
            text
        }

        pub fn help(&self) -> String {
            let row = |arg: &Arg| (Self::names(arg), Self::about(arg));
            let commands = self.subcommands.iter();
            let sections: [(&str, Vec<(String, String)>); 3] = [
                (
                    "Commands",
                    commands.map(|c| (c.name.into(), c.about.into())).collect(),
                ),
                ("Arguments", self.positionals().map(row).collect()),
                (
                    "Options",
                    self.args
                        .iter()
                        .filter(|arg| !arg.is_positional())
                        .map(row)
                        .collect(),
                ),
            ];
            let mut text = format!("{}\n\nUsage: {}\n", self.about, self.usage());
            for (heading, rows) in sections {
                if rows.is_empty() {
                    continue;
                }
                text += &format!("\n{heading}:\n");

                // TODO: The longest name decides where the second column begins, in each section anew.
                let width = 0;
                for (left, right) in rows {
                    text += &format!("  {left:width$}  {right}\n");
                }
            }

            text
        }
    }
}

mod parser {
    use super::builder::{Action, Arg, Command, ValueParser};
    use super::output::{Exit, error, similar};

    #[derive(Debug, Clone, PartialEq)]
    pub enum Value {
        Text(String),
        Number(i64),
        /// Of a flag.
        Set,
    }

    #[derive(Debug, PartialEq)]
    pub struct Found {
        pub id: &'static str,
        pub values: Vec<Value>,
        /// Written by the user, and not a default.
        pub explicit: bool,
    }

    #[derive(Debug, PartialEq, Default)]
    pub struct Matches {
        pub found: Vec<Found>,
        pub subcommand: Option<(&'static str, Box<Matches>)>,
    }

    impl Matches {
        pub fn values(&self, id: &str) -> &[Value] {
            let found = self.found.iter().find(|found| found.id == id);
            found.map_or(&[], |found| &found.values)
        }

        pub fn numbers(&self, id: &str) -> Vec<i64> {
            let number = |value: &Value| match value {
                Value::Number(number) => Some(*number),
                _ => None,
            };
            self.values(id).iter().filter_map(number).collect()
        }

        pub fn number(&self, id: &str) -> Option<i64> {
            self.numbers(id).first().copied()
        }

        pub fn texts(&self, id: &str) -> Vec<&str> {
            let mut texts = Vec::new();
            for value in self.values(id) {
                if let Value::Text(text) = value {
                    texts.push(text.as_str());
                }
            }
            texts
        }

        /// The ids of what the user wrote, in that order.
        fn used(&self) -> Vec<&'static str> {
            self.found
                .iter()
                .filter(|found| found.explicit)
                .map(|found| found.id)
                .collect()
        }
    }

    struct Parser<'c> {
        command: &'c Command,
        matches: Matches,
        /// An argument that may get more values, and the values it has.
        pending: Option<(&'c Arg, Vec<String>)>,
    }

    pub fn parse(command: &Command, words: &[String]) -> Result<Matches, Exit> {
        let mut parser = Parser {
            command,
            matches: Matches::default(),
            pending: None,
        };
        parser.words(words)?;
        parser.settle()?;
        for arg in &command.args {
            if let Some(default) = arg.default
                && parser.matches.values(arg.id).is_empty()
            {
                let values = vec![value(arg, default)?];
                parser.matches.found.push(Found {
                    id: arg.id,
                    values,
                    explicit: false,
                });
            }
        }
        validate(command, &parser.matches)?;
        Ok(parser.matches)
    }

    impl<'c> Parser<'c> {
        fn words(&mut self, words: &[String]) -> Result<(), Exit> {
            // Behind `--` everything is a value.
            let mut trailing = false;
            // An option waits for its value.
            let mut open = false;
            let mut position = 0;
            for (n, word) in words.iter().enumerate() {
                let rest = &words[n + 1..];
                if !trailing {
                    if !open && let Some(subcommand) = self.command.find(word) {
                        if subcommand.name == "help" {
                            return Err(help_of(self.command, rest));
                        }
                        let matches = Box::new(parse(subcommand, rest)?);
                        self.matches.subcommand = Some((subcommand.name, matches));
                        return Ok(());
                    }

                    // TODO: It is no value itself, but all words behind it are.
                    if word == "--" {
                        trailing = false;
                        continue;
                    }

                    if let Some(long) = word.strip_prefix("--") {
                        open = self.long(long, rest)?;
                        continue;
                    }
                    if let Some(cluster) = word.strip_prefix('-').filter(|c| !c.is_empty()) {
                        open = self.shorts(cluster)?;
                        continue;
                    }
                    if open && let Some((_, values)) = &mut self.pending {
                        values.push(word.clone());
                        open = false;
                        continue;
                    }
                }
                let Some(arg) = self.command.positionals().nth(position) else {
                    let _ = self.settle();
                    return Err(unexpected(self.command, word, trailing));
                };
                let many = arg.action == Action::Append;
                match &mut self.pending {
                    Some((pending, values)) if many && pending.id == arg.id => {
                        values.push(word.clone())
                    }
                    _ => {
                        self.settle()?;
                        self.pending = Some((arg, vec![word.clone()]));
                    }
                }
                if !many {
                    position += 1;
                }
            }
            Ok(())
        }

        /// True if the next word is its value.
        fn long(&mut self, text: &str, rest: &[String]) -> Result<bool, Exit> {
            let (name, attached) = match text.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (text, None),
            };
            let Some(arg) = self.command.args.iter().find(|arg| arg.long == Some(name)) else {
                let _ = self.settle();
                return Err(unknown_long(self.command, name, rest, self.matches.used()));
            };
            match attached {
                Some(value) if !arg.takes_value() => {
                    let shown = arg.shown(arg.required);
                    let message = format!(
                        "unexpected value '{value}' for '{shown}' found; no more were expected"
                    );
                    let required = self.command.required();
                    Err(error(
                        message,
                        &[],
                        Some(self.command.usage_of(&required, &[arg.id])),
                    ))
                }
                _ => self.option(arg, attached),
            }
        }

        fn shorts(&mut self, cluster: &str) -> Result<bool, Exit> {
            let mut letters = cluster.chars();
            while let Some(letter) = letters.next() {
                let Some(arg) = self
                    .command
                    .args
                    .iter()
                    .find(|arg| arg.short == Some(letter))
                else {
                    let _ = self.settle();
                    let word = format!("-{letter}");
                    let tips: Vec<String> = self
                        .command
                        .positionals()
                        .map(|_| as_value(&word))
                        .collect();
                    let message = format!("unexpected argument '{word}' found");
                    return Err(error(message, &tips, Some(self.command.usage())));
                };

                // TODO: If this one takes a value, what is left of the word is that value, with `=` in
                // front or without; the next word is it only if nothing is left.
                if arg.takes_value() {
                    return self.option(arg, None);
                }

                self.option(arg, None)?;
            }
            Ok(false)
        }

        fn option(&mut self, arg: &'c Arg, attached: Option<&str>) -> Result<bool, Exit> {
            self.settle()?;
            match attached {
                None if arg.takes_value() => {
                    self.pending = Some((arg, Vec::new()));
                    Ok(true)
                }
                _ => {
                    self.react(arg, attached.map(String::from).into_iter().collect())?;
                    Ok(false)
                }
            }
        }

        fn settle(&mut self) -> Result<(), Exit> {
            match self.pending.take() {
                Some((arg, values)) => self.react(arg, values),
                None => Ok(()),
            }
        }

        fn react(&mut self, arg: &Arg, raw: Vec<String>) -> Result<(), Exit> {
            let found = &mut self.matches.found;
            let before = found.iter().position(|found| found.id == arg.id);
            let mut new = Found {
                id: arg.id,
                values: Vec::new(),
                explicit: true,
            };
            match arg.action {
                Action::Help => {
                    return Err(Exit {
                        code: 0,
                        text: self.command.help(),
                    });
                }
                Action::Version => {
                    let version = self.command.version.unwrap_or_default();
                    return Err(Exit {
                        code: 0,
                        text: format!("{} {version}\n", self.command.name),
                    });
                }
                Action::Set | Action::Append if raw.is_empty() => return Err(no_value(arg)),
                Action::Set | Action::SetTrue if before.is_some() => {
                    let message = format!(
                        "the argument '{}' cannot be used multiple times",
                        arg.shown(arg.required)
                    );
                    return Err(error(message, &[], Some(self.command.usage())));
                }
                Action::SetTrue => new.values.push(Value::Set),
                Action::Count => {
                    let count = before.map_or(0, |n| found.remove(n).values.len());
                    new.values = vec![Value::Set; count + 1];
                }
                Action::Append if let Some(n) = before => new = found.remove(n),
                Action::Set | Action::Append => {}
            }
            found.push(new);
            let at = found.len() - 1;
            for raw in &raw {
                match arg.delimiter {
                    Some(delimiter) => {
                        for part in raw.split(delimiter) {
                            found[at].values.push(value(arg, part)?);
                        }
                    }
                    None => found[at].values.push(value(arg, raw)?),
                }
            }
            Ok(())
        }
    }

    fn value(arg: &Arg, raw: &str) -> Result<Value, Exit> {
        let invalid = |why: String| {
            let shown = arg.shown(arg.required);
            error(
                format!("invalid value '{raw}' for '{shown}': {why}"),
                &[],
                None,
            )
        };
        match &arg.parser {
            ValueParser::Text => Ok(Value::Text(String::from(raw))),
            ValueParser::Number(least, most) => {
                let number = raw.parse::<i64>().map_err(|e| invalid(e.to_string()))?;
                if !(*least..=*most).contains(&number) {
                    return Err(invalid(format!("{number} is not in {least}..={most}")));
                }
                Ok(Value::Number(number))
            }
            ValueParser::Checked(check) => check(raw).map(Value::Number).map_err(invalid),
            ValueParser::Word(words) if words.contains(&raw) => Ok(Value::Text(String::from(raw))),
            ValueParser::Word(_) if raw.is_empty() => Err(no_value(arg)),
            ValueParser::Word(words) => {
                let mut message =
                    format!("invalid value '{raw}' for '{}'", arg.shown(arg.required));
                message += &format!("\n  [possible values: {}]", words.join(", "));
                let tip = similar(raw, words.iter().copied()).pop();
                let tip = tip.map(|word| format!("a similar value exists: '{word}'"));
                Err(error(message, tip.as_slice(), None))
            }
        }
    }

    fn no_value(arg: &Arg) -> Exit {
        let shown = arg.shown(arg.required);
        let mut message = format!("a value is required for '{shown}' but none was supplied");
        if let ValueParser::Word(words) = arg.parser {
            message += &format!("\n  [possible values: {}]", words.join(", "));
        }
        error(message, &[], None)
    }

    fn as_value(word: &str) -> String {
        format!("to pass '{word}' as a value, use '-- {word}'")
    }

    fn unknown_long(
        command: &Command,
        name: &str,
        rest: &[String],
        mut used: Vec<&'static str>,
    ) -> Exit {
        let longs = |command: &Command| {
            command
                .args
                .iter()
                .filter_map(|arg| arg.long)
                .collect::<Vec<_>>()
        };
        let mut tips = Vec::new();
        if let Some(meant) = similar(name, longs(command).into_iter()).pop() {
            tips.push(format!("a similar argument exists: '--{meant}'"));
            if let Some(arg) = command.args.iter().find(|arg| arg.long == Some(meant))
                && !used.contains(&arg.id)
            {
                used.push(arg.id);
            }
        } else {
            // Perhaps it belongs behind a subcommand that comes later.
            let named = rest.iter().filter_map(|word| command.find(word));
            let mut meant = named.filter_map(|sub| {
                let long = similar(name, longs(sub).into_iter()).pop()?;
                Some(format!("'{} --{long}' exists", sub.name))
            });
            tips.extend(meant.next());
            if tips.is_empty() {
                tips.extend(
                    command
                        .positionals()
                        .map(|_| as_value(&format!("--{name}"))),
                );
            }
        }
        let usage = command.usage_of(&command.required(), &used);
        error(
            format!("unexpected argument '--{name}' found"),
            &tips,
            Some(usage),
        )
    }

    fn unexpected(command: &Command, word: &str, trailing: bool) -> Exit {
        let usage = Some(command.usage());
        let argument = format!("unexpected argument '{word}' found");
        if trailing && command.find(word).is_some() {
            let tip = format!("subcommand '{word}' exists; to use it, remove the '--' before it");
            return error(argument, &[tip], usage);
        }
        if command.subcommands.is_empty() {
            return error(argument, &[], usage);
        }
        let names = similar(word, command.subcommands.iter().map(|sub| sub.name));
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let tip = match quoted.len() {
            0 => None,
            1 => Some(format!("a similar subcommand exists: {}", quoted[0])),
            _ => Some(format!(
                "some similar subcommands exist: {}",
                quoted.join(", ")
            )),
        };
        error(
            format!("unrecognized subcommand '{word}'"),
            tip.as_slice(),
            usage,
        )
    }

    fn help_of(command: &Command, names: &[String]) -> Exit {
        let mut command = command;
        for name in names {
            match command.find(name) {
                Some(subcommand) => command = subcommand,
                None => {
                    let message = format!("unrecognized subcommand '{name}'");
                    return error(message, &[], Some(command.usage()));
                }
            }
        }
        Exit {
            code: 0,
            text: command.help(),
        }
    }

    fn validate(command: &Command, matches: &Matches) -> Result<(), Exit> {
        let used = matches.used();
        if used.is_empty() && matches.subcommand.is_none() && !command.subcommands.is_empty() {
            return Err(Exit {
                code: 2,
                text: command.help(),
            });
        }
        if matches.subcommand.is_none() && !command.subcommands.is_empty() {
            let names: Vec<&str> = command.subcommands.iter().map(|sub| sub.name).collect();
            let mut message = format!(
                "'{}' requires a subcommand but one was not provided",
                command.path
            );
            message += &format!("\n  [subcommands: {}]", names.join(", "));
            return Err(error(message, &[], Some(command.usage())));
        }

        // TODO: A conflict holds in both directions, whichever of the two names the other.
        let in_conflict = |a: &Arg, b: &Arg| a.conflicts == Some(b.id);

        let present: Vec<&Arg> = used.iter().map(|id| command.get(id)).collect();
        for arg in &present {
            let others: Vec<&&Arg> = present
                .iter()
                .filter(|other| in_conflict(arg, other))
                .collect();
            if let Some(first) = others.first() {
                let message = format!(
                    "the argument '{}' cannot be used with '{}'",
                    arg.shown(arg.required),
                    first.shown(first.required)
                );
                let kept: Vec<&'static str> =
                    used.iter().copied().filter(|id| *id != first.id).collect();
                let mut wanted: Vec<&'static str> = kept
                    .iter()
                    .filter_map(|id| command.get(id).requires)
                    .filter(|id| !kept.contains(id) && *id != first.id)
                    .collect();
                wanted.extend(&kept);
                return Err(error(
                    message,
                    &[],
                    Some(command.usage_of(&command.required(), &wanted)),
                ));
            }
        }

        // TODO: What is present may require others.
        let required = command.required();

        let excused = |arg: &Arg| present.iter().any(|other| in_conflict(arg, other));
        let missing: Vec<&Arg> = required
            .iter()
            .filter(|id| !used.contains(id))
            .map(|id| command.get(id))
            .filter(|arg| !excused(arg))
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut message = String::from("the following required arguments were not provided:");
        let (positionals, options): (Vec<&Arg>, Vec<&Arg>) =
            missing.iter().partition(|arg| arg.is_positional());
        for arg in options.iter().chain(&positionals) {
            message += &format!("\n  {}", arg.shown(true));
        }
        let wanted: Vec<&'static str> = used
            .iter()
            .copied()
            .chain(missing.iter().map(|arg| arg.id))
            .collect();
        Err(error(
            message,
            &[],
            Some(command.usage_of(&required, &wanted)),
        ))
    }
}

use builder::{Action, Arg, Command, ValueParser};
use output::Exit;
use parser::{Matches, parse};

fn option(short: char, long: &'static str, value_name: &'static str, help: &'static str) -> Arg {
    Arg {
        id: long,
        short: Some(short),
        long: Some(long),
        value_name,
        help,
        ..Arg::default()
    }
}

fn kiln() -> Command {
    let fire = Command::new("fire", "Plan a firing, step by step")
        .arg(Arg {
            id: "steps",
            value_name: "DEGREES",
            action: Action::Append,
            required: true,
            help: "The temperatures to reach, one after the other",
            parser: ValueParser::Number(100, 1300),
            ..Arg::default()
        })
        .arg(Arg {
            default: Some("150"),
            conflicts: Some("pace"),
            parser: ValueParser::Number(1, 400),
            ..option('r', "rate", "RATE", "How fast, in degrees per hour")
        })
        .arg(Arg {
            parser: ValueParser::Word(&["slow", "steady", "fast"]),
            ..option('p', "pace", "PACE", "How fast, in a word")
        })
        .arg(Arg {
            parser: ValueParser::Number(0, 1439),
            ..option(
                's',
                "start",
                "MINUTE",
                "When the kiln is switched on, in minutes after midnight",
            )
        })
        .arg(Arg {
            id: "alarm",
            long: Some("alarm"),
            help: "Ring when it is done",
            action: Action::SetTrue,
            requires: Some("start"),
            ..Arg::default()
        });
    let glaze = Command::new("glaze", "Weigh out a glaze")
        .arg(Arg {
            id: "grams",
            value_name: "GRAMS",
            help: "How much of it",
            required: true,
            parser: ValueParser::Number(1, 5000),
            ..Arg::default()
        })
        .arg(Arg {
            required: true,
            parser: ValueParser::Word(&["celadon", "tenmoku", "shino"]),
            ..option('k', "kind", "KIND", "Which one")
        })
        .arg(Arg {
            action: Action::Append,
            delimiter: Some(','),
            ..option('w', "without", "MATERIAL", "Leave a material out")
        });
    let mut kiln = Command::new("kiln", "Plans the firings of a pottery kiln")
        .arg(Arg {
            action: Action::Count,
            ..option('v', "verbose", "", "Say more, and twice says everything")
        })
        .arg(Arg {
            default: Some("20"),
            parser: ValueParser::Checked(degrees),
            ..option(
                'r',
                "room",
                "DEGREES",
                "The temperature of the workshop, like 18 or 64F",
            )
        })
        .subcommand(fire)
        .subcommand(glaze);
    kiln.version = Some("1.4");
    kiln.build()
}

/// Degrees Celsius, or Fahrenheit with an F behind them.
fn degrees(text: &str) -> Result<i64, String> {
    let wrong = |_| String::from("not a temperature");
    match text.strip_suffix('F') {
        Some(number) => Ok((number.parse::<i64>().map_err(wrong)? - 32) * 5 / 9),
        None => text.parse().map_err(wrong),
    }
}

fn fire(matches: &Matches, room: i64) -> Vec<String> {
    let rate = match matches.texts("pace").first() {
        Some(&"slow") => Some(80),
        Some(&"steady") => Some(150),
        Some(_) => Some(300),
        None => matches.number("rate"),
    };
    let rate = rate.expect("a default");
    let (mut now, mut minute) = (room, matches.number("start").unwrap_or_default());
    let mut lines = Vec::new();
    for step in matches.numbers("steps") {
        let minutes = (step - now).abs() * 60 / rate;
        minute += minutes;
        now = step;
        lines.push(format!("to {step} degrees: {minutes} minutes"));
    }
    if !matches.values("alarm").is_empty() {
        lines.push(format!("rings at minute {minute}"));
    }
    lines
}

fn glaze(matches: &Matches) -> Vec<String> {
    let recipe = match matches.texts("kind")[0] {
        "celadon" => [("feldspar", 45), ("silica", 33), ("whiting", 22)],
        "tenmoku" => [("feldspar", 50), ("silica", 25), ("iron", 25)],
        _ => [("feldspar", 70), ("kaolin", 20), ("soda", 10)],
    };
    let grams = matches.number("grams").expect("it is required");
    let without = matches.texts("without");
    let used = recipe
        .iter()
        .filter(|(material, _)| !without.contains(material));
    used.map(|(material, parts)| format!("{material}: {} g", grams * parts / 100))
        .collect()
}

/// What a program with these words behind its name prints, or why not.
fn run(words: &[String]) -> Result<Vec<String>, Exit> {
    let matches = parse(&kiln(), words)?;
    let room = matches.number("room").expect("a default");
    let mut lines = match &matches.subcommand {
        Some(("fire", matches)) => fire(matches, room),
        Some((_, matches)) => glaze(matches),
        None => Vec::new(),
    };
    let said = matches.values("verbose").len();
    if said > 0 {
        lines.push(format!("{} lines, said {said} times", lines.len()));
    }
    Ok(lines)
}

fn main() -> std::process::ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    if words.is_empty() {
        // Without arguments it shows what it can do.
        println!("{}", kiln().help());
        words = ["fire", "600", "1240", "--pace", "slow"]
            .map(String::from)
            .to_vec();
    }
    match run(&words) {
        Ok(lines) => {
            lines.iter().for_each(|line| println!("{line}"));
            std::process::ExitCode::SUCCESS
        }
        Err(exit) => {
            if exit.code == 0 {
                print!("{}", exit.text);
            } else {
                eprint!("{}", exit.text);
            }
            std::process::ExitCode::from(exit.code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<String> {
        line.split(' ').map(String::from).collect()
    }

    fn help(line: &str) -> String {
        let exit = run(&words(line)).expect_err(line);
        assert_eq!(exit.code, 0);
        exit.text
    }

    /// Lines with what clap says to them, or with what the job prints. Errors are compared without
    /// their empty lines and without the last one.
    fn kiln_says(transcript: &str) {
        for part in transcript.split("\n$ kiln ").skip(1) {
            let (line, expected) = part.split_once('\n').expect("a line and an answer");
            let lines = run(&words(line)).unwrap_or_else(|exit| {
                assert_eq!(exit.code, 2, "{line}");
                let end = "\n\nFor more information, try '--help'.\n";
                let text = exit.text.strip_suffix(end).expect("how to get help");
                let full = text.lines().filter(|line| !line.is_empty());
                full.map(String::from).collect()
            });
            assert_eq!(lines.join("\n"), expected.trim_end(), "{line}");
        }
    }

    #[test]
    fn every_help_has_columns() {
        let fire = "\
Plan a firing, step by step

Usage: kiln fire [OPTIONS] <DEGREES>...

Arguments:
  <DEGREES>...  The temperatures to reach, one after the other

Options:
  -r, --rate <RATE>     How fast, in degrees per hour [default: 150]
  -p, --pace <PACE>     How fast, in a word [possible values: slow, steady, fast]
  -s, --start <MINUTE>  When the kiln is switched on, in minutes after midnight
      --alarm           Ring when it is done
  -h, --help            Print help
";
        assert_eq!(help("fire -h"), fire);
        assert_eq!(help("help fire"), fire);
        assert_eq!(help("fire 500 --help --bogus"), fire);
        let kiln = "\
Plans the firings of a pottery kiln

Usage: kiln [OPTIONS] <COMMAND>

Commands:
  fire   Plan a firing, step by step
  glaze  Weigh out a glaze
  help   Print this message or the help of the given subcommand(s)

Options:
  -v, --verbose...      Say more, and twice says everything
  -r, --room <DEGREES>  The temperature of the workshop, like 18 or 64F [default: 20]
  -h, --help            Print help
  -V, --version         Print version
";
        assert_eq!(help("--help"), kiln);
        assert_eq!(help("help"), kiln);
        let glaze = "\
Weigh out a glaze

Usage: kiln glaze [OPTIONS] --kind <KIND> <GRAMS>

Arguments:
  <GRAMS>  How much of it

Options:
  -k, --kind <KIND>         Which one [possible values: celadon, tenmoku, shino]
  -w, --without <MATERIAL>  Leave a material out
  -h, --help                Print help
";
        assert_eq!(help("-v glaze -h"), glaze);
        let of_help = "\
Print this message or the help of the given subcommand(s)

Usage: kiln help [COMMAND]...

Arguments:
  [COMMAND]...  Print help for the subcommand(s)
";
        assert_eq!(help("help help"), of_help);
        assert_eq!(help("-vV"), "kiln 1.4\n");
    }

    #[test]
    fn nothing_at_all_is_answered_with_help() {
        let exit = run(&[]).unwrap_err();
        assert_eq!((exit.code, exit.text), (2, kiln().help()));
    }

    #[test]
    fn an_error_has_empty_lines_between_its_parts() {
        let text = "\
error: unrecognized subcommand 'glaz'

  tip: a similar subcommand exists: 'glaze'

Usage: kiln [OPTIONS] <COMMAND>

For more information, try '--help'.
";
        assert_eq!(run(&words("glaz")).unwrap_err().text, text);
    }

    #[test]
    fn similarity_is_that_of_jaro() {
        let similarity = |a, b| (output::similarity(a, b) * 1000.0).round();
        assert_eq!(similarity("glaez", "glaze"), 933.0);
        assert_eq!(similarity("dixon", "dicksonx"), 767.0);
        assert_eq!(similarity("ayyy", "xxax"), 0.0);
        let known = ["rate", "rats", "fire"].into_iter();
        assert_eq!(output::similar("rate", known), ["rats", "rate"]);
    }

    #[test]
    fn help_alone_is_no_option_in_the_usage() {
        assert_eq!(Command::new("bell", "Rings").build().usage(), "bell");
    }

    #[test]
    fn what_is_accepted_is_done() {
        kiln_says(
            "
$ kiln fire -s 0 320
to 320 degrees: 120 minutes
$ kiln fire -s1439 320
to 320 degrees: 120 minutes
$ kiln fire 100 -r 1
to 100 degrees: 4800 minutes
$ kiln fire 100 -r 400
to 100 degrees: 12 minutes
$ kiln fire 320 -p fast
to 320 degrees: 60 minutes
$ kiln fire 600
to 600 degrees: 232 minutes
$ kiln --room=20 fire -r300 340 100
to 340 degrees: 64 minutes
to 100 degrees: 48 minutes
$ kiln -r68F fire 100 --rate=60
to 100 degrees: 80 minutes
$ kiln fire -pslow 100 900
to 100 degrees: 60 minutes
to 900 degrees: 600 minutes
$ kiln fire 320 -p steady --alarm -s 9
to 320 degrees: 120 minutes
rings at minute 129
$ kiln -v fire 320 -r=300
to 320 degrees: 60 minutes
1 lines, said 1 times
$ kiln -vv -v glaze -kshino -- 300
feldspar: 210 g
kaolin: 60 g
soda: 30 g
3 lines, said 3 times
$ kiln glaze 100 -kshino -w soda,x -w=kaolin
feldspar: 70 g
$ kiln glaze --kind tenmoku 200 -w x
feldspar: 100 g
silica: 50 g
iron: 50 g
$ kiln glaze 5000 --kind celadon
feldspar: 2250 g
silica: 1650 g
whiting: 1100 g
$ kiln glaze 1 -k celadon -w silica,whiting
feldspar: 0 g
",
        );
    }

    #[test]
    fn behind_two_dashes_all_words_are_values() {
        kiln_says(
            "
$ kiln fire -- -5
error: invalid value '-5' for '<DEGREES>...': -5 is not in 100..=1300
$ kiln -- fire
error: unexpected argument 'fire' found
  tip: subcommand 'fire' exists; to use it, remove the '--' before it
Usage: kiln [OPTIONS] <COMMAND>
$ kiln fire -s --
error: a value is required for '--start <MINUTE>' but none was supplied
",
        );
    }

    #[test]
    fn a_cluster_ends_with_a_value() {
        kiln_says(
            "
$ kiln fire 300 -s5x
error: invalid value '5x' for '--start <MINUTE>': invalid digit found in string
$ kiln -r=
error: invalid value '' for '--room <DEGREES>': not a temperature
$ kiln -vx
error: unexpected argument '-x' found
Usage: kiln [OPTIONS] <COMMAND>
",
        );
    }

    #[test]
    fn a_conflict_has_no_direction() {
        kiln_says(
            "
$ kiln fire -r 3 -p slow -s 4 300
error: the argument '--rate <RATE>' cannot be used with '--pace <PACE>'
Usage: kiln fire --rate <RATE> --start <MINUTE> <DEGREES>...
$ kiln fire -p slow -r 3 --alarm
error: the argument '--pace <PACE>' cannot be used with '--rate <RATE>'
Usage: kiln fire --start <MINUTE> --pace <PACE> --alarm <DEGREES>...
$ kiln fire -p slow -r 3 --alarm -s 7 500
error: the argument '--pace <PACE>' cannot be used with '--rate <RATE>'
Usage: kiln fire --pace <PACE> --alarm --start <MINUTE> <DEGREES>...
",
        );
    }

    #[test]
    fn one_argument_may_require_another() {
        kiln_says(
            "
$ kiln fire --alarm 300
error: the following required arguments were not provided:
  --start <MINUTE>
Usage: kiln fire --start <MINUTE> --alarm <DEGREES>...
$ kiln fire 300 --alarm --start
error: a value is required for '--start <MINUTE>' but none was supplied
",
        );
    }

    #[test]
    fn what_is_required_must_be_there() {
        kiln_says(
            "
$ kiln glaze
error: the following required arguments were not provided:
  --kind <KIND>
  <GRAMS>
Usage: kiln glaze --kind <KIND> <GRAMS>
$ kiln fire --start 5 --alarm
error: the following required arguments were not provided:
  <DEGREES>...
Usage: kiln fire --start <MINUTE> --alarm <DEGREES>...
$ kiln -v
error: 'kiln' requires a subcommand but one was not provided
  [subcommands: fire, glaze, help]
Usage: kiln [OPTIONS] <COMMAND>
",
        );
    }

    #[test]
    fn values_are_checked() {
        kiln_says(
            "
$ kiln fire 1301
error: invalid value '1301' for '<DEGREES>...': 1301 is not in 100..=1300
$ kiln fire 12.5
error: invalid value '12.5' for '<DEGREES>...': invalid digit found in string
$ kiln fire 300 -r 401
error: invalid value '401' for '--rate <RATE>': 401 is not in 1..=400
$ kiln fire 300 -r0
error: invalid value '0' for '--rate <RATE>': 0 is not in 1..=400
$ kiln fire 300 -s 1440
error: invalid value '1440' for '--start <MINUTE>': 1440 is not in 0..=1439
$ kiln fire 300 -s=-1
error: invalid value '-1' for '--start <MINUTE>': -1 is not in 0..=1439
$ kiln glaze -kshino 0
error: invalid value '0' for '<GRAMS>': 0 is not in 1..=5000
$ kiln glaze -kshino 5001
error: invalid value '5001' for '<GRAMS>': 5001 is not in 1..=5000
$ kiln --room x
error: invalid value 'x' for '--room <DEGREES>': not a temperature
$ kiln glaze -kshin 4
error: invalid value 'shin' for '--kind <KIND>'
  [possible values: celadon, tenmoku, shino]
  tip: a similar value exists: 'shino'
$ kiln glaze -kx 4
error: invalid value 'x' for '--kind <KIND>'
  [possible values: celadon, tenmoku, shino]
$ kiln glaze --kind= 4
error: a value is required for '--kind <KIND>' but none was supplied
  [possible values: celadon, tenmoku, shino]
",
        );
    }

    #[test]
    fn what_was_meant_is_suggested() {
        kiln_says(
            "
$ kiln --verison
error: unexpected argument '--verison' found
  tip: a similar argument exists: '--version'
Usage: kiln --version <COMMAND>
$ kiln fire 300 --rte 3 -s 5
error: unexpected argument '--rte' found
  tip: a similar argument exists: '--rate'
Usage: kiln fire --rate <RATE> <DEGREES>...
$ kiln --pace slow fire 300
error: unexpected argument '--pace' found
  tip: 'fire --pace' exists
Usage: kiln [OPTIONS] <COMMAND>
$ kiln fire --bogus 300
error: unexpected argument '--bogus' found
  tip: to pass '--bogus' as a value, use '-- --bogus'
Usage: kiln fire [OPTIONS] <DEGREES>...
$ kiln fire -x
error: unexpected argument '-x' found
  tip: to pass '-x' as a value, use '-- -x'
Usage: kiln fire [OPTIONS] <DEGREES>...
$ kiln foo
error: unrecognized subcommand 'foo'
Usage: kiln [OPTIONS] <COMMAND>
",
        );
    }

    #[test]
    fn nothing_is_taken_twice() {
        kiln_says(
            "
$ kiln fire -s5 -s6 300
error: the argument '--start <MINUTE>' cannot be used multiple times
Usage: kiln fire [OPTIONS] <DEGREES>...
$ kiln fire 300 --alarm --alarm
error: the argument '--alarm' cannot be used multiple times
Usage: kiln fire [OPTIONS] <DEGREES>...
",
        );
    }

    #[test]
    fn nothing_is_taken_that_is_not_wanted() {
        kiln_says(
            "
$ kiln fire --alarm=3 300
error: unexpected value '3' for '--alarm' found; no more were expected
Usage: kiln fire --alarm <DEGREES>...
$ kiln glaze 3 4 -kshino
error: unexpected argument '4' found
Usage: kiln glaze [OPTIONS] --kind <KIND> <GRAMS>
$ kiln glaze 3 -- 4
error: unexpected argument '4' found
Usage: kiln glaze [OPTIONS] --kind <KIND> <GRAMS>
$ kiln fire 99 98 --bogus
error: unexpected argument '--bogus' found
  tip: to pass '--bogus' as a value, use '-- --bogus'
Usage: kiln fire <DEGREES>...
$ kiln fire fire
error: invalid value 'fire' for '<DEGREES>...': invalid digit found in string
$ kiln help nope
error: unrecognized subcommand 'nope'
Usage: kiln [OPTIONS] <COMMAND>
",
        );
    }
}
