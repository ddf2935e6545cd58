// A ripgrep in miniature: [-n] [-c] [-i] [--json] [--no-ignore] PATTERN DIR searches all files
// below DIR that .gitignore lets through, with several workers, and prints what it finds sorted by
// path. The parts are those of the track; they stand as modules in the second half of the file and
// are complete. What is missing is where they meet: which printer the matches go to, and which
// paths become work at all.

use gitignore::{Gitignore, Verdict};
use matcher::Matcher;
use printer::{Count, Json, Plain, Sink};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::{env, fs, thread};

#[derive(Default)]
struct Options {
    numbers: bool,
    count: bool,
    ignore_case: bool,
    json: bool,
    no_ignore: bool,
}

/// The printer that the options ask for.
fn sink<'a>(options: &Options, matcher: &'a dyn Matcher, path: &Path) -> Box<dyn Sink + 'a> {
    let path = path.display().to_string();
    // TODO: `--json` goes before `-c`, and `-c` before lines. The module `printer` has all three.
    Box::new(Plain(path, options.numbers))
}

/// A directory comes with the rules of the directories above, if there are any.
enum Work {
    Directory(PathBuf, Option<Arc<Gitignore>>),
    File(PathBuf),
    Quit,
}

/// What is to be printed for a path, or what went wrong with it.
type Outcome = (PathBuf, io::Result<Vec<u8>>);

/// Takes work from the queue and gives new work to it.
struct Worker<'a> {
    options: &'a Options,
    matcher: &'a dyn Matcher,
    queue: &'a Mutex<Receiver<Work>>,
    to_queue: Sender<Work>,
    open: &'a AtomicUsize,
    workers: usize,
    results: Sender<Outcome>,
}

impl Worker<'_> {
    fn run(&self) {
        loop {
            let work = self.queue.lock().unwrap().recv().unwrap();
            let outcome = match work {
                Work::Directory(path, above) => {
                    let result = self.read(&path, above);
                    (path, result.map(|()| Vec::new()))
                }
                Work::File(path) => {
                    let result = self.search(&path);
                    (path, result)
                }
                Work::Quit => return,
            };
            self.results.send(outcome).unwrap();
            if self.open.fetch_sub(1, Ordering::SeqCst) == 1 {
                for _ in 0..self.workers {
                    self.to_queue.send(Work::Quit).unwrap();
                }
            }
        }
    }

    fn give(&self, work: Work) {
        self.open.fetch_add(1, Ordering::SeqCst);
        self.to_queue.send(work).unwrap();
    }

    /// Makes work of the wanted entries of a directory.
    fn read(&self, directory: &Path, above: Option<Arc<Gitignore>>) -> io::Result<()> {
        // TODO: The rules of a .gitignore in this directory, if there is one, come before those
        // from above. With `--no-ignore`, there are no rules.
        let rules: Option<Arc<Gitignore>> = above;

        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let (path, kind) = (entry.path(), entry.file_type()?);
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let verdict = match &rules {
                Some(rules) => rules.verdict(&path, kind.is_dir()),
                None => Verdict::None,
            };
            // TODO: Nothing ignored is wanted, and nothing hidden, unless a rule keeps it.
            let wanted = !hidden;
            if wanted && kind.is_dir() {
                self.give(Work::Directory(path, rules.clone()));
            } else if wanted && kind.is_file() {
                self.give(Work::File(path));
            }
        }
        Ok(())
    }

    /// A file with a zero byte is no text: nothing of it is printed.
    fn search(&self, path: &Path) -> io::Result<Vec<u8>> {
        let text = fs::read(path)?;
        let mut out = Vec::new();
        if !text.contains(&0) {
            let mut sink = sink(self.options, self.matcher, path);
            searcher::search(self.matcher, &text, &mut *sink, &mut out)?;
        }
        Ok(out)
    }
}

