// A lift takes visitors up to a roof terrace, every twenty minutes from 9:00 to 18:00.
// The sign beside its door tells when it leaves next, or that it does not leave any more.
// Times are minutes since midnight, so that 9:00 is 540 and 0 is a time like any other.

const FIRST: u32 = 9 * 60;
const LAST: u32 = 18 * 60;
const EVERY: u32 = 20;

fn next_lift(now: u32) -> Option<u32> {
    // `None` is no time at all. A `Some(0)` would be a lift at midnight.
    if now > LAST {
        Some(FIRST + 24 * 60)
    } else if now < FIRST {
        Some(FIRST)
    } else {
        Some(now.div_ceil(EVERY) * EVERY)
    }
}

fn sign(now: u32) -> String {
    match next_lift(now) {
        Some(time) if time == now => String::from("Step in"),
        Some(time) => format!("In {} minutes", time - now),
        None => String::from("Please take the stairs"),
    }
}

fn main() {
    println!("14:47: {}", sign(14 * 60 + 47));
    println!("18:30: {}", sign(18 * 60 + 30));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn early_visitors_wait_for_the_first_lift() {
        assert_eq!(next_lift(0), Some(540));
        assert_eq!(next_lift(539), Some(540));
        assert_eq!(next_lift(540), Some(540));
    }

    #[test]
    fn the_lift_leaves_every_twenty_minutes() {
        assert_eq!(next_lift(541), Some(560));
        assert_eq!(next_lift(559), Some(560));
        assert_eq!(next_lift(561), Some(580));
    }

    #[test]
    fn the_last_lift_leaves_at_six() {
        assert_eq!(next_lift(1061), Some(1080));
        assert_eq!(next_lift(1080), Some(1080));
    }

    #[test]
    fn after_the_last_lift_there_is_none() {
        assert_eq!(next_lift(1081), None);
        assert_eq!(next_lift(1439), None);
    }

    #[test]
    fn the_sign_tells_the_waiting_time() {
        assert_eq!(sign(530), "In 10 minutes");
        assert_eq!(sign(1061), "In 19 minutes");
    }

    #[test]
    fn the_sign_invites_when_the_lift_leaves() {
        assert_eq!(sign(600), "Step in");
    }

    #[test]
    fn the_sign_points_to_the_stairs_at_the_end() {
        assert_eq!(sign(1081), "Please take the stairs");
    }
}
