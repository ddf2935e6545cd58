// A snow groomer is sent out with `groom --slope 4 --night --lamp 2`. Each value may be right by
// itself and the whole still be nonsense: `--all` and `--slope` exclude each other, and `--night`
// is nothing without a lamp. After parsing, a validator looks at all that was given together.
// Let it find the conflicts and what is missing, from rules that are written at one place only.

type Ids = &'static [&'static str];

#[derive(Debug, Clone, Copy)]
struct Arg {
    id: &'static str,
    required: bool,
    conflicts_with: Ids,
    /// If this argument is there, those have to be there too.
    requires: Ids,
}

#[derive(Debug, PartialEq)]
enum Error<'a> {
    /// An argument, and all others that it cannot be used with, in the order they were given.
    Conflict(&'a str, Vec<&'a str>),
    /// In the order of the description.
    Missing(Vec<&'a str>),
}

struct Validator<'a> {
    args: &'a [Arg],
    /// What stands on the command line; a default is not given.
    given: &'a [&'a str],
}

impl<'a> Validator<'a> {
    fn arg(&self, id: &str) -> &'a Arg {
        let arg = self.args.iter().find(|arg| arg.id == id);
        arg.expect("only what is described can be given")
    }

    fn exclude_each_other(&self, one: &str, other: &str) -> bool {
        // TODO: It is enough that one of the two names the other.
        self.arg(one).conflicts_with.contains(&other)
    }

    /// Those of the given arguments that do not go together with this one.
    fn conflicts_of(&self, id: &str) -> Vec<&'a str> {
        let excluded = |other: &&&str| self.exclude_each_other(id, other);
        self.given.iter().filter(excluded).copied().collect()
    }

    /// All that has to be there: what is required anyway, and what others require.
    fn wanted(&self) -> Vec<&'a str> {
        let required = self
            .args
            .iter()
            .filter(|arg| arg.required)
            .map(|arg| arg.id);
        let mut wanted: Vec<&str> = required.chain(self.given.iter().copied()).collect();

        // TODO: What is required by something wanted is wanted, and so on from there; rules that
        // go in a circle must not keep us here for ever.
        for arg in self.args {
            wanted.extend(arg.requires);
        }
        wanted
    }

    fn validate(&self) -> Result<(), Error<'a>> {
        for id in self.given {
            let others = self.conflicts_of(id);
            if !others.is_empty() {
                return Err(Error::Conflict(id, others));
            }
        }

        let wanted = self.wanted();
        let all = self.args.iter().map(|arg| arg.id);
        // TODO: What is given is not missing, and nobody can be asked for what something given
        // excludes.
        let missing: Vec<&str> = all.filter(|id| wanted.contains(id)).collect();

        if missing.is_empty() {
            Ok(())
        } else {
            Err(Error::Missing(missing))
        }
    }
}

const fn arg(id: &'static str, required: bool, conflicts_with: Ids, requires: Ids) -> Arg {
    Arg {
        id,
        required,
        conflicts_with,
        requires,
    }
}

const GROOM: [Arg; 8] = [
    arg("driver", true, &[], &[]),
    arg("slope", true, &[], &[]),
    arg("all", false, &["slope", "ridge"], &[]),
    arg("ridge", false, &[], &["winch"]),
    arg("winch", false, &[], &["anchor"]),
    arg("anchor", false, &[], &["winch"]),
    arg("night", false, &[], &["lamp"]),
    arg("lamp", false, &[], &[]),
];

fn check<'a>(given: &'a [&'a str]) -> Result<(), Error<'a>> {
    Validator {
        args: &GROOM,
        given,
    }
    .validate()
}

fn main() {
    println!("{:?}", check(&["driver", "slope", "night", "lamp"]));
    println!("{:?}", check(&["driver", "slope", "all"]));
    println!("{:?}", check(&["ridge", "night"]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(ids: &[&'static str]) -> Result<(), Error<'static>> {
        Err(Error::Missing(ids.to_vec()))
    }

    #[test]
    fn what_is_required_and_given_is_enough() {
        assert_eq!(check(&["slope", "driver"]), Ok(()));
        assert_eq!(check(&["driver", "slope", "lamp"]), Ok(()));
    }

    #[test]
    fn what_is_required_is_missing() {
        assert_eq!(check(&[]), missing(&["driver", "slope"]));
        assert_eq!(check(&["slope"]), missing(&["driver"]));
    }

    #[test]
    fn two_that_exclude_each_other_are_told_in_either_order() {
        let first = check(&["driver", "all", "slope"]);
        assert_eq!(first, Err(Error::Conflict("all", vec!["slope"])));
        let second = check(&["driver", "slope", "all"]);
        assert_eq!(second, Err(Error::Conflict("slope", vec!["all"])));
    }

    #[test]
    fn all_that_is_excluded_is_told() {
        let conflict = check(&["ridge", "all", "slope"]);
        assert_eq!(conflict, Err(Error::Conflict("ridge", vec!["all"])));
        let conflict = check(&["all", "ridge", "slope"]);
        assert_eq!(
            conflict,
            Err(Error::Conflict("all", vec!["ridge", "slope"]))
        );
    }

    #[test]
    fn a_conflict_comes_before_what_is_missing() {
        assert_eq!(
            check(&["slope", "all"]),
            Err(Error::Conflict("slope", vec!["all"]))
        );
    }

    #[test]
    fn what_is_excluded_need_not_be_given() {
        assert_eq!(check(&["driver", "all"]), Ok(()));
        assert_eq!(check(&["all"]), missing(&["driver"]));
    }

    #[test]
    fn one_argument_may_require_another() {
        assert_eq!(check(&["driver", "slope", "night"]), missing(&["lamp"]));
        assert_eq!(check(&["driver", "slope", "lamp", "night"]), Ok(()));
    }

    #[test]
    fn rules_of_what_is_not_given_do_not_count() {
        assert_eq!(check(&["driver", "slope"]), Ok(()));
    }

    #[test]
    fn what_is_required_may_require_more() {
        assert_eq!(
            check(&["driver", "slope", "ridge"]),
            missing(&["winch", "anchor"])
        );
        assert_eq!(
            check(&["driver", "slope", "ridge", "winch"]),
            missing(&["anchor"])
        );
    }

    #[test]
    fn the_first_that_is_required_may_require_more() {
        let args = [
            arg("key", true, &[], &["code"]),
            arg("code", false, &[], &[]),
        ];
        let with = |given| Validator { args: &args, given };
        assert_eq!(with(&["key"]).validate(), missing(&["code"]));
        assert_eq!(with(&[]).validate(), missing(&["key", "code"]));
    }

    #[test]
    fn two_may_require_each_other() {
        assert_eq!(check(&["anchor", "slope", "driver"]), missing(&["winch"]));
        assert_eq!(check(&["anchor", "winch", "slope", "driver"]), Ok(()));
    }

    #[test]
    fn what_is_missing_comes_in_the_order_of_the_description() {
        let given = ["night", "ridge"];
        assert_eq!(
            check(&given),
            missing(&["driver", "slope", "winch", "anchor", "lamp"])
        );
    }
}
