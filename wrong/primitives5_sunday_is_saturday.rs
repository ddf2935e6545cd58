// A harbour master writes down the highest water of every day of a week, in
// centimetres, Monday first. The board on the quay shows Sunday's water, the water of
// any day, and the week's average.

fn sunday(tides: [u32; 7]) -> u32 {
    // The first index is 0, so the last one is 6. As the length is part of the type,
    // the compiler saw the mistake. tides[tides.len() - 1] would say "the last".
    tides[5]
}

/// Day 1 is Monday, day 7 is Sunday.
fn on_day(tides: [u32; 7], day: usize) -> u32 {
    tides[day - 1]
}

fn average(tides: [u32; 7]) -> u32 {
    let mut sum = 0;
    // `for` also walks over an array: no index that could be wrong.
    for tide in tides {
        sum += tide;
    }
    // len() gives a usize, the type of all lengths and indices.
    sum / tides.len() as u32
}

fn main() {
    let tides = [412, 398, 377, 360, 355, 371, 396];
    println!("Sunday: {} cm", sunday(tides));
    println!("Wednesday: {} cm", on_day(tides, 3));
    println!("Average: {} cm", average(tides));
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEEK: [u32; 7] = [310, 320, 330, 340, 350, 360, 377];

    #[test]
    fn sunday_is_the_last_of_seven() {
        assert_eq!(sunday(WEEK), 377);
    }

    #[test]
    fn day_one_is_monday() {
        assert_eq!(on_day(WEEK, 1), 310);
    }

    #[test]
    fn day_seven_is_sunday() {
        assert_eq!(on_day(WEEK, 7), 377);
    }

    #[test]
    fn days_in_the_middle() {
        assert_eq!(on_day(WEEK, 3), 330);
        assert_eq!(on_day(WEEK, 4), 340);
    }

    #[test]
    fn the_average_counts_every_day() {
        assert_eq!(average(WEEK), 341);
        assert_eq!(average([0, 0, 0, 0, 0, 0, 699]), 99);
        assert_eq!(average([699, 0, 0, 0, 0, 0, 0]), 99);
    }

    #[test]
    fn a_calm_week_has_one_height() {
        assert_eq!(average([352; 7]), 352);
    }
}