/// Searches everything below the root; the outcomes, sorted by path.
fn walk(options: &Options, matcher: &dyn Matcher, root: PathBuf) -> Vec<Outcome> {
    let (to_queue, queue) = mpsc::channel();
    let (results, all) = mpsc::channel();
    let (queue, open) = (Mutex::new(queue), AtomicUsize::new(1));
    let root = match root.is_file() {
        true => Work::File(root),
        false => Work::Directory(root, None),
    };
    to_queue.send(root).unwrap();
    let workers = thread::available_parallelism().map_or(2, |number| number.get());
    thread::scope(|scope| {
        for _ in 0..workers {
            let worker = Worker {
                options,
                matcher,
                queue: &queue,
                to_queue: to_queue.clone(),
                open: &open,
                workers,
                results: results.clone(),
            };
            scope.spawn(move || worker.run());
        }
        drop(results);
        let mut all: Vec<Outcome> = all.iter().collect();
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        all
    })
}

/// The program: 0 when something was found, 1 when nothing was, 2 when something went wrong.
fn run(arguments: &[&str], out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let (mut options, mut names) = (Options::default(), Vec::new());
    for &argument in arguments {
        match argument {
            "-n" => options.numbers = true,
            "-c" => options.count = true,
            "-i" => options.ignore_case = true,
            "--json" => options.json = true,
            "--no-ignore" => options.no_ignore = true,
            _ => names.push(argument),
        }
    }
    let &[pattern, root] = &names[..] else {
        writeln!(err, "[-n] [-c] [-i] [--json] [--no-ignore] PATTERN DIR")?;
        return Ok(2);
    };
    let matcher = match matcher::new(pattern, options.ignore_case) {
        Ok(matcher) => matcher,
        Err(error) => {
            writeln!(err, "{pattern}: {error}")?;
            return Ok(2);
        }
    };

    let (mut found, mut failed) = (false, false);
    for (path, result) in walk(&options, &*matcher, root.into()) {
        match result {
            Ok(bytes) => {
                found |= !bytes.is_empty();
                out.write_all(&bytes)?;
            }
            Err(error) => {
                failed = true;
                writeln!(err, "{}: {error}", path.display())?;
            }
        }
    }
    Ok(if failed { 2 } else { u8::from(!found) })
}

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if !arguments.is_empty() {
        let code = run(&arguments, &mut io::stdout().lock(), &mut io::stderr())?;
        return Ok(ExitCode::from(code));
    }
    // Without arguments, an example that needs no files.
    let matcher = matcher::new("l[aeiou]+mp?", false).map_err(io::Error::other)?;
    let options = Options::default();
    let mut sink = sink(&options, &*matcher, Path::new("shopping.txt"));
    let text = b"two lamps\na loom\nlime juice\n";
    searcher::search(&*matcher, text, &mut *sink, &mut io::stdout())?;
    Ok(ExitCode::SUCCESS)
}

/// Where a pattern matches. See ripgrep1 and ripgrep2.
mod matcher {
    #[derive(Clone, Copy)]
    pub struct Match {
        pub start: usize,
        pub end: usize,
    }

    pub trait Matcher: Sync {
        /// The first match that begins at `at` or later.
        fn find_at(&self, text: &[u8], at: usize) -> Option<Match>;

        /// All matches; an empty one right behind another one does not count.
        fn find_all(&self, text: &[u8]) -> Vec<Match> {
            let (mut all, mut at, mut last_end) = (Vec::new(), 0, None);
            while at <= text.len()
                && let Some(found) = self.find_at(text, at)
            {
                let empty = found.start == found.end;
                if !empty || last_end != Some(found.end) {
                    all.push(found);
                }
                at = found.end + usize::from(empty);
                last_end = Some(found.end);
            }
            all
        }
    }

    /// The fastest matcher for this pattern.
    pub fn new(pattern: &str, ignore_case: bool) -> Result<Box<dyn Matcher>, String> {
        if ignore_case {
            return Ok(Box::new(Regex::new(&pattern.to_lowercase(), true)?));
        }
        if pattern.contains(|c| r"\.[*+?()|{^$".contains(c)) {
            return Ok(Box::new(Regex::new(pattern, false)?));
        }
        Ok(Box::new(Literal(pattern.as_bytes().to_vec())))
    }

    struct Literal(Vec<u8>);

