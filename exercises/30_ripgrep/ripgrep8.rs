// A .gitignore may hold hundreds of globs, and a tree thousands of paths. To try every glob with
// every path takes long, and is not necessary: most globs name one path, one file name or one
// extension. For those, a look into a hash map answers for all of them together. Sort the globs,
// then ask the maps.

use std::collections::HashMap;

/// Whether a glob with `*`, `?` and `**/` takes the whole path. Right, but slow.
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

/// How a glob can be answered.
#[derive(Debug, PartialEq)]
enum Strategy<'a> {
    /// `docs/map.txt` takes one path only.
    Path(&'a str),
    /// `**/map.txt` takes every path whose file name is map.txt.
    Name(&'a str),
    /// `**/*.txt` takes every path whose file name ends with .txt. For `**/*.tar.gz` the last
    /// extension alone does not tell.
    Extension(&'a str),
    /// Everything else has to be tried.
    Other,
}

fn strategy(glob: &str) -> Strategy<'_> {
    let is_plain = |text: &str| !text.contains(['*', '?']);
    // TODO: Which strategy? (A name holds no slash, and an extension no dot either.)
    let _ = is_plain(glob);
    Strategy::Other
}

/// The numbers of the globs with the same key: the same glob may come twice.
type Table = HashMap<String, Vec<usize>>;

#[derive(Default)]
struct GlobSet {
    paths: Table,
    names: Table,
    extensions: Table,
    others: Vec<(usize, String)>,
}

impl GlobSet {
    fn new(globs: &[&str]) -> Self {
        let mut set = Self::default();
        for (number, glob) in globs.iter().enumerate() {
            let (table, key) = match strategy(glob) {
                Strategy::Path(path) => (&mut set.paths, path),
                Strategy::Name(name) => (&mut set.names, name),
                Strategy::Extension(extension) => (&mut set.extensions, extension),
                Strategy::Other => {
                    set.others.push((number, glob.to_string()));
                    continue;
                }
            };
            table.entry(key.to_string()).or_default().push(number);
        }
        set
    }

    /// The numbers of all globs that match, in ascending order: for some callers the last one
    /// decides.
    fn matches(&self, path: &str) -> Vec<usize> {
        let mut all: Vec<usize> = Vec::new();
        // TODO: Ask the three tables: for the path, its name, and its extension if it has one.
        // Then mind the order.
        for (number, glob) in &self.others {
            if matches(glob, path) {
                all.push(*number);
            }
        }
        all
    }
}

fn main() {
    let globs = ["**/*.txt", "docs/*.txt", "**/map.txt", "docs/map.txt"];
    let set = GlobSet::new(&globs);
    for path in ["docs/map.txt", "map.txt", "docs/old/map.png"] {
        println!("{path}: {:?}", set.matches(path));
    }
    println!("to be tried one by one: {}", set.others.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_globs_are_paths() {
        assert_eq!(strategy("docs/map.txt"), Strategy::Path("docs/map.txt"));
        assert_eq!(strategy("map"), Strategy::Path("map"));
    }

    #[test]
    fn a_name_in_any_directory() {
        assert_eq!(strategy("**/map.txt"), Strategy::Name("map.txt"));
        assert_eq!(strategy("**/docs/map.txt"), Strategy::Other);
        assert_eq!(strategy("**/ma?.txt"), Strategy::Other);
    }

    #[test]
    fn an_extension_in_any_directory() {
        assert_eq!(strategy("**/*.txt"), Strategy::Extension("txt"));
        for glob in [
            "**/*.t*",
            "**/*.tar.gz",
            "**/*.d/map",
            "*.txt",
            "**/*txt",
            "**/*.tx?",
        ] {
            assert_eq!(strategy(glob), Strategy::Other, "{glob}");
        }
    }

    #[test]
    fn the_numbers_come_in_ascending_order() {
        let set = GlobSet::new(&["m*", "**/*.txt", "map*", "map.txt", "**/map.txt", "*", "x"]);
        assert_eq!(set.matches("map.txt"), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_glob_that_comes_twice_counts_twice() {
        let set = GlobSet::new(&["**/map", "**/map", "map", "map"]);
        assert_eq!(set.matches("map"), [0, 1, 2, 3]);
        assert_eq!(set.matches("a/map"), [0, 1]);
    }

    #[test]
    fn what_no_table_knows_does_not_match() {
        let set = GlobSet::new(&["**/*.txt", "**/map", "docs/key"]);
        for path in ["txt", "map/a", "key", "docs/key/a", "a.txt/b", "map.png"] {
            assert_eq!(set.matches(path), [], "{path}");
        }
    }

    #[test]
    fn the_set_agrees_with_every_glob_tried() {
        let globs = [
            "map",
            "docs/map.txt",
            "**/map",
            "**/.txt",
            "**/*.txt",
            "**/*.",
            "*.txt",
            "docs/*",
            "**/d?cs/**/map",
            "**/*.tar.gz",
            "**/*.gz",
            "?ap",
            "d*/**/*.gz",
            "",
            "**/",
        ];
        let set = GlobSet::new(&globs);
        for path in [
            "map",
            "docs/map.txt",
            "a/b/map",
            ".txt",
            "a/.txt",
            "old.txt",
            "a.",
            "docs/a.tar.gz",
            "docs/x/map",
            "docs/map",
            "d/a/b.gz",
            "docs",
            "txt",
            "cap",
            "/ap",
            "dcs/map",
            "",
        ] {
            let tried = (0..globs.len()).filter(|&number| matches(globs[number], path));
            assert_eq!(set.matches(path), tried.collect::<Vec<_>>(), "{path}");
        }
    }

    #[test]
    fn globs_match_whole_paths_within_names() {
        for (glob, path, expected) in [
            ("m*p", "map", true),
            ("m*p", "m/p", false),
            ("m?p", "m/p", false),
            ("m?p", "mäp", true),
            ("m?p", "mp", false),
            ("m", "ma", false),
            ("**/m", "a/b/m", true),
            ("**/m", "am", false),
        ] {
            assert_eq!(matches(glob, path), expected, "{glob} {path}");
        }
    }
}
