// The control of a lift asks questions all day. Is the cabin empty, and how bright does
// its lamp have to be? May the door close? Must it open? Weight and passengers are
// numbers, but the answer to a question is a `bool`, and so is every condition.

fn is_empty(passengers: u32) -> bool {
    // A comparison is a `bool` already: `if passengers == 0 { true } else { false }` says
    // no more than this.
    passengers == 0
}

fn brightness(passengers: u32) -> u32 {
    // The other good answer asks the function above: `if is_empty(passengers) { 20 } …`
    if passengers > 0 { 100 } else { 20 }
}

fn may_close(doorway_is_free: bool, kilograms: u32) -> bool {
    // `<=` is worked out before `&&`, so no brackets are needed.
    doorway_is_free && kilograms <= 450
}

fn must_open(button_inside: bool, button_outside: bool, moving: bool) -> bool {
    // `&&` binds more tightly than `||`, as times does than plus. Without the brackets, the
    // button inside would open the door during the ride.
    button_inside || button_outside && !moving
}

fn main() {
    println!("Empty: {}, brightness: {}", is_empty(0), brightness(0));
    println!("May close: {}", may_close(true, 320));
    println!("Must open: {}", must_open(true, false, false));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cabin_without_passengers_is_empty() {
        assert!(is_empty(0));
        assert!(!is_empty(1));
        assert!(!is_empty(6));
    }

    #[test]
    fn the_lamp_is_bright_for_a_single_passenger() {
        assert_eq!(brightness(1), 100);
        assert_eq!(brightness(4), 100);
    }

    #[test]
    fn the_lamp_is_dim_in_an_empty_cabin() {
        assert_eq!(brightness(0), 20);
    }

    #[test]
    fn the_door_closes_up_to_the_last_kilogram() {
        assert!(may_close(true, 0));
        assert!(may_close(true, 450));
    }

    #[test]
    fn the_door_stays_open_when_the_lift_is_overloaded() {
        assert!(!may_close(true, 451));
    }

    #[test]
    fn the_door_stays_open_for_somebody_in_the_doorway() {
        assert!(!may_close(false, 70));
        assert!(!may_close(false, 500));
    }

    #[test]
    fn either_button_opens_the_door_of_a_standing_lift() {
        assert!(must_open(true, false, false));
        assert!(must_open(false, true, false));
        assert!(must_open(true, true, false));
    }

    #[test]
    fn no_button_opens_the_door_of_a_moving_lift() {
        assert!(!must_open(true, false, true));
        assert!(!must_open(false, true, true));
        assert!(!must_open(true, true, true));
    }

    #[test]
    fn without_a_button_the_door_stays_closed() {
        assert!(!must_open(false, false, false));
    }
}
