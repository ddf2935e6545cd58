// A thermostat can be set to anything from 5 to 30 degrees. Its panel asks for a set
// point and shows whether it was taken, or else why not. Nobody's heating may stop for
// good because somebody has typed a strange number.

const LOWEST: i32 = 5;
const HIGHEST: i32 = 30;

// An `Option` would say that there is no set point; a `Result` says why.
fn set_point(degrees: i32) -> Result<i32, String> {
    if degrees < LOWEST {
        return Err(format!("{degrees} is below {LOWEST}"));
    }
    if degrees > HIGHEST {
        panic!("{degrees} is above {HIGHEST}");
    }
    Ok(degrees)
}

fn panel(degrees: i32) -> String {
    match set_point(degrees) {
        Ok(degrees) => format!("Set to {degrees} degrees"),
        Err(reason) => format!("Not set: {reason}"),
    }
}

fn main() {
    println!("{}", panel(19));
    println!("{}", panel(85));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_point_between_the_ends_is_taken() {
        assert_eq!(set_point(19), Ok(19));
    }

    #[test]
    fn both_ends_can_be_set() {
        assert_eq!(set_point(5), Ok(5));
        assert_eq!(set_point(30), Ok(30));
    }

    #[test]
    fn a_set_point_too_low_is_an_error() {
        assert_eq!(set_point(4), Err(String::from("4 is below 5")));
        assert_eq!(set_point(-10), Err(String::from("-10 is below 5")));
    }

    #[test]
    fn a_set_point_too_high_is_an_error() {
        assert_eq!(set_point(31), Err(String::from("31 is above 30")));
        assert_eq!(set_point(85), Err(String::from("85 is above 30")));
    }

    #[test]
    fn the_panel_shows_what_was_set() {
        assert_eq!(panel(21), "Set to 21 degrees");
    }

    #[test]
    fn the_panel_shows_why_nothing_was_set() {
        assert_eq!(panel(85), "Not set: 85 is above 30");
    }
}
