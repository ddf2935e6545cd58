// A fridge beeps when something is wrong: three times when it is warmer than 8 degrees
// inside, and once more when its door has been open for more than a minute. When all is
// well it does not beep. The function `beeps` works out in two steps how often it has to.

fn beeps(degrees: i32, seconds_open: u32) -> u32 {
    // A variable has one type, and it has to be known before the program runs, whichever
    // branch will be taken then. So "none" is said with a number.
    let for_warmth = if degrees >= 8 { 3 } else { 0 };

    // Without `else` there would be no number to add. An `if` without `else` is fine where
    // nobody wants a value of it, for instance around a `println!`.
    let for_the_door = if seconds_open > 60 { 1 } else { 0 };

    for_warmth + for_the_door
}

fn main() {
    let now = beeps(11, 75);
    let text = if now > 0 { "ALARM" } else { "all is well" };
    println!("{text} ({now} beeps)");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cold_closed_fridge_is_silent() {
        assert_eq!(beeps(5, 0), 0);
        assert_eq!(beeps(-2, 0), 0);
    }

    #[test]
    fn a_warm_fridge_beeps_three_times() {
        assert_eq!(beeps(9, 0), 3);
    }

    #[test]
    fn eight_degrees_are_not_too_warm() {
        assert_eq!(beeps(8, 0), 0);
    }

    #[test]
    fn an_open_door_gives_one_beep() {
        assert_eq!(beeps(5, 61), 1);
    }

    #[test]
    fn a_minute_is_not_too_long() {
        assert_eq!(beeps(5, 60), 0);
    }

    #[test]
    fn both_faults_together_give_four_beeps() {
        assert_eq!(beeps(20, 300), 4);
    }
}