    impl Matcher for Literal {
        fn find_at(&self, text: &[u8], at: usize) -> Option<Match> {
            let last = text.len().checked_sub(self.0.len())?;
            let start = (at..=last).find(|&start| text[start..].starts_with(&self.0))?;
            let end = start + self.0.len();
            Some(Match { start, end })
        }
    }

    struct Piece {
        negated: bool,
        ranges: Vec<(char, char)>,
        optional: bool,
        repeats: bool,
    }

    type Places = Vec<Option<usize>>;

    struct Regex {
        pieces: Vec<Piece>,
        from_start: bool,
        to_end: bool,
        ignore_case: bool,
    }

    impl Regex {
        /// With `ignore_case`, the pattern is in small letters, and so will be the text.
        fn new(pattern: &str, ignore_case: bool) -> Result<Self, String> {
            let from_start = pattern.starts_with('^');
            let mut left = pattern
                .strip_prefix('^')
                .unwrap_or(pattern)
                .chars()
                .peekable();
            let (mut pieces, mut to_end) = (Vec::new(), false);
            while let Some(c) = left.next() {
                let one = |c| (false, vec![(c, c)]);
                let (negated, ranges) = match c {
                    '$' if left.peek().is_none() => {
                        to_end = true;
                        break;
                    }
                    '.' => (true, Vec::new()),
                    '[' => class(&mut left, &['^']).ok_or("a class without its end")?,
                    '\\' => {
                        let escaped = left.next_if(char::is_ascii_punctuation);
                        one(escaped.ok_or("a backslash before no sign")?)
                    }
                    '*' | '+' | '?' | '(' | ')' | '|' | '{' | '^' | '$' => {
                        return Err(format!("not understood: {c}"));
                    }
                    _ => one(c),
                };
                let mark = left.next_if(|c| matches!(c, '*' | '+' | '?'));
                pieces.push(Piece {
                    negated,
                    ranges,
                    optional: matches!(mark, Some('*' | '?')),
                    repeats: matches!(mark, Some('*' | '+')),
                });
            }
            Ok(Self {
                pieces,
                from_start,
                to_end,
                ignore_case,
            })
        }

        fn enter(&self, places: &mut Places, place: usize, start: usize) {
            if places[place].is_some_and(|other| other <= start) {
                return;
            }
            places[place] = Some(start);
            if self.pieces.get(place).is_some_and(|piece| piece.optional) {
                self.enter(places, place + 1, start);
            }
        }

        fn step(&self, places: &Places, c: char) -> Places {
            let mut next = vec![None; places.len()];
            for (place, piece) in self.pieces.iter().enumerate() {
                if let Some(start) = places[place]
                    && within(&piece.ranges, c) != piece.negated
                {
                    if piece.repeats {
                        self.enter(&mut next, place, start);
                    }
                    self.enter(&mut next, place + 1, start);
                }
            }
            next
        }
    }

    impl Matcher for Regex {
        fn find_at(&self, text: &[u8], mut at: usize) -> Option<Match> {
            let mut places: Places = vec![None; self.pieces.len() + 1];
            let mut found: Option<Match> = None;
            loop {
                if found.is_none() && (at == 0 || !self.from_start) {
                    self.enter(&mut places, 0, at);
                }
                if let Some(start) = places[self.pieces.len()]
                    && (at == text.len() || !self.to_end)
                {
                    found = Some(Match { start, end: at });
                    for place in &mut places {
                        *place = place.filter(|&began| began <= start);
                    }
                }
                let done = found.is_some() && places.iter().all(Option::is_none);
                if at >= text.len() || done {
                    return found;
                }
                let c = char_at(text, at);
                let folded = c.filter(|_| self.ignore_case).map(char::to_lowercase);
                let next = folded.and_then(|mut small| small.next()).or(c);
                places = match next {
                    Some(c) => self.step(&places, c),
                    None => vec![None; places.len()],
                };
                at += c.map_or(1, char::len_utf8);
            }
        }
    }

    /// The character that begins at `at`, if valid UTF-8 begins there.
    fn char_at(text: &[u8], at: usize) -> Option<char> {
        let chunk = text[at..].chunks(4).next()?.utf8_chunks().next()?;
        chunk.valid().chars().next()
    }

