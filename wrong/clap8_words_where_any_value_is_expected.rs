// In the cellar of an orchard nobody wants to type `cider press --kind boskoop` in full, with cold
// fingers. The Tab key asks what could stand at the cursor, and the description of the command line
// knows: subcommands, options, and the values of an option. Find the candidates, and write a script
// that lets bash find the same ones without asking the program each time.

use Values::*;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Values {
    /// A flag has none.
    Nothing,
    Anything,
    OneOf(&'static [&'static str]),
}

#[derive(Debug, Clone, Copy)]
struct Opt {
    /// With its dashes.
    name: &'static str,
    values: Values,
}

#[derive(Debug, Clone, Copy)]
struct Command {
    name: &'static str,
    options: &'static [Opt],
    subcommands: &'static [Command],
}

impl Command {
    fn option(&self, name: &str) -> Option<&'static Opt> {
        self.options.iter().find(|option| option.name == name)
    }

    fn subcommand(&self, name: &str) -> Option<&'static Command> {
        self.subcommands.iter().find(|command| command.name == name)
    }

    /// All that can stand where a value is not expected.
    fn words(&self) -> Vec<&'static str> {
        let names = self.subcommands.iter().map(|command| command.name);
        names
            .chain(self.options.iter().map(|option| option.name))
            .collect()
    }

    /// The command itself and all below it, each with a name for its place in the script:
    /// `cider`, `cider__press`, `cider__bottle`, `cider__bottle__label`
    fn all(&'static self, place: &str) -> Vec<(String, &'static Command)> {
        let mut all = vec![(place.to_string(), self)];
        for command in self.subcommands {
            all.extend(command.all(&format!("{place}__{}", command.name)));
        }
        all
    }
}

