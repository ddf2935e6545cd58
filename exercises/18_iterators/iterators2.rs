// A piano tuner checks a case of old tuning forks. Pitches are in tenths of a hertz,
// so 4402 is 440.2 Hz. Every fork is compared with the reference pitch of the day,
// and only forks that are close enough to it get a label.

/// How far each fork is above (or, negative, below) the reference.
fn deviations(forks: &[i32], reference: i32) -> Vec<i32> {
    // TODO: A function cannot see the variables around it, but something very
    // like it can.
    fn deviation(fork: &i32) -> i32 {
        fork - reference
    }

    forks.iter().map(deviation).collect()
}

/// The forks that are off by no more than `tolerance`, in either direction.
fn usable(forks: &[i32], reference: i32, tolerance: u32) -> Vec<i32> {
    // TODO: All forks get through. Mind those that are too low.
    let is_close = |fork: &i32| true;

    forks.iter().copied().filter(is_close).collect()
}

/// A label such as "440.2 Hz" for each usable fork.
fn labels(forks: &[i32], reference: i32, tolerance: u32) -> Vec<String> {
    // TODO: Make a text of each pitch: whole hertz, a point, tenths.
    let kept = usable(forks, reference, tolerance);
    Vec::new()
}

fn main() {
    let case = [4400, 4402, 4351, 4412];
    println!("deviations: {:?}", deviations(&case, 4400));
    println!("usable: {:?}", usable(&case, 4400, 5));
    println!("labels: {:?}", labels(&case, 4400, 5));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deviation_has_a_sign() {
        assert_eq!(deviations(&[4403, 4400, 4391], 4400), [3, 0, -9]);
    }

    #[test]
    fn another_reference_gives_other_deviations() {
        assert_eq!(deviations(&[4403], 4420), [-17]);
    }

    #[test]
    fn forks_that_are_too_high_or_too_low_stay_out() {
        assert_eq!(usable(&[4350, 4398, 4460], 4400, 10), [4398]);
    }

    #[test]
    fn exactly_the_tolerance_is_still_usable() {
        assert_eq!(usable(&[4389, 4390, 4410, 4411], 4400, 10), [4390, 4410]);
    }

    #[test]
    fn a_label_shows_hertz_and_tenths() {
        assert_eq!(labels(&[4402, 4397], 4400, 5), ["440.2 Hz", "439.7 Hz"]);
    }

    #[test]
    fn a_fork_that_is_off_gets_no_label() {
        assert_eq!(labels(&[4300, 4400], 4400, 5), ["440.0 Hz"]);
    }
}
