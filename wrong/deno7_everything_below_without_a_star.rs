// The porter of a research station has lists of names and lists of telephone lines, some of them
// allowed and some denied. An entry can stand for many: `MEYER_*` for a whole family, `*.north` for
// the north camp and all huts under it, a host without a port for every port. Of all entries that fit, the
// most exact one decides; if two are equally exact, it is the denial.

#[derive(Debug, PartialEq)]
enum State {
    Granted,
    Denied,
    Prompt,
}

/// An entry of a list, for queries of type `Query`.
trait Entry {
    type Query: ?Sized;
    type Rank: Ord;

    fn covers(&self, query: &Self::Query) -> bool;

    /// How exact the entry is: the greater, the more.
    fn rank(&self) -> Self::Rank;
}

/// The most exact entry that covers the query decides.
fn decide<E: Entry>(allow: &[E], deny: &[E], query: &E::Query) -> State {
    let best = |list: &[E]| {
        let covering = list.iter().filter(|entry| entry.covers(query));
        covering.map(|entry| entry.rank()).max()
    };
    match (best(allow), best(deny)) {
        (None, None) => State::Prompt,
        // Equal is not enough. With `None` on one side, the other side is greater.
        (allowed, denied) if allowed > denied => State::Granted,
        _ => State::Denied,
    }
}

/// A name, or all names that begin alike: `--allow-env=HOME,AWS_*`.
#[derive(Debug, PartialEq)]
enum Name {
    Exact(String),
    Prefix(String),
}

impl Name {
    fn parse(text: &str) -> Name {
        match text.strip_suffix('*') {
            Some(prefix) => Name::Prefix(prefix.to_string()),
            None => Name::Exact(text.to_string()),
        }
    }
}

impl Entry for Name {
    type Query = str;
    type Rank = (bool, usize);

    fn covers(&self, name: &str) -> bool {
        match self {
            Name::Exact(exact) => exact == name,
            Name::Prefix(prefix) => name.starts_with(prefix),
        }
    }

    fn rank(&self) -> (bool, usize) {
        match self {
            Name::Exact(name) => (true, name.len()),
            Name::Prefix(prefix) => (false, prefix.len()),
        }
    }
}

/// A host, with a port or for all ports: `--allow-net=example.com:443,*.example.org`.
#[derive(Debug, PartialEq)]
struct Line {
    host: String,
    wildcard: bool,
    port: Option<u16>,
}

impl Line {
    fn parse(text: &str) -> Result<Line, String> {
        let (host, port) = match text.strip_prefix('[') {
            // An IPv6 address is full of colons; brackets tell where it ends.
            Some(rest) => {
                let (ip, port) = rest.split_once(']').ok_or("no closing bracket")?;
                (ip, port.strip_prefix(':'))
            }
            None => match text.split_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (text, None),
            },
        };
        let port = port.map(|port| port.parse().map_err(|_| format!("bad port {port:?}")));
        let (host, wildcard) = match host.strip_prefix("*.") {
            Some(domain) => (domain, true),
            None => (host, false),
        };
        if host.is_empty() {
            return Err("no host".to_string());
        }
        Ok(Line {
            host: host.to_lowercase(),
            wildcard,
            port: port.transpose()?,
        })
    }
}

