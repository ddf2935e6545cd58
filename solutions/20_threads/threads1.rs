// Three watch posts count the ships that pass. Each sends its slips of paper to the loft by
// pigeon, and all pigeons fly at the same time: one thread each. A pigeon adds its slips up
// on the way and brings the sum. One that cannot read a slip gets lost (its thread panics);
// then its post has no sum, but the sums of the others arrive all the same.

use std::thread;

fn fly(slips: &[&str]) -> u32 {
    let mut ships = 0;
    for slip in slips {
        // This panic ends the pigeon's thread, not the program.
        ships += slip.parse::<u32>().expect("a slip that can be read");
    }
    ships
}

/// The sum of each post, in the order of the posts; `None` where the pigeon got lost.
fn arrivals(posts: Vec<Vec<&'static str>>) -> Vec<Option<u32>> {
    // `move` gives the closure its own slips. A thread may outlive the function that starts
    // it, so a borrow of a local variable would not be safe.
    let mut in_the_air = Vec::new();
    for slips in posts {
        in_the_air.push(thread::spawn(move || fly(&slips)));
    }

    // A loop of its own: a `join` in the loop above would wait for each pigeon before the next
    // one starts, and then no two would ever be in the air together.
    let mut sums = Vec::new();
    for pigeon in in_the_air {
        // `join` gives `Ok` with the value of the closure, or `Err` if the thread panicked.
        sums.push(pigeon.join().ok());
    }
    sums
}

fn main() {
    let posts = vec![vec!["3", "14"], vec!["8"], vec!["2", "2", "5"]];
    println!("{:?}", arrivals(posts));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_post_has_its_sum() {
        let posts = vec![vec!["3", "14"], vec!["8"], vec!["2", "2", "5"]];
        assert_eq!(arrivals(posts), [Some(17), Some(8), Some(9)]);
    }

    #[test]
    fn a_lost_pigeon_does_not_stop_the_others() {
        let posts = vec![vec!["6"], vec!["4", "soaked"], vec!["1", "1"]];
        assert_eq!(arrivals(posts), [Some(6), None, Some(2)]);
    }

    #[test]
    fn an_empty_capsule_means_no_ships() {
        assert_eq!(arrivals(vec![vec![]]), [Some(0)]);
    }
}
