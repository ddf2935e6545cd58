// A hiker's position on a map is a pair: kilometres to the east and to the north of the
// hut. A leg of the hike is such a pair, too. The map tells where a leg ends, which leg
// leads from one place to another, and how far that is along the grid's lines.

fn after(position: (i32, i32), leg: (i32, i32)) -> (i32, i32) {
    // The parts of a tuple may have different types, so their numbers must be fixed
    // when the program is compiled: .0 and .1 look like names for that reason.
    (position.0 + leg.0, position.1 + leg.1)
}

fn leg_between(from: (i32, i32), to: (i32, i32)) -> (i32, i32) {
    (to.0 - from.0, to.1 - from.1)
}

fn grid_distance(from: (i32, i32), to: (i32, i32)) -> i32 {
    // Destructuring: the pattern on the left has the shape of the value on the right.
    let (east, north) = leg_between(from, to);
    (east + north).abs()
}

fn main() {
    let bridge = after((0, 0), (3, -2));
    println!("The bridge is at {bridge:?}");
    println!("Back to the hut: {:?}", leg_between(bridge, (0, 0)));
    println!("That is {} km", grid_distance(bridge, (0, 0)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leg_moves_both_parts() {
        assert_eq!(after((1, 2), (10, 20)), (11, 22));
        assert_eq!(after((1, 2), (-3, -4)), (-2, -2));
    }

    #[test]
    fn a_leg_leads_to_its_end() {
        assert_eq!(leg_between((1, 2), (4, 9)), (3, 7));
        assert_eq!(after((1, 2), leg_between((1, 2), (-5, 8))), (-5, 8));
    }

    #[test]
    fn both_directions_count() {
        assert_eq!(grid_distance((0, 0), (3, 4)), 7);
        assert_eq!(grid_distance((2, 1), (2, 6)), 5);
    }

    #[test]
    fn a_distance_is_never_negative() {
        assert_eq!(grid_distance((0, 0), (-3, -4)), 7);
        assert_eq!(grid_distance((0, 0), (-3, 4)), 7);
    }

    #[test]
    fn a_hiker_who_stays_has_no_way_to_go() {
        assert_eq!(grid_distance((5, -5), (5, -5)), 0);
    }
}
