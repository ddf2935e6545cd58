// At a swimming pool things are left behind. Each goes into a numbered compartment of the
// lost-property shelf, and a map remembers what lies where. A compartment that is used
// again holds the later thing only; the earlier one was fetched by its owner.

// `Vec` and `String` are so common that every file knows them by name, a map is not.
use std::collections::HashMap;

fn shelve(finds: &[(u32, &str)]) -> HashMap<u32, String> {
    let mut shelf = HashMap::new();
    for (number, thing) in finds {
        // For a key that is already there, `insert` puts the new value in the old one's
        // place. The map then owns the text, so it does not depend on the list of finds.
        let thing = thing.to_string();
        let mut known = false;
        for other in shelf.values() {
            if *other == thing {
                known = true;
            }
        }
        if !known {
            shelf.insert(*number, thing);
        }
    }
    shelf
}

fn free_compartments(shelf: &HashMap<u32, String>, all: usize) -> usize {
    all - shelf.len()
}

fn main() {
    let shelf = shelve(&[(4, "goggles"), (11, "left sandal"), (4, "towel")]);
    println!("Compartment 4: {}", shelf[&4]);
    println!("Free: {}", free_compartments(&shelf, 24));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_finds_the_shelf_is_empty() {
        let shelf = shelve(&[]);
        assert!(shelf.is_empty());
        assert_eq!(free_compartments(&shelf, 24), 24);
    }

    #[test]
    fn every_find_lies_in_its_compartment() {
        let shelf = shelve(&[(4, "goggles"), (11, "left sandal")]);
        let expected = HashMap::from([
            (4, String::from("goggles")),
            (11, String::from("left sandal")),
        ]);
        assert_eq!(shelf, expected);
    }

    #[test]
    fn the_later_thing_takes_the_place_of_the_earlier() {
        let shelf = shelve(&[(4, "goggles"), (4, "towel")]);
        assert_eq!(shelf, HashMap::from([(4, String::from("towel"))]));
    }

    #[test]
    fn two_compartments_may_hold_the_same_kind_of_thing() {
        let shelf = shelve(&[(7, "towel"), (8, "towel")]);
        assert_eq!(shelf.len(), 2);
        assert_eq!(shelf[&7], shelf[&8]);
    }

    #[test]
    fn a_compartment_used_twice_is_one_compartment() {
        let shelf = shelve(&[(4, "goggles"), (11, "left sandal"), (4, "towel")]);
        assert_eq!(free_compartments(&shelf, 24), 22);
    }

    #[test]
    fn a_full_shelf_has_no_compartment_free() {
        let shelf = shelve(&[(1, "cap"), (2, "comb")]);
        assert_eq!(free_compartments(&shelf, 2), 0);
    }
}
