// A seismograph writes a line for each reading, and a tremor of the wire spoils some. The
// alarm desk trusts a recording only if all of it can be read; the archive keeps what can
// be read and counts the rest. Decide for each function what a failure means to it.

fn reading(line: &str) -> Result<u32, String> {
    match line.trim().parse() {
        Ok(amplitude) => Ok(amplitude),
        Err(_) => Err(format!("cannot read: {line}")),
    }
}

// For the alarm desk: all readings, or the error of the first line that is spoilt.
fn read_all(recording: &str) -> Result<Vec<u32>, String> {
    let mut readings = vec![];
    for line in recording.lines() {
        // The first `Err` ends the loop and the function, and the readings are dropped.
        readings.push(reading(line)?);
    }
    if readings.is_empty() {
        return Err(String::from("no readings"));
    }
    Ok(readings)
}

// For the archive: the readings that are good, and the number of lines that are not.
fn read_good(recording: &str) -> (Vec<u32>, usize) {
    // Here an error is no reason to stop. It is dealt with on the spot: by counting.
    let mut readings = vec![];
    let mut spoilt = 0;
    for line in recording.lines() {
        match reading(line) {
            Ok(amplitude) => readings.push(amplitude),
            Err(_) => spoilt += 1,
        }
    }
    (readings, spoilt)
}

fn mean(readings: &[u32]) -> u32 {
    // A `Result` would ask every caller to handle a case that only a wrong program can get
    // into. `if readings.is_empty() { panic!("no readings") }` is the longer form of this.
    assert!(!readings.is_empty(), "no readings");

    let mut total = 0;
    for amplitude in readings {
        total += amplitude;
    }
    total / readings.len() as u32
}

fn main() {
    println!("Alarm desk: {:?}", read_all("12\n15\n9"));
    let (readings, spoilt) = read_good("12\n15\n9");
    println!("Archive: {spoilt} spoilt, mean {}", mean(&readings));
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPOILT: &str = "12\n##\n15\n-4\n9";

    #[test]
    fn a_good_recording_is_read_by_both() {
        assert_eq!(read_all("12\n 15\n9\n"), Ok(vec![12, 15, 9]));
        assert_eq!(read_good("12\n 15\n9\n"), (vec![12, 15, 9], 0));
    }

    #[test]
    fn an_empty_recording_has_no_readings_and_no_error() {
        assert_eq!(read_all(""), Ok(vec![]));
        assert_eq!(read_good(""), (vec![], 0));
    }

    #[test]
    fn the_alarm_desk_gets_the_first_error() {
        assert_eq!(read_all(SPOILT), Err(String::from("cannot read: ##")));
    }

    #[test]
    fn the_alarm_desk_gets_an_error_at_the_end_too() {
        assert_eq!(read_all("12\n?"), Err(String::from("cannot read: ?")));
    }

    #[test]
    fn the_archive_keeps_the_good_readings() {
        assert_eq!(read_good(SPOILT).0, [12, 15, 9]);
    }

    #[test]
    fn the_archive_counts_the_spoilt_lines() {
        assert_eq!(read_good(SPOILT).1, 2);
        assert_eq!(read_good("?\n?\n?"), (vec![], 3));
    }

    #[test]
    fn the_mean_is_rounded_down() {
        assert_eq!(mean(&[7]), 7);
        assert_eq!(mean(&[2, 4, 10]), 5);
    }

    #[test]
    #[should_panic(expected = "no readings")]
    fn a_mean_of_nothing_is_a_mistake_of_the_caller() {
        mean(&[]);
    }
}
