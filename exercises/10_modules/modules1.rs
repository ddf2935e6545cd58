// A pharmacy hands out tablets in strips of ten. Customers ask at the counter; how the
// strips are counted is a matter of the back room, which may change its ways at any
// time. Let the customers reach what they ask for, and keep the rest of the module shut.

mod pharmacy {
    const TABLETS_PER_STRIP: u32 = 10;
    const OPENING_HOUR: u32 = 8;

    // TODO: The customers read this hour on the door outside.
    const CLOSING_HOUR: u32 = 18;

    // TODO: Do the customers ask for this?
    fn is_open(hour: u32) -> bool {
        (OPENING_HOUR..CLOSING_HOUR).contains(&hour)
    }

    // TODO: And for this? A cure is handed out in strips, but its tablets are counted here.
    // The back room next to it knows how many strips they fill.
    fn strips_for_cure(days: u32, tablets_a_day: u32) -> u32 {
        days * tablets_a_day
    }

    fn strips(tablets: u32) -> u32 {
        tablets.div_ceil(TABLETS_PER_STRIP)
    }
}

fn main() {
    println!("The counter closes at {}.", pharmacy::CLOSING_HOUR);
    println!("Open at noon: {}", pharmacy::is_open(12));
    let strips = pharmacy::strips_for_cure(7, 3);
    println!("A week of three tablets a day: {strips} strips");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_is_open_from_eight() {
        assert!(!pharmacy::is_open(7));
        assert!(pharmacy::is_open(8));
    }

    #[test]
    fn the_counter_is_shut_from_the_closing_hour() {
        assert_eq!(pharmacy::CLOSING_HOUR, 18);
        assert!(pharmacy::is_open(17));
        assert!(!pharmacy::is_open(18));
    }

    #[test]
    fn a_full_strip_is_one_strip() {
        assert_eq!(pharmacy::strips_for_cure(5, 2), 1);
    }

    #[test]
    fn strips_are_not_cut() {
        assert_eq!(pharmacy::strips_for_cure(7, 3), 3);
        assert_eq!(pharmacy::strips_for_cure(1, 1), 1);
    }

    #[test]
    fn no_tablet_needs_no_strip() {
        assert_eq!(pharmacy::strips_for_cure(0, 3), 0);
    }
}
