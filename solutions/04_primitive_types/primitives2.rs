// A mason builds solid garden staircases: step 1 is one brick high, step 2 two bricks,
// step 3 three bricks, and so on. How many bricks does a staircase need, and how many
// does a repair of the steps from one number to another, both included?

fn bricks_for(steps: u32) -> u32 {
    let mut bricks = 0;

    // `1..steps` ends before `steps`, `1..=steps` includes it.
    for step in 1..=steps {
        bricks += step;
    }

    bricks
}

fn bricks_to_repair(first: u32, last: u32) -> u32 {
    let mut bricks = 0;
    // A range that begins after its end is empty: the body does not run at all, and
    // no special case is needed for it.
    for step in first..=last {
        bricks += step;
    }
    bricks
}

fn main() {
    println!("10 steps: {} bricks", bricks_for(10));
    println!("Steps 4 and 5: {} bricks", bricks_to_repair(4, 5));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_steps_need_no_bricks() {
        assert_eq!(bricks_for(0), 0);
    }

    #[test]
    fn one_step_is_one_brick() {
        assert_eq!(bricks_for(1), 1);
    }

    #[test]
    fn a_staircase_counts_all_its_steps() {
        assert_eq!(bricks_for(4), 10);
        assert_eq!(bricks_for(100), 5050);
    }

    #[test]
    fn two_neighbouring_steps() {
        assert_eq!(bricks_to_repair(4, 5), 9);
    }

    #[test]
    fn the_upper_steps_alone() {
        assert_eq!(bricks_to_repair(8, 10), 27);
        assert_eq!(bricks_to_repair(6, 6), 6);
        assert_eq!(bricks_to_repair(7, 6), 0);
    }
}
