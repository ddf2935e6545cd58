// A .gitignore says which paths below its directory are not wanted. Each line is a rule: "!" in
// front takes the path back in, "/" at the end is for directories only, and a "/" anywhere else
// ties the glob to the directory of the file. Of several rules the last one that matches decides;
// of several files the nearest one that has an opinion. Read the rules, and find the one that
// decides.

use std::sync::Arc;

/// Whether a glob with `*`, `?` and `**/` takes the whole path.
fn matches(glob: &str, path: &str) -> bool {
    if let Some(rest) = glob.strip_prefix("**/") {
        let below = path.split_once('/');
        return matches(rest, path) || below.is_some_and(|(_, below)| matches(glob, below));
    }
    let (mut glob_chars, mut path_chars) = (glob.chars(), path.chars());
    let (sign, c) = (glob_chars.next(), path_chars.next());
    let (glob_rest, path_rest) = (glob_chars.as_str(), path_chars.as_str());
    match sign {
        None => c.is_none(),
        Some('*') => {
            matches(glob_rest, path) || c.is_some_and(|c| c != '/') && matches(glob, path_rest)
        }
        Some('?') => c.is_some_and(|c| c != '/') && matches(glob_rest, path_rest),
        Some(_) => c == sign && matches(glob_rest, path_rest),
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Verdict {
    /// No rule matches.
    None,
    Ignore,
    /// Wanted, whatever others say.
    Keep,
}

#[derive(Debug, PartialEq)]
struct Rule {
    /// For the path below the directory of the file.
    glob: String,
    only_directories: bool,
    verdict: Verdict,
}

impl Rule {
    /// The rule of a line; none for a comment or a blank line.
    fn parse(line: &str) -> Option<Self> {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }

        let (verdict, line) = match line.strip_prefix('!') {
            Some(rest) => (Verdict::Keep, rest),
            None => (Verdict::Ignore, line),
        };
        // The slash at the end comes off first: it does not tie the glob to the directory.
        let only_directories = line.ends_with('/');
        let line = line.strip_suffix('/').unwrap_or(line);
        let glob = match line.strip_prefix('/') {
            Some(rest) => rest.to_string(),
            None if line.contains('/') => line.to_string(),
            None => format!("**/{line}"),
        };

        // A name that begins with one of the signs has a backslash before it.
        let glob = glob.replace("\\#", "#").replace("\\!", "!");
        Some(Self {
            glob,
            only_directories,
            verdict,
        })
    }
}

/// The rules of one directory, and those of the directories above. Many paths and many threads
/// share the upper ones.
struct Gitignore {
    /// The path from the root of the tree, "" for the root itself.
    directory: String,
    rules: Vec<Rule>,
    parent: Option<Arc<Gitignore>>,
}

impl Gitignore {
    fn new(directory: &str, text: &str, parent: Option<Arc<Gitignore>>) -> Arc<Self> {
        Arc::new(Self {
            directory: directory.to_string(),
            rules: text.lines().filter_map(Rule::parse).collect(),
            parent,
        })
    }

    /// What these rules alone say of a path below their directory.
    fn own_verdict(&self, below: &str, is_directory: bool) -> Verdict {
        // From the last one backwards, the first that matches.
        let mut rules = self.rules.iter().rev();
        let decides = rules
            .find(|rule| (is_directory || !rule.only_directories) && matches(&rule.glob, below));
        decides.map_or(Verdict::None, |rule| rule.verdict)
    }

    /// What all rules together say of a path from the root of the tree.
    fn verdict(&self, path: &str, is_directory: bool) -> Verdict {
        let below = path.strip_prefix(&self.directory).unwrap_or(path);
        let below = below.strip_prefix('/').unwrap_or(below);
        match (self.own_verdict(below, is_directory), &self.parent) {
            (Verdict::None, Some(parent)) => parent.verdict(below, is_directory),
            (verdict, _) => verdict,
        }
    }
}

fn main() {
    let root = Gitignore::new("", "# what the oven makes\n*.log\nash/\n", None);
    let logs = Gitignore::new("logs", "!oven*.log\n/oven2.log\n", Some(root));
    for path in [
        "logs/oven1.log",
        "logs/oven2.log",
        "logs/old/oven2.log",
        "logs/door.log",
    ] {
        println!("{path}: {:?}", logs.verdict(path, false));
    }
    println!("logs/ash: {:?}", logs.verdict("logs/ash", true));
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Ignore, Keep, None as Nothing};
    use super::*;

    /// What a single file in the root says of files; those with a "/" at the end are directories.
    fn check(text: &str, expected: Verdict, paths: &[&str]) {
        let rules = Gitignore::new("", text, None);
        for path in paths {
            let verdict = rules.verdict(path.trim_end_matches('/'), path.ends_with('/'));
            assert_eq!(verdict, expected, "{path} with {text:?}");
        }
    }

    #[test]
    fn a_name_is_ignored_at_any_depth() {
        check("ash", Ignore, &["ash", "ash/", "oven/ash", "a/b/ash/"]);
        check("ash", Nothing, &["ashes", "oven/ashes", "cash"]);
        check("*.log", Ignore, &["a.log", "oven/.log"]);
        check("?.log", Ignore, &["oven/a.log"]);
        check("?.log", Nothing, &["oven/.log", "aa.log"]);
    }

    #[test]
    fn a_slash_at_the_end_is_for_directories() {
        check("ash/", Ignore, &["ash/", "oven/ash/"]);
        check("ash/", Nothing, &["ash", "oven/ash", "oven/"]);
    }

    #[test]
    fn a_slash_in_front_ties_the_glob_to_the_directory() {
        check("/ash", Ignore, &["ash", "ash/"]);
        check("/ash", Nothing, &["oven/ash"]);
        check("/*.log", Nothing, &["oven/a.log"]);
        check("/ash/", Nothing, &["ash", "oven/ash/"]);
    }

    #[test]
    fn a_slash_in_the_middle_does_so_too() {
        check("oven/ash", Ignore, &["oven/ash"]);
        check("oven/ash", Nothing, &["a/oven/ash", "oven/a/ash"]);
        check("oven/ash/", Ignore, &["oven/ash/"]);
        check("oven/**/ash", Ignore, &["oven/ash", "oven/a/b/ash"]);
        check("**/oven/ash", Ignore, &["a/oven/ash"]);
        check("oven/?sh", Nothing, &["oven//sh"]);
    }

    #[test]
    fn comments_and_blank_lines_are_no_rules() {
        check("# ash\n\n   \n*.log  \n#", Ignore, &["a.log"]);
        check(
            "# ash\n\n   \n*.log  \n#",
            Nothing,
            &["ash", "# ash", "#", "a"],
        );
    }

    #[test]
    fn a_backslash_saves_names_that_begin_with_a_sign() {
        check("\\#ash\n\\!ash", Ignore, &["#ash", "!ash"]);
        check("\\#ash\n\\!ash", Nothing, &["ash"]);
        check("/\\#ash", Ignore, &["#ash"]);
    }

    #[test]
    fn the_last_rule_that_matches_decides() {
        check("*.log\n!oven.log", Keep, &["oven.log", "a/oven.log"]);
        check("*.log\n!oven.log", Ignore, &["door.log"]);
        check("!oven.log\n*.log", Ignore, &["oven.log"]);
        check("*.log\n!oven.log\n/oven.log", Ignore, &["oven.log"]);
        check("*.log\n!oven.log\n/oven.log", Keep, &["a/oven.log"]);
        check("!/ash/", Keep, &["ash/"]);
        check("*.log\n!oven.log/", Ignore, &["oven.log"]);
    }

    #[test]
    fn a_directory_is_not_ignored_because_it_is_one() {
        check("ash", Nothing, &["oven/"]);
    }

    /// The three files of a tree; the deepest one.
    fn tree() -> Arc<Gitignore> {
        let root = Gitignore::new("", "*.log\n/a/b/keep\nash/", None);
        let a = Gitignore::new("a", "!*.log\n/b/only", Some(root));
        Gitignore::new("a/b", "/door.log\n", Some(a))
    }

    #[test]
    fn the_nearest_file_with_an_opinion_decides() {
        assert_eq!(tree().verdict("a/b/door.log", false), Ignore);
        assert_eq!(tree().verdict("a/b/oven.log", false), Keep);
        assert_eq!(tree().verdict("a/b/ash", true), Ignore);
        assert_eq!(tree().verdict("a/b/bread", false), Nothing);
    }

    #[test]
    fn every_file_sees_the_path_from_its_own_directory() {
        assert_eq!(tree().verdict("a/b/keep", false), Ignore);
        assert_eq!(tree().verdict("a/b/only", false), Ignore);
        assert_eq!(tree().verdict("a/b/c/door.log", false), Keep);
        assert_eq!(tree().verdict("a/b/c/only", false), Nothing);
    }
}
