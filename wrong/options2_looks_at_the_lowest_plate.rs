// Plates stand in a canteen's kitchen in one high stack, and only the top one can be
// reached. The cook wants to know what lies on top, and sometimes digs for a plate of a
// certain width: all plates above it are put aside, then the wanted one is taken out.

// The plates are kept by their width in centimetres; the top of the stack is the end.
fn top(stack: &[u32]) -> String {
    // A `match` with two arms does the same; with one interesting arm, this is shorter.
    if let Some(plate) = stack.first() {
        format!("a plate of {plate} cm")
    } else {
        String::from("nothing")
    }
}

// Gives the plates that were put aside. Without a plate of that width, these are all.
fn dig(stack: &mut Vec<u32>, wanted: u32) -> Vec<u32> {
    let mut aside = vec![];
    // The pattern asks and takes apart in one step, so no separate question is needed.
    while let Some(plate) = stack.pop() {
        if plate == wanted {
            break;
        }
        aside.push(plate);
    }
    aside
}

fn main() {
    let mut stack = vec![24, 19, 32, 24, 12];
    println!("On top: {}", top(&stack));
    println!("Put aside: {:?}", dig(&mut stack, 32));
    println!("On top: {}", top(&stack));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_plate_is_on_top() {
        assert_eq!(top(&[24, 19, 32]), "a plate of 32 cm");
    }

    #[test]
    fn nothing_is_on_top_of_an_empty_stack() {
        assert_eq!(top(&[]), "nothing");
    }

    #[test]
    fn the_plates_above_are_put_aside_from_the_top() {
        let mut stack = vec![24, 19, 32, 24, 12];
        assert_eq!(dig(&mut stack, 32), [12, 24]);
        assert_eq!(stack, [24, 19]);
    }

    #[test]
    fn a_wanted_plate_on_top_needs_no_digging() {
        let mut stack = vec![24, 19];
        assert_eq!(dig(&mut stack, 19), []);
        assert_eq!(stack, [24]);
    }

    #[test]
    fn the_upper_one_of_two_is_taken() {
        let mut stack = vec![19, 24, 19, 32];
        assert_eq!(dig(&mut stack, 19), [32]);
        assert_eq!(stack, [19, 24]);
    }

    #[test]
    fn a_search_in_vain_puts_everything_aside() {
        let mut stack = vec![24, 19];
        assert_eq!(dig(&mut stack, 40), [19, 24]);
        assert_eq!(stack, []);
        assert_eq!(dig(&mut stack, 40), []);
    }
}
