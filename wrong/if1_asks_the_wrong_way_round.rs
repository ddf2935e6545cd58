// Two ladders hang in the shed of a window cleaner, on hook 1 and on hook 2. She always
// takes the taller one; if both are equally tall, she takes the one from hook 1. Up
// there her arm reaches 160 centimetres further than the ladder. All lengths are in
// centimetres.

const ARM: u32 = 160;

// `if` asks, and gives the value of one of its two blocks.
fn hook(first: u32, second: u32) -> u32 {
    // `else` takes whatever the condition leaves over, so with `>` the equal ladders went
    // there. `if second > first { 2 } else { 1 }` is right as well.
    if first < second { 1 } else { 2 }
}

fn reach(first: u32, second: u32) -> u32 {
    // The rule for the choice is in `hook` already. `if first > second { … }` is as good:
    // for two equal ladders it does not matter which branch gives the length.
    let ladder = if hook(first, second) == 1 {
        first
    } else {
        second
    };

    ladder + ARM
}

fn main() {
    println!("Take the ladder from hook {}.", hook(250, 310));
    println!("It is good for {} centimetres.", reach(250, 310));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_taller_ladder_may_hang_on_hook_one() {
        assert_eq!(hook(310, 250), 1);
        assert_eq!(hook(251, 250), 1);
    }

    #[test]
    fn the_taller_ladder_may_hang_on_hook_two() {
        assert_eq!(hook(250, 310), 2);
        assert_eq!(hook(250, 251), 2);
    }

    #[test]
    fn of_two_equal_ladders_hook_one_is_taken() {
        assert_eq!(hook(250, 250), 1);
    }

    #[test]
    fn she_reaches_further_with_a_tall_first_ladder() {
        assert_eq!(reach(310, 250), 470);
    }

    #[test]
    fn she_reaches_further_with_a_tall_second_ladder() {
        assert_eq!(reach(250, 310), 470);
    }

    #[test]
    fn with_equal_ladders_either_will_do() {
        assert_eq!(reach(250, 250), 410);
    }

    #[test]
    fn a_hook_may_be_empty() {
        assert_eq!(reach(0, 180), 340);
        assert_eq!(reach(0, 0), 160);
    }
}
