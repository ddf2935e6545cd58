// A photographer puts things in a row: vases, people, numbered boxes. She focuses on the
// one in the middle, or has it step out of the row, or sees to it that each stands on a
// pedestal. What it is that stands there makes no difference to her.

// TODO: `T` is to stand for any type. It has to be introduced to the compiler first.
/// The one in the middle. In an even row two are in the middle: the left one of them.
fn middle(row: &[T]) -> Option<&T> {
    row.get(row.len() / 2)
}

// TODO: Introduce `T` here, too. The one who steps out is the one that `middle` names.
/// The row closes up afterwards. From an empty row nobody can step out.
fn step_out(row: &mut Vec<T>) -> Option<T> {
    row.pop()
}

// TODO: What stands and what it stands on are not of the same type. And a spare pedestal
// does no harm.
/// Whether there is a pedestal for each of the things.
fn all_have_one(things: &[T], pedestals: &[T]) -> bool {
    things.len() == pedestals.len()
}

fn main() {
    let mut vases = vec!["blue", "green", "tall", "round"];
    println!("in focus: {:?}", middle(&vases));
    let out = step_out(&mut vases);
    println!("{out:?} steps out, {vases:?} stay");
    println!("all stand: {}", all_have_one(&vases, &[40, 60, 80]));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A type that can do nothing at all, not even be compared or printed.
    struct Stone;

    #[test]
    fn the_middle_of_an_odd_row() {
        assert_eq!(middle(&[1, 2, 30, 4, 5]), Some(&30));
        assert_eq!(middle(&["alone"]), Some(&"alone"));
    }

    #[test]
    fn the_middle_of_an_even_row_is_the_left_one() {
        assert_eq!(middle(&['a', 'b']), Some(&'a'));
        assert_eq!(middle(&[1.5, 2.5, 3.5, 4.5]), Some(&2.5));
    }

    #[test]
    fn an_empty_row_has_no_middle() {
        let nobody: [Stone; 0] = [];
        assert!(middle(&nobody).is_none());
    }

    #[test]
    fn the_middle_one_steps_out() {
        let mut row = vec!["left", "middle", "right"];
        assert_eq!(step_out(&mut row), Some("middle"));
        assert_eq!(row, ["left", "right"]);
    }

    #[test]
    fn who_is_in_focus_steps_out() {
        let mut row = vec![1, 2, 3, 4];
        let focus = middle(&row).copied();
        assert_eq!(step_out(&mut row), focus);
        assert_eq!(row, [1, 3, 4]);
    }

    #[test]
    fn everyone_can_step_out_once() {
        let mut stones = vec![Stone, Stone];
        assert!(step_out(&mut stones).is_some());
        assert!(step_out(&mut stones).is_some());
        assert!(step_out(&mut stones).is_none());
    }

    #[test]
    fn things_and_pedestals_are_of_two_types() {
        assert!(all_have_one(&["vase", "bust"], &[40, 60]));
        assert!(!all_have_one(&["vase", "bust"], &[40]));
    }

    #[test]
    fn a_pedestal_may_be_left_over() {
        assert!(all_have_one(&[Stone], &[Stone, Stone]));
    }
}
