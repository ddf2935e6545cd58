// A harbour office keeps lists: the high tides of a week, the names of the pilots. Of any
// list it wants to know the highest value with its place, and whether the list is in
// order. For that, the values must have an order, whatever their type.

/// The greatest value and its index; of several equal ones the first.
fn highest<T: PartialOrd + Copy>(list: &[T]) -> Option<(usize, T)> {
    let mut best = 0;
    for index in 1..list.len() {
        if list[index] > list[best] {
            best = index;
        }
    }
    Some((best, list[best]))
}

/// Whether no value is less than the one before it.
fn in_order<T: PartialOrd>(list: &[T]) -> bool {
    let mut before = &list[0];
    for index in 1..list.len() {
        if list[index] < *before {
            return false;
        }
        before = &list[index];
    }
    true
}

fn main() {
    let tides = [3.2, 3.9, 3.4];
    println!("highest tide: {:?}", highest(&tides));
    let pilots = [String::from("Abel"), String::from("Zoe")];
    println!("pilots in order: {}", in_order(&pilots));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_tide_is_found_anywhere() {
        assert_eq!(highest(&[3.2, 3.9, 3.4]), Some((1, 3.9)));
        assert_eq!(highest(&[4.1, 3.9, 3.4]), Some((0, 4.1)));
        assert_eq!(highest(&[3.2, 3.4, 3.9]), Some((2, 3.9)));
    }

    #[test]
    fn the_highest_tide_may_be_below_zero() {
        assert_eq!(highest(&[-0.3, -0.7, -0.5]), Some((0, -0.3)));
    }

    #[test]
    fn the_last_name_in_the_alphabet() {
        assert_eq!(highest(&["Yann", "Ada", "Mona"]), Some((0, "Yann")));
    }

    #[test]
    fn of_equal_values_the_first_counts() {
        assert_eq!(highest(&['b', 'k', 'a', 'k']), Some((1, 'k')));
    }

    #[test]
    fn an_empty_list_has_no_highest_value() {
        let none: [u32; 0] = [];
        assert_eq!(highest(&none), None);
    }

    #[test]
    fn a_list_with_a_step_back_is_not_in_order() {
        assert!(in_order(&[1, 3, 5, 8]));
        assert!(!in_order(&[1, 5, 3, 8]));
        assert!(!in_order(&[2, 1]));
    }

    #[test]
    fn equal_neighbours_are_in_order() {
        assert!(in_order(&[2.5, 2.5, 3.0]));
    }

    #[test]
    fn names_that_cannot_be_copied_have_an_order() {
        let names = [String::from("Abel"), String::from("Zoe")];
        assert!(in_order(&names));
    }

    #[test]
    fn short_lists_are_in_order() {
        let none: [String; 0] = [];
        assert!(in_order(&none));
        assert!(in_order(&["alone"]));
    }
}
