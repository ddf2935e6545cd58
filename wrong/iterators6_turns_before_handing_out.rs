// Somebody forgot the combination of a bicycle lock and wants to try them all. The
// lock has three wheels with the digits from 0 to `top`. It is to hand out one
// combination after the other, from 000 up to the last one, wherever Rust expects
// an iterator.

struct Combinations {
    shown: Option<[u8; 3]>,
    top: u8,
}

impl Combinations {
    fn new(top: u8) -> Self {
        Self {
            shown: Some([0, 0, 0]),
            top,
        }
    }
}

/// Turns the wheels on by one step; after the last combination there is none.
fn turn(mut wheels: [u8; 3], top: u8) -> Option<[u8; 3]> {
    for wheel in wheels.iter_mut().rev() {
        if *wheel < top {
            *wheel += 1;
            return Some(wheels);
        }
        *wheel = 0;
    }
    None
}

// `next` is all that has to be written: `filter`, `take`, `last` and the others are
// default methods of the trait, built on it.
impl Iterator for Combinations {
    type Item = [u8; 3];

    fn next(&mut self) -> Option<Self::Item> {
        self.shown = turn(self.shown?, self.top);
        self.shown
    }
}

fn main() {
    let candidates: Vec<[u8; 3]> = Combinations::new(9)
        .filter(|wheels| wheels.iter().sum::<u8>() == 25)
        .collect();
    println!("{candidates:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_combination_is_all_zeros() {
        assert_eq!(Combinations::new(9).next(), Some([0, 0, 0]));
    }

    #[test]
    fn the_last_wheel_turns_first() {
        let start: Vec<[u8; 3]> = Combinations::new(1).take(3).collect();
        assert_eq!(start, [[0, 0, 0], [0, 0, 1], [0, 1, 0]]);
    }

    #[test]
    fn ten_digits_give_a_thousand_combinations() {
        assert_eq!(Combinations::new(9).take(2000).count(), 1000);
    }

    #[test]
    fn the_last_combination_is_handed_out_too() {
        assert_eq!(Combinations::new(3).take(100).last(), Some([3, 3, 3]));
    }

    #[test]
    fn after_the_end_there_is_nothing_more() {
        let mut lock = Combinations::new(0);
        assert_eq!(lock.next(), Some([0, 0, 0]));
        assert_eq!(lock.next(), None);
        assert_eq!(lock.next(), None);
    }

    #[test]
    fn a_for_loop_can_try_them_all() {
        let mut tried = 0;
        for wheels in Combinations::new(9) {
            tried += 1;
            if wheels == [0, 4, 2] || tried > 1000 {
                break;
            }
        }
        assert_eq!(tried, 43);
    }
}