/// What could stand for `current`, which may be empty or begun; `before` is what stands between the
/// name of the program and the cursor.
fn candidates(root: &'static Command, before: &[&str], current: &str) -> Vec<&'static str> {
    let mut command = root;
    // The option that still waits for its value.
    let mut waiting = None;

    for word in before {
        if waiting.take().is_some() {
            continue;
        }
        command = command.subcommand(word).unwrap_or(command);
        waiting = command
            .option(word)
            .filter(|option| option.values != Nothing);
    }

    let all = match waiting.map(|option| option.values) {
        Some(OneOf(values)) => values.to_vec(),
        _ => command.words(),
    };
    all.into_iter()
        .filter(|word| word.starts_with(current))
        .collect()
}

const START: &str = r#"    local cur prev cmd word
    COMPREPLY=()
    cur="${COMP_WORDS[COMP_CWORD]}"
    prev="${COMP_WORDS[COMP_CWORD-1]}"
"#;
const LOOP: &str = r#"    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$cmd,$word" in
"#;

/// A line of `case` that offers these words.
fn offer(pattern: &str, words: &[&str]) -> String {
    let words = words.join(" ");
    format!("        {pattern}) COMPREPLY=($(compgen -W \"{words}\" -- \"$cur\")); return ;;\n")
}

/// First it walks to the subcommand, then it looks whether a value is expected. It is simpler than
/// `candidates`, as such scripts are: a value that is called like a subcommand misleads it.
fn script(root: &'static Command) -> String {
    let name = root.name;
    let all = root.all(name);
    let mut text = format!("_{name}() {{\n{START}    cmd={name}\n{LOOP}");
    for (place, command) in &all {
        for sub in command.subcommands {
            let to = format!("{place}__{}", sub.name);
            text += &format!("            {place},{}) cmd={to} ;;\n", sub.name);
        }
    }
    text += "        esac\n    done\n    case \"$cmd,$prev\" in\n";

    for (place, command) in &all {
        for option in command.options {
            let pattern = format!("{place},{}", option.name);
            match option.values {
                Nothing => {}
                Anything => text += &offer(&pattern, &[]),
                OneOf(values) => text += &offer(&pattern, values),
            }
        }
    }

    text += "    esac\n    case \"$cmd\" in\n";
    for (place, command) in &all {
        text += &offer(place, &command.words());
    }
    text += &format!("    esac\n}}\ncomplete -F _{name} {name}\n");
    text
}

const fn opt(name: &'static str, values: Values) -> Opt {
    Opt { name, values }
}

const HELP: Opt = opt("--help", Nothing);
const KINDS: Values = OneOf(&["boskoop", "bramley", "topaz"]);

const PRESS: Command = Command {
    name: "press",
    options: &[
        HELP,
        opt("-k", KINDS),
        opt("--kind", KINDS),
        opt("--litres", Anything),
    ],
    subcommands: &[],
};

const LABEL: Command = Command {
    name: "label",
    options: &[opt("--paper", OneOf(&["plain", "gold"]))],
    subcommands: &[],
};

const BOTTLE: Command = Command {
    name: "bottle",
    options: &[opt("--cork", Nothing)],
    subcommands: &[LABEL],
};

const CIDER: Command = Command {
    name: "cider",
    options: &[HELP, opt("--cellar", Anything)],
    subcommands: &[PRESS, BOTTLE],
};

fn main() {
    // With the argument `bash` there is nothing but the script, for `source <(clap8 bash)`.
    if std::env::args().nth(1).as_deref() != Some("bash") {
        println!("cider [Tab]: {:?}", candidates(&CIDER, &[], ""));
        println!(
            "cider press -k bo[Tab]: {:?}",
            candidates(&CIDER, &["press", "-k"], "bo")
        );
    }
    print!("{}", script(&CIDER));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The last word is the one at the cursor.
    fn tab(line: &str) -> Vec<&'static str> {
        let mut words: Vec<&str> = line.split(' ').collect();
        let current = words.pop().unwrap_or_default();
        candidates(&CIDER, &words, current)
    }

    #[test]
    fn at_the_beginning_everything_can_stand() {
        assert_eq!(tab(""), ["press", "bottle", "--help", "--cellar"]);
    }

    #[test]
    fn what_is_begun_is_completed() {
        assert_eq!(tab("p"), ["press"]);
        assert_eq!(tab("--c"), ["--cellar"]);
        assert_eq!(tab("bottle"), ["bottle"]);
        assert!(tab("ress").is_empty());
    }

    #[test]
    fn a_subcommand_has_its_own_words() {
        assert_eq!(tab("press "), ["--help", "-k", "--kind", "--litres"]);
        assert_eq!(tab("--help bottle "), ["label", "--cork"]);
        assert_eq!(tab("bottle label --"), ["--paper"]);
    }

    #[test]
    fn other_words_lead_nowhere() {
        assert_eq!(tab("press bottle l"), [""; 0]);
        assert_eq!(tab("label --c"), ["--cellar"]);
    }

    #[test]
    fn an_option_offers_its_values() {
        assert_eq!(tab("press --kind "), ["boskoop", "bramley", "topaz"]);
        assert_eq!(tab("press -k b"), ["boskoop", "bramley"]);
        assert!(tab("press --litres ").is_empty());
    }

    #[test]
    fn behind_the_value_the_words_come_again() {
        assert_eq!(tab("press --kind topaz --l"), ["--litres"]);
        assert_eq!(tab("bottle --cork l"), ["label"]);
    }

    #[test]
    fn a_value_is_no_subcommand() {
        assert_eq!(tab("--cellar press b"), ["bottle"]);
        assert_eq!(tab("press --litres -k --k"), ["--kind"]);
    }

    #[test]
    fn an_option_of_another_command_means_nothing() {
        assert_eq!(tab("--kind p"), ["press"]);
        assert_eq!(tab("press --cellar --k"), ["--kind"]);
    }

    #[test]
    fn the_script_knows_each_command_by_its_place() {
        let places: Vec<String> = CIDER
            .all("cider")
            .into_iter()
            .map(|(place, _)| place)
            .collect();
        assert_eq!(
            places,
            [
                "cider",
                "cider__press",
                "cider__bottle",
                "cider__bottle__label"
            ]
        );
    }

    #[test]
    fn the_script_is_complete() {
        let expected = r#"_cider() {
    local cur prev cmd word
    COMPREPLY=()
    cur="${COMP_WORDS[COMP_CWORD]}"
    prev="${COMP_WORDS[COMP_CWORD-1]}"
    cmd=cider
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$cmd,$word" in
            cider,press) cmd=cider__press ;;
            cider,bottle) cmd=cider__bottle ;;
            cider__bottle,label) cmd=cider__bottle__label ;;
        esac
    done
    case "$cmd,$prev" in
        cider,--cellar) COMPREPLY=($(compgen -W "" -- "$cur")); return ;;
        cider__press,-k) COMPREPLY=($(compgen -W "boskoop bramley topaz" -- "$cur")); return ;;
        cider__press,--kind) COMPREPLY=($(compgen -W "boskoop bramley topaz" -- "$cur")); return ;;
        cider__press,--litres) COMPREPLY=($(compgen -W "" -- "$cur")); return ;;
        cider__bottle__label,--paper) COMPREPLY=($(compgen -W "plain gold" -- "$cur")); return ;;
    esac
    case "$cmd" in
        cider) COMPREPLY=($(compgen -W "press bottle --help --cellar" -- "$cur")); return ;;
        cider__press) COMPREPLY=($(compgen -W "--help -k --kind --litres" -- "$cur")); return ;;
        cider__bottle) COMPREPLY=($(compgen -W "label --cork" -- "$cur")); return ;;
        cider__bottle__label) COMPREPLY=($(compgen -W "--paper" -- "$cur")); return ;;
    esac
}
complete -F _cider cider
"#;
        assert_eq!(script(&CIDER), expected);
    }
}
