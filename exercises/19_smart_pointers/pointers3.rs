// A guest book lies open in the hall, and several visitors may hold on to it at the
// same time and write in it: a shared reference has to be enough for that. In the
// end the host thanks everybody, in the same book.

use std::cell::RefCell;

// TODO: Which type lets the entries change behind a shared reference?
#[derive(Default)]
struct GuestBook {
    entries: Vec<String>,
}

impl GuestBook {
    fn sign(&self, entry: &str) {
        // TODO: Ask for the right to change the entries, for this one line only.
        self.entries.push(entry.to_string());
    }

    fn count(&self) -> usize {
        // TODO: Here reading is enough.
        self.entries.len()
    }

    fn last(&self) -> Option<String> {
        // TODO: Here too. The text that is handed out is a copy.
        self.entries.last().cloned()
    }

    /// Writes "Thank you, …" for each entry that is in the book now.
    fn thank_everybody(&self) {
        // TODO: When the rest compiles, see whether the host gets through. If a test
        // panics here, its message says what goes on at the same time.
        for name in self.entries.iter() {
            self.sign(&format!("Thank you, {name}"));
        }
    }
}

fn main() {
    let book = GuestBook::default();
    let (in_the_hall, at_the_door) = (&book, &book);
    in_the_hall.sign("Odile");
    at_the_door.sign("Tariq");
    book.thank_everybody();
    println!("{} entries, the last: {:?}", book.count(), book.last());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_book_is_empty() {
        let book = GuestBook::default();
        assert_eq!(book.count(), 0);
        assert_eq!(book.last(), None);
    }

    #[test]
    fn two_visitors_write_through_shared_references() {
        let book = GuestBook::default();
        let (first, second) = (&book, &book);
        first.sign("Odile");
        second.sign("Tariq");
        first.sign("Odile again");
        assert_eq!(book.count(), 3);
    }

    #[test]
    fn the_last_entry_is_the_newest() {
        let book = GuestBook::default();
        book.sign("Odile");
        book.sign("Tariq");
        assert_eq!(book.last(), Some("Tariq".to_string()));
    }

    #[test]
    fn the_host_thanks_each_guest_once() {
        let book = GuestBook::default();
        book.sign("Odile");
        book.sign("Tariq");
        book.thank_everybody();
        assert_eq!(book.count(), 4);
        assert_eq!(book.last(), Some("Thank you, Tariq".to_string()));
    }

    #[test]
    fn after_the_thanks_the_book_can_be_signed_again() {
        let book = GuestBook::default();
        book.sign("Odile");
        book.thank_everybody();
        book.sign("Mirek");
        assert_eq!(book.last(), Some("Mirek".to_string()));
    }
}
