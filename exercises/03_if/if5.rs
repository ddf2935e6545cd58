// A candle burns down by 8 millimetres an hour. How many hours does it give light, if
// an hour that has begun counts as well? And which candle is the shortest that burns
// for a given number of hours, if the shop has 50, 100, 150 millimetres and so on?

const BURNS_IN_AN_HOUR: u32 = 8;

fn hours_of_light(millimetres: u32) -> u32 {
    let mut burnt = 0;
    let mut hours = 0;
    while burnt < millimetres {
        // TODO: The loop goes round as long as its condition holds. Will that ever end?
        burnt = BURNS_IN_AN_HOUR;
        hours += 1;
    }
    hours
}

fn candle_for(hours: u32) -> u32 {
    let mut millimetres = 50;
    loop {
        // TODO: `break` ends the loop, and what follows it is the value of the loop.
        if hours_of_light(millimetres) >= hours {
            break hours;
        }
        millimetres += 50;
    }
}

fn main() {
    println!("200 millimetres burn for {} hours.", hours_of_light(200));
    println!("A night of 11 hours takes {} mm.", candle_for(11));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burnt_out_candle_gives_no_light() {
        assert_eq!(hours_of_light(0), 0);
    }

    #[test]
    fn whole_hours_are_counted() {
        assert_eq!(hours_of_light(8), 1);
        assert_eq!(hours_of_light(200), 25);
    }

    #[test]
    fn an_hour_that_has_begun_counts() {
        assert_eq!(hours_of_light(1), 1);
        assert_eq!(hours_of_light(201), 26);
    }

    #[test]
    fn the_shortest_candle_is_enough_for_an_evening() {
        assert_eq!(candle_for(1), 50);
        assert_eq!(candle_for(7), 50);
    }

    #[test]
    fn an_hour_more_takes_the_next_candle() {
        assert_eq!(candle_for(8), 100);
    }

    #[test]
    fn a_long_night_takes_a_long_candle() {
        assert_eq!(candle_for(14), 150);
        assert_eq!(candle_for(48), 400);
    }
}
