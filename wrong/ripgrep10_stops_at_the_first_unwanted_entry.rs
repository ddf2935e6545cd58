// ripgrep walks a tree with several workers. Each takes one piece of work after the other from a
// common queue; reading a directory makes more work, so a worker takes and gives. That makes the
// end difficult: an empty queue means nothing while a colleague is still reading. So they count
// the open pieces, and whoever finishes the last one sends all home. So far nobody does. The disk
// is a list of paths here; those of directories end with a "/".

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// All files of a tree.
struct Tree<'a>(&'a [&'a str]);

impl Tree<'_> {
    /// The entries of a directory. The root is "".
    fn read(&self, directory: &str) -> BTreeSet<String> {
        let below = self
            .0
            .iter()
            .filter_map(|file| file.strip_prefix(directory));
        below
            .map(|below| match below.split_once('/') {
                Some((name, _)) => format!("{directory}{name}/"),
                None => format!("{directory}{below}"),
            })
            .collect()
    }
}

enum Work {
    Directory(String),
    File(String),
    /// Go home.
    Quit,
}

struct Worker<'a, T> {
    tree: &'a Tree<'a>,
    queue: &'a Mutex<Receiver<Work>>,
    to_queue: Sender<Work>,
    /// The work that has been given and is not done.
    open: &'a AtomicUsize,
    workers: usize,
    results: Sender<(String, T)>,
    wanted: &'a (dyn Fn(&str) -> bool + Sync),
    visit: &'a (dyn Fn(&str) -> T + Sync),
}

impl<T> Worker<'_, T> {
    fn run(&self) {
        loop {
            // One waits for the queue, the others wait for the lock; it is free again at the `;`.
            let work = self.queue.lock().unwrap().recv().unwrap();
            match work {
                Work::Directory(path) => self.read(&path),
                Work::File(path) => {
                    let result = (self.visit)(&path);
                    self.results.send((path, result)).unwrap();
                }
                Work::Quit => return,
            }
            self.done();
        }
    }

    /// Makes work of the wanted entries.
    fn read(&self, directory: &str) {
        for path in self.tree.read(directory) {
            // Everything below an unwanted directory is spared with one question.
            if !(self.wanted)(&path) {
                break;
            }
            if path.ends_with('/') {
                self.give(Work::Directory(path));
            } else {
                self.give(Work::File(path));
            }
        }
    }

    fn give(&self, work: Work) {
        // The other way round, the work could be done, and the last of all, before it counts.
        self.open.fetch_add(1, Ordering::SeqCst);
        self.to_queue.send(work).unwrap();
    }

    /// After each piece of work.
    fn done(&self) {
        // `fetch_sub` gives the number before, so exactly one worker sees the 1. With `load` as a
        // second step, two could see the 0.
        if self.open.fetch_sub(1, Ordering::SeqCst) == 1 {
            for _ in 0..self.workers {
                self.to_queue.send(Work::Quit).unwrap();
            }
        }
    }
}

/// Visits all wanted files of the tree; the results, sorted by path.
fn walk<T: Send>(
    tree: &Tree,
    workers: usize,
    wanted: impl Fn(&str) -> bool + Sync,
    visit: impl Fn(&str) -> T + Sync,
) -> Vec<(String, T)> {
    let (to_queue, queue) = mpsc::channel();
    let (results, all) = mpsc::channel();
    // The root is the first piece of work.
    let (queue, open) = (Mutex::new(queue), AtomicUsize::new(1));
    to_queue.send(Work::Directory(String::new())).unwrap();
    thread::scope(|scope| {
        for _ in 0..workers {
            let worker = Worker {
                tree,
                queue: &queue,
                to_queue: to_queue.clone(),
                open: &open,
                workers,
                results: results.clone(),
                wanted: &wanted,
                visit: &visit,
            };
            scope.spawn(move || worker.run());
        }
        drop(results);
        let mut all: Vec<_> = all.iter().collect();
        all.sort_by(|(a, _), (b, _)| a.cmp(b));
        all
    })
}

fn main() {
    let house = Tree(&["attic/trunk/letters", "attic/hat", "cellar/jam", "doormat"]);
    let wanted = |path: &str| path != "cellar/";
    for (path, length) in walk(&house, 3, wanted, |path| path.len()) {
        println!("{path}: {length}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUSE: [&str; 6] = [
        "attic/hat",
        "attic/trunk/letters",
        "attic/trunk/stamps",
        "cellar/jam",
        "cellar/old/older/jam",
        "doormat",
    ];

    /// The visited files; and all paths whose being wanted was asked for, sorted.
    fn walked(files: &[&str], workers: usize, unwanted: &str) -> (Vec<String>, Vec<String>) {
        let asked = Mutex::new(Vec::new());
        let wanted = |path: &str| {
            asked.lock().unwrap().push(path.to_string());
            !path.ends_with(unwanted)
        };
        let mut visited = Vec::new();
        for (path, result) in walk(&Tree(files), workers, wanted, str::to_uppercase) {
            assert_eq!(result, path.to_uppercase(), "the result of another file");
            visited.push(path);
        }
        let mut asked = asked.into_inner().unwrap();
        asked.sort();
        (visited, asked)
    }

    #[test]
    fn every_file_is_visited_once_and_sorted() {
        for workers in [1, 2, 3, 8] {
            assert_eq!(walked(&HOUSE, workers, "none").0, HOUSE);
        }
    }

    #[test]
    fn the_walk_ends_every_time() {
        for _ in 0..100 {
            assert_eq!(walked(&HOUSE, 4, "none").0.len(), 6);
            assert_eq!(walked(&[], 4, "none").0.len(), 0);
        }
    }

    #[test]
    fn unwanted_files_are_not_visited() {
        let (files, _) = walked(&HOUSE, 2, "jam");
        assert_eq!(files, [HOUSE[0], HOUSE[1], HOUSE[2], HOUSE[5]]);
    }

    #[test]
    fn an_unwanted_directory_is_not_read() {
        let (files, asked) = walked(&HOUSE, 2, "attic/");
        assert_eq!(files, HOUSE[3..]);
        let below: Vec<_> = asked
            .iter()
            .filter(|path| path.contains("attic/"))
            .collect();
        assert_eq!(below, ["attic/"]);
    }

    #[test]
    fn every_entry_is_asked_for_once() {
        let (_, asked) = walked(&["attic/hat", "cellar/jam"], 2, "none");
        assert_eq!(asked, ["attic/", "attic/hat", "cellar/", "cellar/jam"]);
    }

    #[test]
    fn workers_are_busy_at_the_same_time() {
        use std::sync::Barrier;

        // Two visits wait for one another: a single worker would never get past the first.
        let meeting = Barrier::new(2);
        let tree = Tree(&["attic/hat", "cellar/jam"]);
        let all = walk(&tree, 2, |_| true, |_| meeting.wait().is_leader());
        let leaders = all.iter().filter(|(_, is_leader)| *is_leader);
        assert_eq!(leaders.count(), 1);
    }
}
