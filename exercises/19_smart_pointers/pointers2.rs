// Some bands share one rehearsal room. None of them owns it alone: the room is
// there as long as anyone holds on to it, and the last one to give it up may hand
// it over to the landlord. Copies of the room are no help, since there is only one.

use std::rc::Rc;

#[derive(Debug, PartialEq)]
struct Room {
    street: String,
}

struct Band {
    name: String,
    room: Rc<Room>,
}

/// Founds a band for each name; all of them rehearse in the same room.
fn found(names: &[&str], room: Rc<Room>) -> Vec<Band> {
    let mut bands = Vec::new();

    // TODO: The first band takes the room away from all others.
    for name in names {
        let name = name.to_string();
        bands.push(Band { name, room });
    }
    bands
}

/// How many besides the given band hold on to its room.
fn neighbours(band: &Band) -> usize {
    // TODO: The handles on a shared value are counted, the band's own included.
    let holders = 0;
    holders
}

/// The landlord gets the room back if nobody else holds on to it.
fn give_up(band: Band) -> Option<Room> {
    // TODO: A shared value can be taken out of its last handle.
    None
}

fn main() {
    let room = Rc::new(Room {
        street: "Canal Street".to_string(),
    });
    let mut bands = found(&["The Moles", "Low Tide"], room);
    println!("{} shares with {}", bands[0].name, neighbours(&bands[0]));

    while let Some(band) = bands.pop() {
        let name = band.name.clone();
        let room = give_up(band);
        println!(
            "{name} leaves; for the landlord: {:?}",
            room.map(|room| room.street)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> Rc<Room> {
        Rc::new(Room {
            street: "Mill Lane".to_string(),
        })
    }

    #[test]
    fn all_bands_have_the_very_same_room() {
        let room = room();
        let bands = found(&["Low Tide", "The Moles"], Rc::clone(&room));
        assert!(Rc::ptr_eq(&bands[0].room, &room));
        assert!(Rc::ptr_eq(&bands[1].room, &room));
    }

    #[test]
    fn each_band_has_its_name() {
        let bands = found(&["Low Tide", "The Moles"], room());
        assert_eq!(bands[0].name, "Low Tide");
        assert_eq!(bands[1].name, "The Moles");
    }

    #[test]
    fn a_band_is_not_its_own_neighbour() {
        let bands = found(&["Low Tide"], room());
        assert_eq!(neighbours(&bands[0]), 0);
    }

    #[test]
    fn neighbours_become_fewer_as_bands_leave() {
        let mut bands = found(&["Low Tide", "The Moles", "Rust Belt"], room());
        assert_eq!(neighbours(&bands[0]), 2);
        bands.pop();
        assert_eq!(neighbours(&bands[0]), 1);
    }

    #[test]
    fn a_shared_room_is_not_handed_over() {
        let mut bands = found(&["Low Tide", "The Moles"], room());
        assert_eq!(give_up(bands.remove(0)), None);
        assert_eq!(neighbours(&bands[0]), 0);
    }

    #[test]
    fn the_last_band_hands_the_room_over() {
        let mut bands = found(&["Low Tide"], room());
        let street = "Mill Lane".to_string();
        assert_eq!(give_up(bands.remove(0)), Some(Room { street }));
    }
}
