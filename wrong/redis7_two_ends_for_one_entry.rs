// Values may have a lifetime: a reservation that nobody collects is gone after ten minutes.
// The store must not look through all values to find the few that are over, so it also keeps
// all ends in order of time. Two collections that belong together, and both must be right
// after every change. What the time is, the caller says; so tests need not wait.

use std::collections::{BTreeSet, HashMap};
use std::time::{Duration, Instant};

struct Entry {
    value: String,
    end: Option<Instant>,
}

#[derive(Default)]
struct Db {
    entries: HashMap<String, Entry>,
    /// The end and the key of every entry that has an end; the first to end comes first.
    ends: BTreeSet<(Instant, String)>,
}

impl Db {
    fn get(&self, key: &str) -> Option<&str> {
        self.entries.get(key).map(|entry| entry.value.as_str())
    }

    fn set(&mut self, key: &str, value: &str, end: Option<Instant>) {
        let value = value.to_string();
        let old = self.entries.insert(key.to_string(), Entry { value, end });
        // Otherwise the end of the old value would take the new one away.
        if let Some(end) = old.and_then(|entry| entry.end) {
            self.ends.remove(&(end, key.to_string()));
        }
        if let Some(end) = end {
            self.ends.insert((end, key.to_string()));
        }
    }

    fn expire(&mut self, key: &str, end: Instant) -> bool {
        let Some(entry) = self.entries.get_mut(key) else {
            return false;
        };
        entry.end = Some(end);
        self.ends.insert((end, key.to_string()));
        true
    }

    /// How long the entry will still be there, if it has an end.
    fn time_left(&self, key: &str, now: Instant) -> Option<Duration> {
        let end = self.entries.get(key)?.end?;
        Some(end - now)
    }

    fn purge(&mut self, now: Instant) -> Option<Instant> {
        // `first` only looks; taken out is what is known to be over.
        while let Some((end, _)) = self.ends.first() {
            if *end > now {
                return Some(*end);
            }
            if let Some((_, key)) = self.ends.pop_first() {
                self.entries.remove(&key);
            }
        }
        None
    }
}

fn main() {
    let now = Instant::now();
    let after = |minutes: u64| now + Duration::from_secs(60 * minutes);
    let mut db = Db::default();
    db.set("row 4, seat 11", "Nagy", Some(after(10)));
    db.set("row 7, seat 2", "Osei", None);
    db.expire("row 7, seat 2", after(30));
    for minutes in [0, 10, 20] {
        let next = db.purge(after(minutes)).map(|next| next - now);
        let left = db.time_left("row 7, seat 2", after(minutes));
        println!("{:?}, {left:?}, next: {next:?}", db.get("row 4, seat 11"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store with `a` until 10 s, `b` until 20 s and `c` for good, and a clock.
    fn store() -> (Db, impl Fn(u64) -> Instant) {
        let start = Instant::now();
        let at = move |seconds| start + Duration::from_secs(seconds);
        let mut db = Db::default();
        db.set("b", "beta", Some(at(20)));
        db.set("a", "alpha", Some(at(10)));
        db.set("c", "gamma", None);
        (db, at)
    }

    fn keys(db: &Db) -> Vec<&str> {
        let mut keys: Vec<&str> = db.entries.keys().map(String::as_str).collect();
        keys.sort();
        keys
    }

    #[test]
    fn values_go_when_their_time_has_come() {
        let (mut db, at) = store();
        db.purge(at(9));
        assert_eq!(keys(&db), ["a", "b", "c"]);
        db.purge(at(10));
        assert_eq!(keys(&db), ["b", "c"]);
        db.purge(at(1000));
        assert_eq!(keys(&db), ["c"]);
        assert!(db.ends.is_empty());
    }

    #[test]
    fn a_purge_says_when_the_next_one_is_due() {
        let (mut db, at) = store();
        assert_eq!(db.purge(at(0)), Some(at(10)));
        assert_eq!(db.purge(at(15)), Some(at(20)));
        assert_eq!(db.purge(at(20)), None);
    }

    #[test]
    fn entries_may_end_at_the_same_time() {
        let (mut db, at) = store();
        db.set("d", "delta", Some(at(10)));
        assert_eq!(db.purge(at(10)), Some(at(20)));
        assert_eq!(keys(&db), ["b", "c"]);
    }

    #[test]
    fn a_new_value_does_not_inherit_the_end() {
        let (mut db, at) = store();
        db.set("a", "again", None);
        assert_eq!(db.purge(at(10)), Some(at(20)));
        assert_eq!(db.get("a"), Some("again"));
        db.set("b", "again", Some(at(40)));
        assert_eq!(db.purge(at(20)), Some(at(40)));
        assert_eq!(db.get("b"), Some("again"));
    }

    #[test]
    fn an_end_can_be_given_later() {
        let (mut db, at) = store();
        assert!(db.expire("c", at(5)));
        assert_eq!(db.time_left("c", at(2)), Some(Duration::from_secs(3)));
        assert_eq!(db.get("c"), Some("gamma"));
        assert_eq!(db.purge(at(5)), Some(at(10)));
        assert_eq!(keys(&db), ["a", "b"]);
    }

    #[test]
    fn an_end_can_be_put_off() {
        let (mut db, at) = store();
        assert!(db.expire("a", at(30)));
        assert_eq!(db.purge(at(10)), Some(at(20)));
        assert_eq!(db.time_left("a", at(10)), Some(Duration::from_secs(20)));
        assert_eq!(db.ends.len(), 2);
    }

    #[test]
    fn what_is_not_there_gets_no_end() {
        let (mut db, at) = store();
        assert!(!db.expire("z", at(5)));
        assert_eq!(db.purge(at(0)), Some(at(10)));
        assert_eq!(db.time_left("z", at(0)), None);
    }

    #[test]
    fn a_value_that_is_set_often_leaves_nothing_behind() {
        let (mut db, at) = store();
        for seconds in 30..60 {
            db.set("a", "alpha", Some(at(seconds)));
        }
        assert_eq!(db.ends.len(), 2);
    }
}
