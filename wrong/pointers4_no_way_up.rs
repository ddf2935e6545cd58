// The gates of an irrigation canal form a tree: each gate feeds those below it and
// knows the one above it. Gates are closed together, a gate can tell the way of its
// water, and when the head gate is torn down, nothing of the tree may stay in memory.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

type SharedGate = Rc<RefCell<Gate>>;

// Down the tree the handles own, up the tree they only know: two `Rc` that hold on
// to each other would keep both counts above zero for ever.
struct Gate {
    name: String,
    open: bool,
    above: Option<Weak<RefCell<Gate>>>,
    below: Vec<Rc<RefCell<Gate>>>,
}

fn gate(name: &str) -> SharedGate {
    let name = name.to_string();
    Rc::new(RefCell::new(Gate {
        name,
        open: true,
        above: None,
        below: Vec::new(),
    }))
}

fn connect(above: &SharedGate, below: &SharedGate) {
    above.borrow_mut().below.push(Rc::clone(below));

    let _way_up: Weak<RefCell<Gate>> = Rc::downgrade(above);
}

/// The gate above, if there is one and it has not been torn down.
fn above(gate: &SharedGate) -> Option<SharedGate> {
    gate.borrow().above.as_ref()?.upgrade()
}

/// The way of the water to this gate, such as "head > mill".
fn way(gate: &SharedGate) -> String {
    match above(gate) {
        Some(above) => format!("{} > {}", way(&above), gate.borrow().name),
        None => gate.borrow().name.clone(),
    }
}

/// Closes the gate and all gates below it.
fn close(gate: &SharedGate) {
    gate.borrow_mut().open = false;
    for below in &gate.borrow().below {
        close(below);
    }
}

fn main() {
    let (head, mill, meadow) = (gate("head"), gate("mill"), gate("meadow"));
    connect(&head, &mill);
    connect(&mill, &meadow);
    close(&mill);
    println!("{}: open {}", way(&meadow), meadow.borrow().open);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_open(gate: &SharedGate) -> bool {
        gate.borrow().open
    }

    #[test]
    fn the_way_leads_from_the_head_down() {
        let (head, mill, meadow) = (gate("head"), gate("mill"), gate("meadow"));
        connect(&head, &mill);
        connect(&mill, &meadow);
        assert_eq!(way(&meadow), "head > mill > meadow");
        assert_eq!(way(&head), "head");
    }

    #[test]
    fn closing_reaches_the_gates_below_but_not_above() {
        let (head, mill, meadow) = (gate("head"), gate("mill"), gate("meadow"));
        connect(&head, &mill);
        connect(&mill, &meadow);
        close(&mill);
        assert!(is_open(&head));
        assert!(!is_open(&mill));
        assert!(!is_open(&meadow));
    }

    #[test]
    fn a_gate_next_door_stays_open() {
        let (head, mill, orchard) = (gate("head"), gate("mill"), gate("orchard"));
        connect(&head, &mill);
        connect(&head, &orchard);
        close(&mill);
        assert!(is_open(&orchard));
        close(&head);
        assert!(!is_open(&orchard));
    }

    #[test]
    fn a_torn_down_tree_leaves_nothing_behind() {
        let head = gate("head");
        connect(&head, &gate("mill"));
        let watch = Rc::downgrade(&head);
        let watch_below = Rc::downgrade(&head.borrow().below[0]);
        drop(head);
        assert!(watch.upgrade().is_none());
        assert!(watch_below.upgrade().is_none());
    }

    #[test]
    fn a_gate_below_stays_while_its_head_is_there() {
        let head = gate("head");
        connect(&head, &gate("mill"));
        let mill = Rc::clone(&head.borrow().below[0]);
        assert_eq!(Rc::strong_count(&mill), 2);
        assert_eq!(way(&mill), "head > mill");
    }

    #[test]
    fn a_gate_can_outlive_the_one_above_it() {
        let (head, mill) = (gate("head"), gate("mill"));
        connect(&head, &mill);
        drop(head);
        assert_eq!(way(&mill), "mill");
    }
}
