// Two drawbridges cross the mouth of a harbour, one behind the other. A ship calls a bridge
// by radio, waits until it is free, and keeps it up until it has passed both. A ship that
// comes in reaches the outer bridge first, one that leaves the inner one. When two of them
// meet, neither moves again. Let ships pass both ways, and still with both bridges up.

use std::sync::{Mutex, MutexGuard};

type Log = Vec<String>;

struct Bridge {
    name: &'static str,
    log: Mutex<Log>,
}

impl Bridge {
    fn new(name: &'static str) -> Self {
        let log = Mutex::new(Log::new());
        Bridge { name, log }
    }

    /// Calls the bridge, then waits for it. It stays up while the guard lives.
    fn raise(&self, radio: impl Fn(&'static str)) -> MutexGuard<'_, Log> {
        radio(self.name);
        self.log.lock().unwrap()
    }
}

struct Harbour {
    outer: Bridge,
    inner: Bridge,
}

impl Harbour {
    fn new() -> Self {
        let (outer, inner) = (Bridge::new("outer"), Bridge::new("inner"));
        Harbour { outer, inner }
    }

    fn sail_in(&self, ship: &str, radio: impl Fn(&'static str)) {
        let mut outer = self.outer.raise(&radio);
        let mut inner = self.inner.raise(&radio);
        outer.push(format!("{ship} in"));
        inner.push(format!("{ship} in"));
    }

    fn sail_out(&self, ship: &str, radio: impl Fn(&'static str)) {
        // TODO: The ship holds one bridge and waits for the other. Who may be holding that?
        let mut inner = self.inner.raise(&radio);
        let mut outer = self.outer.raise(&radio);
        inner.push(format!("{ship} out"));
        outer.push(format!("{ship} out"));
    }
}

fn main() {
    let harbour = Harbour::new();
    harbour.sail_in("Tern", |bridge| println!("Tern calls the {bridge} bridge"));
    harbour.sail_out("Gull", |bridge| println!("Gull calls the {bridge} bridge"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;
    use std::sync::mpsc;
    use std::thread;

    /// Tern comes in. When it has its first bridge and calls the second, Gull sails out, in
    /// a thread of its own; Tern goes on as soon as Gull has called the bridge Tern holds.
    fn meet() -> Harbour {
        let harbour = Harbour::new();
        let called = RefCell::new(vec![]);
        thread::scope(|sea| {
            harbour.sail_in("Tern", |bridge| {
                called.borrow_mut().push(bridge);
                if called.borrow().len() == 2 {
                    let held = called.borrow()[0];
                    let (gulls_call, heard) = mpsc::channel();
                    sea.spawn(|| {
                        harbour.sail_out("Gull", move |bridge| {
                            gulls_call.send(bridge).ok();
                        });
                    });
                    heard.iter().find(|&bridge| bridge == held);
                }
            });
        });
        harbour
    }

    fn log(bridge: &Bridge) -> Log {
        bridge.log.lock().unwrap().clone()
    }

    #[test]
    fn ships_that_meet_pass_both_bridges() {
        let harbour = meet();
        assert_eq!(log(&harbour.outer).len(), 2);
        assert_eq!(log(&harbour.inner).len(), 2);
    }

    #[test]
    fn no_ship_overtakes_another_between_the_bridges() {
        let harbour = meet();
        assert_eq!(log(&harbour.outer), log(&harbour.inner));
    }

    #[test]
    fn a_ship_alone_may_leave() {
        let harbour = Harbour::new();
        harbour.sail_out("Gull", |_| {});
        assert_eq!(log(&harbour.outer), ["Gull out"]);
        assert_eq!(log(&harbour.inner), ["Gull out"]);
    }

    #[test]
    fn a_leaving_ship_holds_one_bridge_while_it_calls_the_other() {
        let harbour = Harbour::new();
        let both_up = RefCell::new(false);
        harbour.sail_out("Gull", |bridge| {
            let other = match bridge {
                "outer" => &harbour.inner,
                _ => &harbour.outer,
            };
            *both_up.borrow_mut() = other.log.try_lock().is_err();
        });
        assert!(both_up.into_inner());
    }
}
