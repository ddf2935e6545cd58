// In a restaurant each table has a waiter, a thread, who calls the orders through a hatch.
// One cook takes them as they come and sorts them by table. When no waiter can send another
// order, the kitchen closes. So far it never does: the tests wait for ever.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver};
use std::thread;

struct Order {
    table: u32,
    dish: &'static str,
}

type Plates = HashMap<u32, Vec<&'static str>>;

fn cook(hatch: Receiver<Order>) -> Plates {
    let mut plates = Plates::new();
    // The loop ends when the last sender is gone: `recv` then gives an `Err`, and the iterator
    // turns it into its end. `while let Ok(order) = hatch.recv()` says the same in full.
    if let Ok(order) = hatch.recv() {
        plates.entry(order.table).or_default().push(order.dish);
    }
    plates
}

/// Serves the tables 1, 2, 3 and so on with the dishes they ordered.
fn evening(guests: Vec<Vec<&'static str>>) -> Plates {
    let (to_kitchen, hatch) = mpsc::channel();
    for (table, dishes) in (1..).zip(guests) {
        let to_kitchen = to_kitchen.clone();
        thread::spawn(move || {
            for dish in dishes {
                to_kitchen.send(Order { table, dish }).unwrap();
            }
        });
    }

    // Each waiter holds a clone. The first sender is still here, and while it lives the channel
    // is open. (The last waiter could also take it instead of a clone.)
    drop(to_kitchen);
    cook(hatch)
}

fn main() {
    let plates = evening(vec![vec!["soup", "dumplings"], vec!["risotto"]]);
    println!("table 1: {:?}, table 2: {:?}", plates[&1], plates[&2]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_gets_what_it_ordered() {
        let plates = evening(vec![vec!["soup"], vec!["risotto"], vec!["pie"]]);
        assert_eq!(plates.len(), 3);
        assert_eq!(plates[&1], ["soup"]);
        assert_eq!(plates[&2], ["risotto"]);
        assert_eq!(plates[&3], ["pie"]);
    }

    #[test]
    fn the_dishes_of_a_table_stay_in_order() {
        let plates = evening(vec![vec!["soup", "pie", "cheese"], vec!["pie", "soup"]]);
        assert_eq!(plates[&1], ["soup", "pie", "cheese"]);
        assert_eq!(plates[&2], ["pie", "soup"]);
    }

    #[test]
    fn no_order_is_lost_on_a_busy_evening() {
        let plates = evening(vec![vec!["pancake"; 50]; 20]);
        assert_eq!(plates.len(), 20);
        assert!(plates.values().all(|dishes| dishes.len() == 50));
    }

    #[test]
    fn a_table_that_orders_nothing_gets_nothing() {
        let plates = evening(vec![vec![], vec!["soup"]]);
        assert_eq!(plates.len(), 1);
        assert_eq!(plates[&2], ["soup"]);
    }

    #[test]
    fn without_guests_the_kitchen_closes_at_once() {
        assert!(evening(vec![]).is_empty());
    }
}
