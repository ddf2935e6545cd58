// A bus company numbers the stops of every line. The night bus serves four stops, and
// more may come. The express of a day line serves stop 1, every stop whose number
// can be divided by five, and the last stop of the line.

fn night_bus() -> Vec<u32> {
    // vec! is a macro, like println!, and its elements are written as in an array.
    vec![4, 18, 23, 40]
}

fn express(last: u32) -> Vec<u32> {
    let mut stops = vec![1];

    // One condition for both kinds of stop, so that no stop is in the list twice.
    for stop in 2..=last {
        if stop % 5 == 0 {
            stops.push(stop);
        }
    }
    stops.push(last);

    stops
}

fn main() {
    println!("The night bus halts at {} stops", night_bus().len());
    println!("Express: {:?}", express(17));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_night_bus_has_four_stops() {
        assert_eq!(night_bus(), [4, 18, 23, 40]);
    }

    #[test]
    fn the_night_bus_can_get_another_stop() {
        let mut stops = night_bus();
        stops.push(51);
        assert_eq!(stops.len(), 5);
    }

    #[test]
    fn the_express_skips_most_stops() {
        assert_eq!(express(12), [1, 5, 10, 12]);
        assert_eq!(express(21), [1, 5, 10, 15, 20, 21]);
    }

    #[test]
    fn the_last_stop_is_served_once() {
        assert_eq!(express(10), [1, 5, 10]);
        assert_eq!(express(5), [1, 5]);
    }

    #[test]
    fn a_short_line_has_its_two_ends() {
        assert_eq!(express(2), [1, 2]);
        assert_eq!(express(4), [1, 4]);
    }

    #[test]
    fn a_line_with_one_stop_is_served_there() {
        assert_eq!(express(1), [1]);
    }
}
