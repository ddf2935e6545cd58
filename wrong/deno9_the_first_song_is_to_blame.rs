// A choir prepares a medley. Each song names those that it quotes, and those have to be fetched from
// the archive and learnt before it, each of them once, however many songs quote it. Songs may even quote each
// other in a circle. A runtime loads a module and all its imports in the same way, before it runs
// a single line, and then runs them so that what is imported has run before.

use std::collections::{BTreeMap, VecDeque};

/// The archive, and what has been fetched from it.
struct Archive {
    sheets: BTreeMap<&'static str, &'static str>,
    fetched: Vec<String>,
}

impl Archive {
    fn fetch(&mut self, song: &str) -> Option<&'static str> {
        self.fetched.push(song.to_string());
        self.sheets.get(song).copied()
    }
}

#[derive(Debug, PartialEq)]
struct NotFound {
    song: String,
    /// Where it is quoted; nowhere, if it is the first.
    quoted_in: Option<String>,
}

/// All songs that are needed, each with those it quotes, in the order they are quoted.
#[derive(Debug, Default, PartialEq)]
struct Graph {
    songs: BTreeMap<String, Vec<String>>,
}

/// The songs that a sheet quotes: its lines of the form `quote NAME`.
fn quotes(sheet: &str) -> Vec<String> {
    let names = sheet.lines().filter_map(|line| line.strip_prefix("quote "));
    names.map(|name| name.trim().to_string()).collect()
}

impl Graph {
    /// Fetches a song and everything that is needed for it.
    fn load(archive: &mut Archive, first: &str) -> Result<Graph, NotFound> {
        let mut graph = Graph::default();
        let mut wanted = VecDeque::from([(first.to_string(), None)]);
        while let Some((song, quoted_in)) = wanted.pop_front() {
            if graph.songs.contains_key(&song) {
                continue;
            }
            let sheet = archive.fetch(&song);
            let quoted = quotes(sheet.unwrap_or_default()).into_iter();
            wanted.extend(quoted.map(|name| (name, Some(first.to_string()))));

            let Some(sheet) = sheet else {
                return Err(NotFound { song, quoted_in });
            };
            graph.songs.insert(song, quotes(sheet));
        }
        Ok(graph)
    }

    /// The songs in the order they are learnt: what is quoted comes first.
    fn order(&self, first: &str) -> Vec<String> {
        let mut order = Vec::new();
        self.visit(first, &mut Vec::new(), &mut order);
        order
    }

    /// Appends what `song` quotes, and then the song. `seen` holds the songs that were begun.
    fn visit(&self, song: &str, seen: &mut Vec<String>, order: &mut Vec<String>) {
        if seen.iter().any(|other| other == song) {
            return;
        }
        seen.push(song.to_string());
        // `order` would not do for `seen`: in a circle the song is not in it yet.
        for quoted in self.songs.get(song).into_iter().flatten() {
            self.visit(quoted, seen, order);
        }
        order.push(song.to_string());
    }
}

fn main() {
    let sheets = [
        ("medley", "quote river\nquote mill\nla la"),
        ("river", "quote boat\n"),
        ("mill", "quote river\n"),
        ("boat", "row row"),
    ];
    let mut archive = Archive {
        sheets: sheets.into(),
        fetched: Vec::new(),
    };
    match Graph::load(&mut archive, "medley") {
        Ok(graph) => println!("{:?}", graph.order("medley")),
        Err(error) => println!("{error:?}"),
    }
    println!("fetched: {:?}", archive.fetched);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive<const N: usize>(sheets: [(&'static str, &'static str); N]) -> Archive {
        Archive {
            sheets: sheets.into(),
            fetched: Vec::new(),
        }
    }

    fn order<const N: usize>(sheets: [(&'static str, &'static str); N]) -> String {
        let graph = Graph::load(&mut archive(sheets), "a").unwrap();
        graph.order("a").join(" ")
    }

    #[test]
    fn a_song_alone_is_fetched_and_learnt() {
        let mut archive = archive([("a", "la la"), ("b", "lo")]);
        let graph = Graph::load(&mut archive, "a").unwrap();
        assert_eq!(archive.fetched, ["a"]);
        assert_eq!(graph.order("a"), ["a"]);
    }

    #[test]
    fn what_is_quoted_is_learnt_before() {
        assert_eq!(
            order([("a", "quote b"), ("b", "quote c"), ("c", "")]),
            "c b a"
        );
    }

    #[test]
    fn quotes_are_learnt_in_their_order() {
        let sheets = [
            ("a", "quote z\nquote c\nquote b"),
            ("b", ""),
            ("c", ""),
            ("z", ""),
        ];
        assert_eq!(order(sheets), "z c b a");
    }

    #[test]
    fn what_two_songs_quote_is_fetched_and_learnt_once() {
        let sheets = [
            ("a", "quote b\nquote c"),
            ("b", "quote d"),
            ("c", "quote d"),
            ("d", ""),
        ];
        let mut archive = archive(sheets);
        let graph = Graph::load(&mut archive, "a").unwrap();
        assert_eq!(archive.fetched, ["a", "b", "c", "d"]);
        assert_eq!(graph.order("a"), ["d", "b", "c", "a"]);
    }

    #[test]
    fn a_circle_comes_to_an_end() {
        assert_eq!(
            order([("a", "quote b"), ("b", "quote c"), ("c", "quote a")]),
            "c b a"
        );
        assert_eq!(order([("a", "quote a")]), "a");
    }

    #[test]
    fn what_is_missing_is_told_with_the_song_that_quotes_it() {
        let mut archive = archive([("a", "quote b"), ("b", "quote x")]);
        let error = NotFound {
            song: "x".to_string(),
            quoted_in: Some("b".to_string()),
        };
        assert_eq!(Graph::load(&mut archive, "a"), Err(error));
        let error = NotFound {
            song: "y".to_string(),
            quoted_in: None,
        };
        assert_eq!(Graph::load(&mut archive, "y"), Err(error));
    }
}
