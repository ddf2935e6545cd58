// A weather balloon radios down its height and the temperature around it. Height and
// temperature are both numbers that must not be mixed up, and the log may be closed
// only after the landing. Three types see to that, each shaped by what it holds.

// A tuple struct: one unnamed field, read with `.0`. A `u32` that counts something
// else cannot be taken for a height any more.
struct Metres(u32);

// A struct with named fields: the names say which part is which.
struct Reading {
    height: Metres,
    celsius: i32,
}

// This one holds nothing: to have a `Landed` at all is the whole message.
struct Landed;

fn decode(hundreds: u32, celsius: i32) -> Reading {
    Reading {
        height: Metres(hundreds),
        // Short for `celsius: celsius`: field and variable have the same name.
        celsius,
    }
}

fn climb(from: &Reading, to: &Reading) -> Metres {
    Metres(to.height.0 - from.height.0)
}

// How often the balloon met frost. The proof keeps the log open during the flight.
fn close_log(readings: &[Reading], _proof: Landed) -> u32 {
    let mut frosts = 0;
    for reading in readings {
        if reading.celsius < 0 {
            frosts += 1;
        }
    }
    frosts
}

fn main() {
    let log = [decode(2, 14), decode(45, -9), decode(118, -31)];
    println!("It climbed {} m.", climb(&log[0], &log[2]).0);
    println!("Readings with frost: {}", close_log(&log, Landed));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_arrive_in_hundreds_of_metres() {
        assert_eq!(decode(7, 0).height.0, 700);
    }

    #[test]
    fn frost_keeps_its_sign() {
        assert_eq!(decode(90, -22).celsius, -22);
    }

    #[test]
    fn a_climb_is_the_difference_of_two_heights() {
        assert_eq!(climb(&decode(3, 11), &decode(28, -2)).0, 2_500);
    }

    #[test]
    fn frost_begins_below_zero() {
        let log = [
            decode(1, 12),
            decode(22, 0),
            decode(24, -1),
            decode(60, -20),
        ];
        assert_eq!(close_log(&log, Landed), 2);
    }
}