    /// Reads a class behind its bracket; whether it is negated, and its ranges.
    pub fn class(
        left: &mut impl Iterator<Item = char>,
        not: &[char],
    ) -> Option<(bool, Vec<(char, char)>)> {
        let mut first = left.next()?;
        let negated = not.contains(&first);
        if negated {
            first = left.next()?;
        }
        let mut body = vec![first];
        loop {
            match left.next()? {
                ']' => break,
                c => body.push(c),
            }
        }
        let (mut ranges, mut body) = (Vec::new(), &body[..]);
        while let [low, after @ ..] = body {
            let (high, rest) = match after {
                ['-', high, rest @ ..] => (high, rest),
                _ => (low, after),
            };
            ranges.push((*low, *high));
            body = rest;
        }
        Some((negated, ranges))
    }

    pub fn within(ranges: &[(char, char)], c: char) -> bool {
        ranges.iter().any(|&(low, high)| low <= c && c <= high)
    }
}

/// Whether a path is wanted. See ripgrep7 and ripgrep9.
mod gitignore {
    use super::matcher::{class, within};
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    /// Whether the glob takes the path; both begin where a part of the path begins.
    fn matches(glob: &str, path: &str) -> bool {
        if let Some(rest) = glob.strip_prefix("**/") {
            let below = path.split_once('/');
            return matches(rest, path) || below.is_some_and(|(_, below)| matches(glob, below));
        }
        if glob == "**" {
            !path.is_empty()
        } else {
            within_part(glob, path)
        }
    }

    /// The same in the middle of a part, where two stars are no more than one.
    fn within_part(glob: &str, path: &str) -> bool {
        let (mut signs, mut chars) = (glob.chars(), path.chars());
        let (sign, first) = (signs.next(), chars.next());
        let named = first.filter(|&c| c != '/');
        let taken = match sign {
            None => return first.is_none(),
            Some('/') => return first == sign && matches(signs.as_str(), chars.as_str()),
            Some('*') => {
                return within_part(signs.as_str(), path)
                    || named.is_some() && within_part(glob, chars.as_str());
            }
            Some('?') => named.is_some(),
            Some('[') => class(&mut signs, &['!', '^']).is_some_and(|(negated, ranges)| {
                named.is_some_and(|c| within(&ranges, c) != negated)
            }),
            Some('\\') => first.is_some() && first == signs.next(),
            Some(_) => first == sign,
        };
        taken && within_part(signs.as_str(), chars.as_str())
    }

    #[derive(Debug, Clone, Copy, PartialEq)]
    pub enum Verdict {
        None,
        Ignore,
        Keep,
    }

    struct Rule {
        glob: String,
        only_directories: bool,
        verdict: Verdict,
    }

    impl Rule {
        fn parse(line: &str) -> Option<Self> {
            // A blank at the end counts only behind a backslash.
            let line = if line.ends_with("\\ ") {
                line
            } else {
                line.trim_end()
            };
            if line.is_empty() || line.starts_with('#') {
                return None;
            }
            let (verdict, line) = match line.strip_prefix('!') {
                Some(rest) => (Verdict::Keep, rest),
                None => (Verdict::Ignore, line),
            };
            let only_directories = line.ends_with('/');
            let line = line.strip_suffix('/').unwrap_or(line);
            let glob = match line.strip_prefix('/') {
                Some(rest) => rest.to_string(),
                None if line.contains('/') => line.to_string(),
                None => format!("**/{line}"),
            };
            Some(Self {
                glob,
                only_directories,
                verdict,
            })
        }
    }

    /// The rules of one directory, and those of the directories above.
    pub struct Gitignore {
        directory: PathBuf,
        rules: Vec<Rule>,
        parent: Option<Arc<Gitignore>>,
    }

    impl Gitignore {
        pub fn new(directory: &Path, text: &str, parent: Option<Arc<Self>>) -> Arc<Self> {
            Arc::new(Self {
                directory: directory.to_path_buf(),
                rules: text.lines().filter_map(Rule::parse).collect(),
                parent,
            })
        }