impl Entry for Line {
    /// A host in lower case and a port.
    type Query = (&'static str, u16);
    type Rank = (bool, bool, usize);

    fn covers(&self, &(host, port): &(&'static str, u16)) -> bool {
        let host_fits = match host.strip_suffix(&self.host) {
            Some("") => true,
            // What is left has to end with the dot that parts it from the domain.
            Some(below) => !below.is_empty() && below.ends_with('.'),
            None => false,
        };
        host_fits && self.port.is_none_or(|own| own == port)
    }

    fn rank(&self) -> (bool, bool, usize) {
        (self.port.is_some(), !self.wildcard, self.host.len())
    }
}

fn main() {
    let names = |list: &[&str]| {
        list.iter()
            .map(|text| Name::parse(text))
            .collect::<Vec<_>>()
    };
    let (allow, deny) = (names(&["MEYER_*"]), names(&["MEYER_TOM"]));
    for name in ["MEYER_ANNA", "MEYER_TOM", "MARTIN"] {
        println!("{name}: {:?}", decide(&allow, &deny, name));
    }
    let north = Line::parse("*.north").unwrap();
    println!("{:?}", decide(&[north], &[], &("hut.north", 80)));
    println!("{:?}", Line::parse("lab:"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(list: &[&str]) -> Vec<Name> {
        list.iter().map(|text| Name::parse(text)).collect()
    }

    fn line(allow: &[&str], deny: &[&str], query: (&'static str, u16)) -> State {
        let parse = |list: &[&str]| -> Vec<Line> {
            list.iter().map(|text| Line::parse(text).unwrap()).collect()
        };
        decide(&parse(allow), &parse(deny), &query)
    }

    #[test]
    fn an_exact_name_is_that_name_only() {
        let allow = names(&["HOME"]);
        assert_eq!(decide(&allow, &[], "HOME"), State::Granted);
        assert_eq!(decide(&allow, &[], "HOMER"), State::Prompt);
        assert_eq!(decide(&allow, &[], "home"), State::Prompt);
    }

    #[test]
    fn a_family_is_all_names_that_begin_alike() {
        let allow = names(&["AWS_*"]);
        assert_eq!(decide(&allow, &[], "AWS_REGION"), State::Granted);
        assert_eq!(decide(&allow, &[], "AWS_"), State::Granted);
        assert_eq!(decide(&allow, &[], "AWS"), State::Prompt);
        assert_eq!(decide(&allow, &[], "MY_AWS_KEY"), State::Prompt);
    }

    #[test]
    fn the_more_exact_entry_decides() {
        let (allow, deny) = (names(&["A*", "ABC_*", "AB_X"]), names(&["AB*", "ABC_DE*"]));
        assert_eq!(decide(&allow, &deny, "AX"), State::Granted);
        assert_eq!(decide(&allow, &deny, "ABX"), State::Denied);
        assert_eq!(decide(&allow, &deny, "ABC_X"), State::Granted);
        assert_eq!(decide(&allow, &deny, "ABC_DEF"), State::Denied);
        assert_eq!(decide(&allow, &deny, "AB_X"), State::Granted);
    }

    #[test]
    fn an_exact_name_counts_more_than_any_family() {
        assert_eq!(
            decide(&names(&["TOM"]), &names(&["TOM*"]), "TOM"),
            State::Granted
        );
        assert_eq!(
            decide(&names(&["TOM*"]), &names(&["TOM"]), "TOM"),
            State::Denied
        );
    }

    #[test]
    fn of_two_equal_entries_the_denial_decides() {
        let both = names(&["TOM", "AWS_*"]);
        assert_eq!(decide(&both, &both, "TOM"), State::Denied);
        assert_eq!(decide(&both, &both, "AWS_KEY"), State::Denied);
        assert_eq!(decide(&both, &both, "ANNA"), State::Prompt);
    }

    #[test]
    fn a_host_without_a_port_is_open_on_all() {
        assert_eq!(line(&["lab"], &[], ("lab", 80)), State::Granted);
        assert_eq!(line(&["Lab:80"], &[], ("lab", 80)), State::Granted);
        assert_eq!(line(&["lab:80"], &[], ("lab", 81)), State::Prompt);
        assert_eq!(line(&["lab"], &[], ("office", 80)), State::Prompt);
        assert_eq!(line(&["[::1]:80"], &[], ("::1", 80)), State::Granted);
    }

    #[test]
    fn a_host_that_ends_alike_is_another_host() {
        assert_eq!(line(&["north"], &[], ("hut.north", 80)), State::Prompt);
        assert_eq!(line(&["*.north"], &[], ("hut.north", 80)), State::Granted);
        assert_eq!(line(&["*.north"], &[], ("a.hut.north", 80)), State::Granted);
        assert_eq!(line(&["*.north"], &[], ("north", 80)), State::Granted);
        assert_eq!(line(&["*.north"], &[], ("farnorth", 80)), State::Prompt);
    }

    #[test]
    fn a_port_counts_more_than_a_host() {
        assert_eq!(line(&["lab:8080"], &["lab"], ("lab", 8080)), State::Granted);
        assert_eq!(line(&["lab:8080"], &["lab"], ("lab", 20)), State::Denied);
        assert_eq!(line(&["lab"], &["lab:22"], ("lab", 22)), State::Denied);
        assert_eq!(line(&["*.n:5"], &["hut.n"], ("hut.n", 5)), State::Granted);
        assert_eq!(line(&["hut.n"], &["*.n"], ("hut.n", 5)), State::Granted);
        assert_eq!(line(&["*.n"], &["hut.n"], ("hut.n", 5)), State::Denied);
    }
}
