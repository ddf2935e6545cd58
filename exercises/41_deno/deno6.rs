// While its owners travel, a house is looked after by a sitter, who may open the doors on one list
// and must not open those on another. What is on neither list is not allowed, but could be asked
// for. A door stands for everything behind it. Where both lists have a say, the nearer door counts:
// the study may be closed and its desk open. Read access to paths is granted in the same way.

use std::path::{Component, Path, PathBuf};

#[derive(Debug, PartialEq)]
enum State {
    Granted,
    Denied,
    /// Nobody has said anything. Without somebody to ask, that is a refusal too.
    Prompt,
}

/// What `--allow-read` and `--deny-read` say. The lists hold absolute paths without dots.
#[derive(Default)]
struct ReadPermission {
    cwd: PathBuf,
    allow_all: bool,
    deny_all: bool,
    allow: Vec<PathBuf>,
    deny: Vec<PathBuf>,
}

impl ReadPermission {
    /// A flag may be missing (`None`), stand alone (an empty list), or name some places.
    fn new(cwd: &str, allow: Option<&[&str]>, deny: Option<&[&str]>) -> ReadPermission {
        let mut permission = ReadPermission {
            cwd: PathBuf::from(cwd),
            allow_all: allow.is_some_and(|list| list.is_empty()),
            deny_all: deny.is_some_and(|list| list.is_empty()),
            ..ReadPermission::default()
        };
        let absolute = |list: Option<&[&str]>| {
            let places = list.unwrap_or_default().iter();
            places.map(|place| permission.absolute(place)).collect()
        };
        (permission.allow, permission.deny) = (absolute(allow), absolute(deny));
        permission
    }

    /// The path from the root, without `.` and `..`. The disk is not asked.
    fn absolute(&self, path: &str) -> PathBuf {
        let mut absolute = PathBuf::new();
        for component in self.cwd.join(path).components() {
            // TODO: What does `..` mean for the way so far? Nothing is above the root.
            absolute.push(component);
        }
        absolute
    }

    /// How near the nearest place of a list is that the path is or lies in.
    fn nearest(list: &[PathBuf], path: &Path) -> Option<usize> {
        let covering = list.iter().filter(|place| path.starts_with(place));
        covering.map(|place| place.components().count()).max()
    }

    /// May this path be read, with everything in it?
    fn query(&self, path: &str) -> State {
        let path = self.absolute(path);
        let allowed = Self::nearest(&self.allow, &path);
        let denied = Self::nearest(&self.deny, &path);

        // TODO: The nearer one counts. What if a closed door lies within? And the flags alone?
        if allowed.is_some() || self.allow_all {
            State::Granted
        } else if denied.is_some() || self.deny_all {
            State::Denied
        } else {
            State::Prompt
        }
    }
}

fn main() {
    let allow: &[&str] = &["kitchen", "study/desk"];
    let sitter = ReadPermission::new("/house", Some(allow), Some(&["study"]));
    for place in [
        "kitchen/fridge",
        "study",
        "study/desk",
        "kitchen/../study",
        "attic",
    ] {
        println!("{place}: {:?}", sitter.query(place));
    }
    let up = Component::ParentDir;
    println!("{up:?} is a component of its own");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitter(allow: &[&str], deny: &[&str]) -> ReadPermission {
        let flag = |list: &[&str]| !list.is_empty();
        ReadPermission::new(
            "/house",
            flag(allow).then_some(allow),
            flag(deny).then_some(deny),
        )
    }

    #[test]
    fn without_a_word_nothing_is_granted() {
        assert_eq!(sitter(&[], &[]).query("kitchen"), State::Prompt);
        assert_eq!(sitter(&["attic"], &[]).query("kitchen"), State::Prompt);
    }

    #[test]
    fn a_flag_alone_stands_for_all() {
        let allow = ReadPermission::new("/house", Some(&[]), None);
        assert_eq!(allow.query("/garden"), State::Granted);
        let deny = ReadPermission::new("/house", None, Some(&[]));
        assert_eq!(deny.query("/garden"), State::Denied);
        let both = ReadPermission::new("/house", Some(&[]), Some(&[]));
        assert_eq!(both.query("/garden"), State::Denied);
    }

    #[test]
    fn a_door_stands_for_what_is_behind_it() {
        let sitter = sitter(&["kitchen"], &[]);
        assert_eq!(sitter.query("kitchen"), State::Granted);
        assert_eq!(sitter.query("kitchen/fridge/milk"), State::Granted);
        assert_eq!(sitter.query("/house/kitchen"), State::Granted);
        assert_eq!(sitter.query("/kitchen"), State::Prompt);
        assert_eq!(sitter.query("."), State::Prompt);
    }

    #[test]
    fn a_name_that_begins_alike_is_another_door() {
        let sitter = sitter(&["/lib"], &["/lib64"]);
        assert_eq!(sitter.query("/lib/a"), State::Granted);
        assert_eq!(sitter.query("/lib64"), State::Denied);
        assert_eq!(sitter.query("/library"), State::Prompt);
    }

    #[test]
    fn two_dots_lead_out_again() {
        let sitter = sitter(&["./kitchen/", "../garden"], &[]);
        assert_eq!(sitter.query("kitchen/../study"), State::Prompt);
        assert_eq!(sitter.query("study/../kitchen"), State::Granted);
        assert_eq!(sitter.query("/garden/shed"), State::Granted);
        assert_eq!(sitter.query("../../../garden"), State::Granted);
    }

    #[test]
    fn denied_comes_before_allowed_at_the_same_door() {
        let sitter = sitter(&["study"], &["study"]);
        assert_eq!(sitter.query("study"), State::Denied);
        assert_eq!(sitter.query("study/desk"), State::Denied);
    }

    #[test]
    fn the_nearer_door_counts() {
        let sitter = sitter(&["/house", "study/desk"], &["study", "study/desk/drawer"]);
        assert_eq!(sitter.query("kitchen"), State::Granted);
        assert_eq!(sitter.query("study/shelf"), State::Denied);
        assert_eq!(sitter.query("study/desk/lamp"), State::Granted);
        assert_eq!(sitter.query("study/desk/drawer/key"), State::Denied);
    }

    #[test]
    fn a_place_with_a_closed_door_in_it_is_not_granted_as_a_whole() {
        let some = sitter(&["/house"], &["study"]);
        assert_eq!(some.query("/house"), State::Denied);
        let all = ReadPermission::new("/house", Some(&[]), Some(&["study"]));
        assert_eq!(all.query("/"), State::Denied);
        assert_eq!(all.query("kitchen"), State::Granted);
    }

    #[test]
    fn a_list_is_nearer_than_a_flag_alone() {
        let open = ReadPermission::new("/house", Some(&["kitchen"]), Some(&[]));
        assert_eq!(open.query("kitchen"), State::Granted);
        assert_eq!(open.query("study"), State::Denied);
    }
}
