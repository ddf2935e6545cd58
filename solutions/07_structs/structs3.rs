// A garden's water tank should answer questions about itself: how much still fits in,
// whether the hose may be opened, how long the pump will need. The caller writes
// `tank.room()`, with the tank in front, and not `room(&tank)`.

struct Tank {
    capacity: u32,
    filled: u32,
}

impl Tank {
    // The hose may be opened as long as a tenth of the tank is filled.
    fn hose_allowed(&self) -> bool {
        self.filled * 10 >= self.capacity
    }

    // `&self` is short for `self: &Self`, here `self: &Tank`: the tank is only looked at.
    fn room(&self) -> u32 {
        self.capacity - self.filled
    }

    // What else a method has to know follows after `&self`.
    fn minutes_to_fill(&self, litres_per_minute: u32) -> u32 {
        // A division that rounds up. `(room + rate - 1) / rate` is the same.
        self.room().div_ceil(litres_per_minute)
    }
}

fn main() {
    let tank = Tank {
        capacity: 500,
        filled: 130,
    };
    println!("Room for {} litres", tank.room());
    println!("Hose allowed: {}", tank.hose_allowed());
    println!("Full after {} minutes", tank.minutes_to_fill(15));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tank(capacity: u32, filled: u32) -> Tank {
        Tank { capacity, filled }
    }

    #[test]
    fn room_is_what_is_left_of_the_capacity() {
        assert_eq!(tank(200, 60).room(), 140);
        assert_eq!(tank(200, 200).room(), 0);
    }

    #[test]
    fn the_hose_needs_a_tenth_of_the_capacity() {
        assert!(!tank(200, 19).hose_allowed());
        assert!(tank(200, 20).hose_allowed());
    }

    #[test]
    fn only_the_room_has_to_be_pumped() {
        assert_eq!(tank(300, 100).minutes_to_fill(20), 10);
    }

    #[test]
    fn a_minute_that_has_begun_counts() {
        assert_eq!(tank(300, 99).minutes_to_fill(20), 11);
        assert_eq!(tank(300, 81).minutes_to_fill(20), 11);
        assert_eq!(tank(1, 0).minutes_to_fill(20), 1);
    }

    #[test]
    fn a_full_tank_needs_no_time() {
        assert_eq!(tank(300, 300).minutes_to_fill(20), 0);
    }
}
