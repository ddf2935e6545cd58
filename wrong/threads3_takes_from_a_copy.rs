// A blood bank has one fridge. Hospitals send for bags, all at the same time, each in a
// thread of its own. Whoever asks for more bags than are left is turned away. Every hospital
// has to deal with the same fridge, and no bag may be given out twice.

use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Clone)]
struct Fridge {
    bags: u32,
    turned_away: u32,
}

impl Fridge {
    fn hand_out(&mut self, wanted: u32) {
        if wanted <= self.bags {
            self.bags -= wanted;
        } else {
            self.turned_away += 1;
        }
    }
}

/// Serves all orders; gives back the bags that are left and how many were turned away.
fn serve(bags: u32, orders: Vec<u32>) -> (u32, u32) {
    // `Arc` is `Rc` with a count that threads may change at the same time. `Mutex` does what
    // `RefCell` does, but whoever comes while it is in use waits instead of panicking.
    let fridge = Arc::new(Mutex::new(Fridge {
        bags,
        turned_away: 0,
    }));
    let mut hospitals = Vec::new();
    for wanted in orders {
        let fridge = Arc::clone(&fridge);
        hospitals.push(thread::spawn(move || {
            // The lock is held to the end of the statement: looking and taking are one step.
            // `lock` is an `Err` only if another thread panicked while it held the lock.
            let mut copy = fridge.lock().unwrap().clone();
            copy.hand_out(wanted);
        }));
    }

    for hospital in hospitals {
        hospital.join().unwrap();
    }

    // All others are done, but the value is still behind its lock. (With `thread::scope` the
    // threads could have borrowed a plain `Mutex`, without `Arc`.)
    let fridge = fridge.lock().unwrap();
    (fridge.bags, fridge.turned_away)
}

fn main() {
    let (left, turned_away) = serve(20, vec![4, 8, 5]);
    println!("{left} bags left, {turned_away} hospitals turned away");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_hospitals_take_from_the_same_fridge() {
        assert_eq!(serve(20, vec![4, 8, 5]), (3, 0));
    }

    #[test]
    fn nobody_gets_more_than_there_is() {
        assert_eq!(serve(6, vec![7]), (6, 1));
    }

    #[test]
    fn the_last_bag_is_handed_out() {
        assert_eq!(serve(9, vec![9]), (0, 0));
    }

    #[test]
    fn no_bag_is_given_out_twice() {
        // Whoever comes first: sixty are served, forty are not.
        assert_eq!(serve(60, vec![1; 100]), (0, 40));
    }

    #[test]
    fn without_orders_the_fridge_stays_as_it_was() {
        assert_eq!(serve(12, vec![]), (12, 0));
    }
}
