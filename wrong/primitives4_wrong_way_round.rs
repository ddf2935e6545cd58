// A weather station adds up the millimetres of rain of a month. It reports the average
// for a day with its fraction, the change against last year, and puts the average on
// a sign that has room for whole millimetres only.

fn average(total: u32, days: u32) -> f64 {
    // (total / days) as f64 would convert too late: whole numbers divide to a whole
    // number, and the fraction is gone. f64::from(total) is an equally good spelling.
    total as f64 / days as f64
}

fn change(this_year: u32, last_year: u32) -> i32 {
    // Again the conversion comes first: the difference of two u32 may not be negative.
    last_year as i32 - this_year as i32
}

fn on_the_sign(average: f64) -> u32 {
    // `as` cuts the fraction off, so the rounding is done before.
    average.round() as u32
}

fn main() {
    let rain = average(75, 30);
    println!("{rain} mm a day, on the sign: {}", on_the_sign(rain));
    println!("Against last year: {} mm", change(75, 92));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_average_keeps_its_fraction() {
        assert_eq!(average(75, 30), 2.5);
        assert_eq!(average(7, 28), 0.25);
        assert_eq!(average(90, 30), 3.0);
    }

    #[test]
    fn a_wetter_year_gives_a_positive_change() {
        assert_eq!(change(92, 75), 17);
    }

    #[test]
    fn a_drier_year_gives_a_negative_change() {
        assert_eq!(change(75, 92), -17);
    }

    #[test]
    fn the_sign_rounds_up_and_down() {
        assert_eq!(on_the_sign(2.9), 3);
        assert_eq!(on_the_sign(2.5), 3);
        assert_eq!(on_the_sign(2.4), 2);
    }

    #[test]
    fn a_dry_month_shows_zero() {
        assert_eq!(on_the_sign(0.0), 0);
    }
}
