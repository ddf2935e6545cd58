// Quiz. A car park charges 250 cents for every hour that has begun, and 1900 cents at
// most. Whoever leaves within the first 30 minutes pays nothing. The fees of a day are
// kept in a log, which is summed up in the evening as the pair of the sum and the
// average. On holidays every car that has to pay pays a surcharge.

const FREE_MINUTES: u32 = 30;
const HOUR: u32 = 250;
const DAY: u32 = 1900;

fn fee(minutes: u32) -> u32 {
    // Divides and rounds up. By hand: minutes / 60, and one more if minutes % 60 is
    // not 0.
    let hours = minutes.div_ceil(60);

    if minutes <= FREE_MINUTES {
        0
    } else {
        // The smaller of the two; an `else if` would do as well.
        DAY.min(hours * HOUR)
    }
}

fn log_of(stays: &[u32]) -> Vec<u32> {
    let mut log = Vec::new();
    for minutes in stays {
        log.push(fee(*minutes));
    }
    log
}

fn summary(log: &[u32]) -> (u32, f64) {
    let mut sum = 0;
    for fee in log {
        sum += fee;
    }

    // 0.0 / 0.0 would not panic: it is NaN, "not a number", which no one wants to read.
    if log.is_empty() {
        (sum, 0.0)
    } else {
        (sum, sum as f64 / log.len() as f64)
    }
}

fn on_a_holiday(mut log: Vec<u32>, surcharge: u32) -> Vec<u32> {
    for fee in &mut log {
        *fee += surcharge;
    }
    log
}

fn main() {
    let log = log_of(&[20, 45, 70, 130]);
    println!("Fees: {log:?}");
    let (sum, average) = summary(&log);
    println!("Sum: {sum}, on average {average}");
    println!("On a holiday: {:?}", on_a_holiday(log, 100));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_hour_is_free() {
        assert_eq!(fee(0), 0);
        assert_eq!(fee(30), 0);
    }

    #[test]
    fn an_hour_that_has_begun_is_paid_in_full() {
        assert_eq!(fee(31), 250);
        assert_eq!(fee(60), 250);
        assert_eq!(fee(61), 500);
        assert_eq!(fee(120), 500);
        assert_eq!(fee(121), 750);
    }

    #[test]
    fn a_whole_day_has_a_highest_fee() {
        assert_eq!(fee(7 * 60), 1750);
        assert_eq!(fee(7 * 60 + 1), 1900);
        assert_eq!(fee(24 * 60), 1900);
    }

    #[test]
    fn every_car_is_in_the_log() {
        assert_eq!(log_of(&[45, 10, 61, 500]), [250, 0, 500, 1900]);
        assert_eq!(log_of(&[]), []);
    }

    #[test]
    fn the_summary_has_the_sum_and_the_average() {
        assert_eq!(summary(&[250, 0, 500]), (750, 250.0));
        assert_eq!(summary(&[250, 0, 250, 1]), (501, 125.25));
    }

    #[test]
    fn an_empty_log_has_an_empty_summary() {
        assert_eq!(summary(&[]), (0, 0.0));
    }

    #[test]
    fn the_surcharge_is_for_those_who_pay() {
        assert_eq!(on_a_holiday(vec![250, 0, 1900], 100), [350, 0, 2000]);
        assert_eq!(on_a_holiday(vec![1], 100), [101]);
        assert_eq!(on_a_holiday(vec![], 100), []);
    }
}
