// A courier asks for a name. The list at the entrance knows the doors of some names;
// there are four doors to a floor, and the upper floors have a letterbox each, marked
// with a letter. Any of these steps may end without an answer, and then all of it does.

fn door_of(name: &str) -> Option<u32> {
    match name {
        "Okafor" => Some(4),
        "Lindqvist" => Some(8),
        "Marek" => Some(12),
        _ => None,
    }
}

// Doors 1 to 4 are on floor 0, doors 5 to 8 on floor 1, and so on.
fn floor_of(door: u32) -> u32 {
    (door - 1) / 4
}

// On the ground floor the post is handed in at the door.
fn letterbox_on(floor: u32) -> Option<char> {
    match floor {
        1 => Some('P'),
        2 => Some('Q'),
        _ => None,
    }
}

// TODO: `floor_of` wants a door, and a door is not certain. Have it called only if
// there is one.
fn floor_for(name: &str) -> Option<u32> {
    floor_of(door_of(name))
}

// TODO: Neither the floor nor the letterbox is certain, but the answer should be one
// `Option` and not two in each other.
fn letterbox_for(name: &str) -> Option<char> {
    floor_for(name).map(letterbox_on)
}

// TODO: The courier's screen shows a letter in any case: '?' where there is none.
fn shown_for(name: &str) -> char {
    letterbox_for(name)
}

fn main() {
    println!("Lindqvist is on floor {:?}.", floor_for("Lindqvist"));
    println!("Letterboxes: {} {}", shown_for("Marek"), shown_for("Smith"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_four_doors_to_a_floor() {
        assert_eq!(floor_of(1), 0);
        assert_eq!(floor_of(4), 0);
        assert_eq!(floor_of(5), 1);
        assert_eq!(floor_of(9), 2);
    }

    #[test]
    fn a_known_name_has_a_floor() {
        assert_eq!(floor_for("Okafor"), Some(0));
        assert_eq!(floor_for("Lindqvist"), Some(1));
        assert_eq!(floor_for("Marek"), Some(2));
    }

    #[test]
    fn an_unknown_name_has_no_floor() {
        assert_eq!(floor_for("Smith"), None);
        assert_eq!(floor_for(""), None);
    }

    #[test]
    fn names_on_upper_floors_have_a_letterbox() {
        assert_eq!(letterbox_for("Lindqvist"), Some('P'));
        assert_eq!(letterbox_for("Marek"), Some('Q'));
    }

    #[test]
    fn the_ground_floor_has_no_letterbox() {
        assert_eq!(letterbox_for("Okafor"), None);
    }

    #[test]
    fn an_unknown_name_has_no_letterbox() {
        assert_eq!(letterbox_for("Smith"), None);
    }

    #[test]
    fn the_screen_shows_the_letter() {
        assert_eq!(shown_for("Lindqvist"), 'P');
    }

    #[test]
    fn the_screen_shows_a_question_mark_where_none_is() {
        assert_eq!(shown_for("Okafor"), '?');
        assert_eq!(shown_for("Smith"), '?');
    }
}