        /// What the nearest rules with an opinion say of a path below their directory.
        pub fn verdict(&self, path: &Path, is_directory: bool) -> Verdict {
            let below = path.strip_prefix(&self.directory).unwrap_or(path);
            let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
            let below = names.join("/");
            let decides = self.rules.iter().rev().find(|rule| {
                (is_directory || !rule.only_directories) && matches(&rule.glob, &below)
            });
            match (decides, &self.parent) {
                (Some(rule), _) => rule.verdict,
                (None, Some(parent)) => parent.verdict(path, is_directory),
                (None, None) => Verdict::None,
            }
        }
    }
}

/// Finds the matching lines of a text and shows them to a sink. See ripgrep4.
mod searcher {
    use super::matcher::Matcher;
    use super::printer::{Sink, SinkMatch};
    use std::io::{Result, Write};

    pub fn search(
        matcher: &dyn Matcher,
        text: &[u8],
        sink: &mut dyn Sink,
        out: &mut dyn Write,
    ) -> Result<()> {
        let mut offset = 0;
        for (line_number, whole) in (1..).zip(text.split_inclusive(|&byte| byte == b'\n')) {
            let line = whole.strip_suffix(b"\n").unwrap_or(whole);
            if matcher.find_at(line, 0).is_some() {
                let found = SinkMatch {
                    line_number,
                    offset,
                    whole,
                    line,
                };
                sink.matched(&found, out)?;
            }
            offset += whole.len();
        }
        sink.finish(out)
    }
}

/// What becomes of a matching line. See ripgrep5 and ripgrep6.
mod printer {
    use super::matcher::Matcher;
    use std::io::{Result, Write};

