// A stamp album has pages with the same number of places. Two functions tell how many
// pages a collection needs, and on which page a stamp is. Collectors complain, but cannot
// say when it goes wrong. Find the cases by tests first, and mend the code afterwards.

/// The number of pages for so many stamps.
fn pages(stamps: u32, places: u32) -> u32 {
    stamps.div_ceil(places)
}

/// The page of a stamp; stamps and pages are both counted from 1.
fn page_of(stamp: u32, places: u32) -> u32 {
    (stamp - 1) / places + 1
}

fn main() {
    println!("50 stamps need {} pages", pages(50, 12));
    println!("stamp 30 is on page {}", page_of(30, 12));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_free_places_counts() {
        assert_eq!(pages(21, 20), 2);
        assert_eq!(pages(59, 20), 3);
    }

    #[test]
    fn up_to_a_full_page_one_page_is_needed() {
        for stamps in 1..=20 {
            assert_eq!(pages(stamps, 20), 1, "for {stamps} stamps");
        }
    }

    #[test]
    fn several_full_pages_need_no_further_one() {
        assert_eq!(pages(60, 20), 4);
    }

    #[test]
    fn an_empty_album_needs_no_page() {
        assert_eq!(pages(0, 20), 0);
    }

    #[test]
    fn the_first_and_the_last_stamp_of_a_page() {
        assert_eq!(page_of(1, 20), 1);
        assert_eq!(page_of(20, 20), 1);
        assert_eq!(page_of(21, 20), 2);
        assert_eq!(page_of(40, 20), 2);
    }

    #[test]
    fn the_last_stamp_is_on_the_last_page() {
        for stamps in 1..=60 {
            let (last, all) = (page_of(stamps, 7), pages(stamps, 7));
            assert_eq!(last, all, "with {stamps} stamps");
        }
    }
}
