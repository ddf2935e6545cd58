// Several harvesters share a field of wheat: each gets a strip of plots and reaps it in a
// thread of its own. The field still belongs to the farmer. It is lent for the time of the
// work, and afterwards the farmer finds every plot bare and has the count of each strip.

use std::thread;

/// Cuts a strip bare and counts its sheaves.
fn reap(strip: &mut [u32]) -> u32 {
    let mut sheaves = 0;
    for plot in strip {
        sheaves += *plot;
        *plot = 0;
    }
    sheaves
}

/// The sheaves of each strip. There is at least one harvester.
fn harvest(field: &mut [u32], harvesters: usize) -> Vec<u32> {
    let width = field.len().div_ceil(harvesters).max(1);

    // TODO: `thread::spawn` starts threads that may run for ever. Nobody lends them a field.
    let mut at_work = Vec::new();
    for strip in field.chunks_mut(width) {
        at_work.push(thread::spawn(move || reap(strip)));
    }
    let mut counts = Vec::new();
    for harvester in at_work {
        counts.push(harvester.join().unwrap());
    }
    counts
}

fn main() {
    let mut field = [12, 9, 14, 11, 10];
    println!("{:?} sheaves", harvest(&mut field, 2));
    println!("left over: {field:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_strip_is_counted() {
        assert_eq!(harvest(&mut [5, 6, 7, 8], 2), [11, 15]);
    }

    #[test]
    fn the_farmers_own_field_is_bare_afterwards() {
        let mut field = [5, 6, 7];
        harvest(&mut field, 3);
        assert_eq!(field, [0, 0, 0]);
    }

    #[test]
    fn the_last_strip_may_be_smaller() {
        assert_eq!(harvest(&mut [1, 1, 1, 1, 4], 2), [3, 5]);
    }

    #[test]
    fn a_single_harvester_reaps_the_whole_field() {
        assert_eq!(harvest(&mut [2, 3, 4], 1), [9]);
    }

    #[test]
    fn harvesters_without_a_strip_do_not_matter() {
        assert_eq!(harvest(&mut [7, 9], 5), [7, 9]);
    }

    #[test]
    fn an_empty_field_has_no_strips() {
        assert_eq!(harvest(&mut [], 3), []);
    }
}