    pub struct SinkMatch<'a> {
        pub line_number: u64,
        pub offset: usize,
        /// With its line feed, if it has one, and without.
        pub whole: &'a [u8],
        pub line: &'a [u8],
    }

    pub trait Sink {
        fn matched(&mut self, found: &SinkMatch, out: &mut dyn Write) -> Result<()>;

        fn finish(&mut self, _out: &mut dyn Write) -> Result<()> {
            Ok(())
        }
    }

    /// Lines, with or without their numbers.
    pub struct Plain(pub String, pub bool);

    impl Sink for Plain {
        fn matched(&mut self, found: &SinkMatch, out: &mut dyn Write) -> Result<()> {
            write!(out, "{}:", self.0)?;
            if self.1 {
                write!(out, "{}:", found.line_number)?;
            }
            out.write_all(found.line)?;
            writeln!(out)
        }
    }

    /// How many lines.
    pub struct Count(pub String, pub u64);

    impl Sink for Count {
        fn matched(&mut self, _: &SinkMatch, _: &mut dyn Write) -> Result<()> {
            self.1 += 1;
            Ok(())
        }

        fn finish(&mut self, out: &mut dyn Write) -> Result<()> {
            if self.1 == 0 {
                return Ok(());
            }
            writeln!(out, "{}:{}", self.0, self.1)
        }
    }

    /// Objects, with the matches that the matcher finds in each line.
    pub struct Json<'a>(pub String, pub &'a dyn Matcher);

    impl Sink for Json<'_> {
        fn matched(&mut self, found: &SinkMatch, out: &mut dyn Write) -> Result<()> {
            let mut submatches = Vec::new();
            for part in self.1.find_all(found.line) {
                let text = json_string(&found.line[part.start..part.end]);
                let (start, end) = (part.start, part.end);
                let submatch =
                    format!(r#"{{"match":{{"text":{text}}},"start":{start},"end":{end}}}"#);
                submatches.push(submatch);
            }
            writeln!(
                out,
                concat!(
                    r#"{{"type":"match","data":{{"path":{{"text":{}}},"lines":{{"text":{}}},"#,
                    r#""line_number":{},"absolute_offset":{},"submatches":[{}]}}}}"#
                ),
                json_string(self.0.as_bytes()),
                json_string(found.whole),
                found.line_number,
                found.offset,
                submatches.join(",")
            )
        }
    }

    fn json_string(text: &[u8]) -> String {
        let mut json = String::from("\"");
        for c in String::from_utf8_lossy(text).chars() {
            match c {
                '\n' => json.push_str("\\n"),
                '\t' => json.push_str("\\t"),
                '\r' => json.push_str("\\r"),
                '"' | '\\' => json.extend(['\\', c]),
                '\0'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
                _ => json.push(c),
            }
        }
        json + "\""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory with these files, which goes when this value goes.
    struct Tree(PathBuf);

    impl Tree {
        fn new(name: &str, files: &[(&str, &str)]) -> io::Result<Self> {
            let name = format!("mini-rg-{}-{name}", std::process::id());
            let tree = Self(env::temp_dir().join(name));
            for (file, text) in files {
                let path = tree.0.join(file);
                fs::create_dir_all(path.parent().unwrap_or(&path))?;
                fs::write(path, text)?;
            }
            Ok(tree)
        }
    }

    impl Drop for Tree {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// Runs the program in this tree; its lines, with paths from the root of the tree.
    fn lines(name: &str, files: &[(&str, &str)], arguments: &[&str]) -> Vec<String> {
        outcome(name, files, arguments).0
    }

    /// The same, and the exit code.
    fn outcome(name: &str, files: &[(&str, &str)], arguments: &[&str]) -> (Vec<String>, u8) {
        let tree = Tree::new(name, files).unwrap();
        let root = tree.0.to_str().unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(&[arguments, &[root]].concat(), &mut out, &mut err).unwrap();
        let text = String::from_utf8_lossy(&out).replace(&format!("{root}/"), "");
        assert!(err.is_empty(), "{}", String::from_utf8_lossy(&err));
        (text.lines().map(str::to_string).collect(), code)
    }

    /// A tree whose files all hold the same word: the paths in which it is found.
    fn found(name: &str, ignores: &[(&str, &str)], files: &[&str]) -> Vec<String> {
        let files = files.iter().map(|&file| (file, "light"));
        let all: Vec<_> = ignores.iter().copied().chain(files).collect();
        let found = lines(name, &all, &["light"]);
        found
            .iter()
            .map(|line| line.trim_end_matches(":light").to_string())
            .collect()
    }

    const LOG: [(&str, &str); 3] = [
        ("a/b.txt", "a Light, a light\nno lamp\n"),
        ("a.txt", "a lamp\nlighthouse"),
        ("z", "dark\n"),
    ];

    #[test]
    fn matching_lines_come_sorted_by_path() {
        let expected = ["a/b.txt:a Light, a light", "a.txt:lighthouse"];
        assert_eq!(lines("sorted", &LOG, &["light"]), expected);
    }

    #[test]
    fn with_n_they_have_numbers() {
        let expected = ["a/b.txt:2:no lamp", "a.txt:1:a lamp"];
        assert_eq!(lines("numbers", &LOG, &["-n", "lamp"]), expected);
    }

    #[test]
    fn with_c_they_are_counted() {
        assert_eq!(
            lines("counts", &LOG, &["-c", "-n", "a"]),
            ["a/b.txt:2", "a.txt:1", "z:1"]
        );
        assert_eq!(
            lines("count", &LOG, &["lamp", "-c"]),
            ["a/b.txt:1", "a.txt:1"]
        );
    }

    #[test]
    fn with_i_capitals_are_small_letters() {
        let big = [
            ("a", "LIGHT\nlight\nLiGhT\nlamp\nlIgH"),
            ("b", "Ü\nü\nu\nß\nſ"),
        ];
        assert_eq!(lines("case1", &big, &["-i", "-c", "lIght"]), ["a:3"]);
        assert_eq!(lines("case2", &big, &["-i", "-c", "[K-M]I"]), ["a:4"]);
        assert_eq!(lines("case3", &big, &["-i", "-n", "ü"]), ["b:1:Ü", "b:2:ü"]);
        assert_eq!(lines("case4", &big, &["-i", "-c", "s"]), [""; 0]);
        assert_eq!(lines("case5", &big, &["-c", "lIgH"]), ["a:1"]);
    }

    #[test]
    fn as_json_every_match_is_an_object() {
        let files = [("a\"", "one\nt\two\"\\\u{1b}\n")];
        let expected = concat!(
            r#"{"type":"match","data":{"path":{"text":"ROOT/a\""},"#,
            r#""lines":{"text":"t\two\"\\\u001b\n"},"line_number":2,"absolute_offset":4,"#,
            r#""submatches":[{"match":{"text":"t"},"start":0,"end":1},"#,
            r#"{"match":{"text":"wo"},"start":2,"end":4}]}}"#
        );
        let tree = Tree::new("json", &files).unwrap();
        let root = tree.0.to_str().unwrap();
        let mut out = Vec::new();
        run(&["--json", "-c", "[tw]o*", root], &mut out, &mut Vec::new()).unwrap();
        let text = String::from_utf8(out).unwrap().replace(root, "ROOT");
        assert_eq!(text, format!("{expected}\n"));
    }

    #[test]
    fn the_exit_code_tells_whether_anything_was_found() {
        assert_eq!(outcome("code0", &LOG, &["lamp"]).1, 0);
        assert_eq!(outcome("code1", &LOG, &["lantern"]).1, 1);
    }

    #[test]
    fn what_goes_wrong_is_said_and_told_by_the_exit_code() {
        let tree = Tree::new("wrong", &LOG).unwrap();
        let root = tree.0.to_str().unwrap();
        let nowhere = format!("{root}/nowhere");
        let mut wrong = vec![
            vec!["light", &nowhere],
            vec!["light"],
            vec![root, root, root],
        ];
        for pattern in [
            "*a", "+", "?", "a|b", "a)", "a{2}", "a^", "a$b", "[a", "[^", "\\", "\\w",
        ] {
            wrong.push(vec![pattern, root]);
        }
        for arguments in &wrong {
            let (mut out, mut err) = (Vec::new(), Vec::new());
            assert_eq!(
                run(arguments, &mut out, &mut err).unwrap(),
                2,
                "{arguments:?}"
            );
            assert!(out.is_empty() && !err.is_empty(), "{arguments:?}");
        }
    }

    #[test]
    fn a_single_file_is_searched_too() {
        let tree = Tree::new("single", &LOG).unwrap();
        let file = tree.0.join("a.txt").to_str().unwrap().to_string();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        assert_eq!(run(&["-n", "l.*e", &file], &mut out, &mut err).unwrap(), 0);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            format!("{file}:2:lighthouse\n")
        );
    }

    #[test]
    fn ignored_paths_are_left_out() {
        let ignores = [(
            ".gitignore",
            "# nothing\n\n*.log\nash/\n/top\nin/mid\n\\#x\nblank\\ \n[!a]?z  ",
        )];
        let files = [
            "a.log", "in/b.log", "ash/a", "in/ash/b", "top", "in/mid", "#x", "blank ", "bcz",
        ];
        assert_eq!(found("ignored", &ignores, &files), [""; 0]);
        let others = [
            "# nothing",
            "a.logs",
            "abz",
            "blank",
            "bz",
            "in/in/mid",
            "in/top",
            "x/ash",
        ];
        assert_eq!(found("others", &ignores, &others), others);
    }

    #[test]
    fn two_stars_cross_directories() {
        let ignores = [(".gitignore", "a/**/z\n**/y/x\nw/**\nv**u\n/t*t\n!w/**/")];
        let files = [
            "a/b/c/z", "a/z", "b/y/x", "vu", "vvu/x", "w/a", "w/b/c", "tot",
        ];
        assert_eq!(found("stars", &ignores, &files), [""; 0]);
        let others = ["b/a/z", "to/tt", "v/u", "w", "y/z"];
        assert_eq!(found("no-stars", &ignores, &others), others);
    }

    #[test]
    fn the_last_rule_of_the_nearest_file_decides() {
        let ignores = [
            (".gitignore", "*.log\n!keep.log\n/in/*.txt\n"),
            ("in/.gitignore", "!a.log\n!b.txt\n/keep.log\n[\n"),
            ("in/in/.gitignore", "b.txt\n"),
        ];
        let files = [
            "a.log",
            "in/a.log",
            "in/b.txt",
            "in/c.txt",
            "in/in/a.log",
            "in/in/b.log",
            "in/in/b.txt",
            "in/in/keep.log",
            "in/keep.log",
            "keep.log",
        ];
        let expected = [
            "in/a.log",
            "in/b.txt",
            "in/in/a.log",
            "in/in/keep.log",
            "keep.log",
        ];
        assert_eq!(found("nearest", &ignores, &files), expected);
    }

    #[test]
    fn below_an_ignored_directory_nothing_can_be_kept() {
        let ignores = [
            (".gitignore", "ash/\n!ash/keep\n"),
            ("ash/.gitignore", "!*\n"),
        ];
        assert_eq!(found("below", &ignores, &["ash/keep", "keep"]), ["keep"]);
    }

    #[test]
    fn hidden_entries_are_left_out_unless_a_rule_keeps_them() {
        let ignores = [(".gitignore", "!.kept\n")];
        let files = [".hidden", ".kept", "in/.hidden/a", "in/.kept/a"];
        assert_eq!(found("hidden", &ignores, &files), [".kept", "in/.kept/a"]);
    }

    #[test]
    fn without_ignoring_only_hidden_entries_are_left_out() {
        let files = [
            (".gitignore", "*\n!.b\n"),
            ("a/.gitignore", "*"),
            ("a/c", "light"),
            (".b", "light"),
        ];
        assert_eq!(
            lines("no-ignore", &files, &["--no-ignore", "light"]),
            ["a/c:light"]
        );
    }

    #[test]
    fn files_that_are_no_text_are_left_out() {
        let files = [("a", "light\n\0"), ("b", "light")];
        assert_eq!(lines("binary", &files, &["light"]), ["b:light"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let tree = Tree::new("links", &[("in/a", "light")]).unwrap();
        std::os::unix::fs::symlink(&tree.0, tree.0.join("in/round")).unwrap();
        std::os::unix::fs::symlink("a", tree.0.join("in/b")).unwrap();
        let mut out = Vec::new();
        let root = tree.0.to_str().unwrap();
        run(&["light", root], &mut out, &mut Vec::new()).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            format!("{root}/in/a:light\n")
        );
    }

    /// All matches in a text, as texts.
    fn matches(pattern: &str, text: &str) -> Vec<String> {
        let matcher = matcher::new(pattern, false).unwrap();
        let all = matcher.find_all(text.as_bytes());
        all.iter()
            .map(|found| text[found.start..found.end].to_string())
            .collect()
    }

    #[test]
    fn patterns_are_literals_or_small_regular_expressions() {
        assert_eq!(matches("ana", "bananana"), ["ana", "ana"]);
        assert_eq!(matches("banana", "ban"), [""; 0]);
        assert_eq!(matches("n.", "banänané"), ["nä", "na", "né"]);
        assert_eq!(matches("N.", "banaNaNA"), ["Na", "NA"]);
        assert_eq!(matches("[a-c]+", "abacus bad"), ["abac", "ba"]);
        assert_eq!(matches("[^a-c ]", "abacus bad"), ["u", "s", "d"]);
        assert_eq!(matches("[]-]-?", "a]-b-"), ["]-", "-"]);
        assert_eq!(matches("b?ad*", "bad add ba"), ["bad", "add", "ba"]);
        assert_eq!(matches("\\.\\*", "a.*b"), [".*"]);
        assert_eq!(matches("^b.", "bobo"), ["bo"]);
        assert_eq!(matches("b.$", "bobu"), ["bu"]);
        assert_eq!(matches("a.+c?", "xaabc"), ["aabc"]);
    }

    #[test]
    fn empty_matches_are_everywhere_but_behind_another_one() {
        assert_eq!(matches("a*", "baac"), ["", "aa", ""]);
        assert_eq!(matches("", "ab"), ["", "", ""]);
        assert_eq!(matches("^$", ""), [""]);
    }

    #[test]
    fn bytes_that_are_no_text_match_no_character() {
        let matcher = matcher::new("a.b", false).unwrap();
        assert_eq!(matcher.find_all(b"a\xffb a\xc3\xa9b \xffa.b").len(), 2);
    }
}
