// A juke box keeps its records in a row on a shelf. Button 1 plays the first record,
// button 2 the second, and one more button plays the last record, wherever it stands.
// If there is no record for a button, it plays record number 0, which is silence.

/// A shelf with `count` records, numbered from `first` on.
fn loaded(first: u32, count: u32) -> Vec<u32> {
    let mut shelf = Vec::new();
    for number in first..first + count {
        shelf.push(number);
    }
    shelf
}

fn record_for(shelf: &[u32], button: usize) -> u32 {
    // A vector's length is known when the program runs, not before: a wrong index
    // panics, so it is compared first. shelf.get(index) would do that itself and
    // answer "some record" or "none"; chapter 12 is about such answers.
    if button < shelf.len() {
        shelf[button]
    } else {
        0
    }
}

fn last_record(shelf: &[u32]) -> u32 {
    // With no record, len() - 1 would go below 0, and overflow before any index is used.
    if shelf.is_empty() {
        0
    } else {
        shelf[shelf.len() - 1]
    }
}

fn main() {
    let shelf = loaded(501, 8);
    println!("Button 2 plays record {}", record_for(&shelf, 2));
    println!("The last record is {}", last_record(&shelf));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_button_plays_the_last_record() {
        assert_eq!(record_for(&loaded(501, 8), 8), 508);
        assert_eq!(record_for(&loaded(70, 1), 1), 70);
    }

    #[test]
    fn button_zero_plays_nothing() {
        assert_eq!(record_for(&loaded(501, 8), 0), 0);
    }

    #[test]
    fn a_button_without_a_record_plays_nothing() {
        assert_eq!(record_for(&loaded(501, 8), 9), 0);
        assert_eq!(record_for(&loaded(501, 8), 200), 0);
    }

    #[test]
    fn an_empty_shelf_plays_nothing() {
        assert_eq!(record_for(&loaded(501, 0), 1), 0);
    }

    #[test]
    fn the_last_record_stands_at_the_end() {
        assert_eq!(last_record(&loaded(501, 8)), 508);
        assert_eq!(last_record(&loaded(70, 1)), 70);
    }

    #[test]
    fn an_empty_shelf_has_no_last_record() {
        assert_eq!(last_record(&loaded(501, 0)), 0);
    }
}
