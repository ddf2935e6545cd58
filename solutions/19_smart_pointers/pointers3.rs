// A guest book lies open in the hall, and several visitors may hold on to it at the
// same time and write in it: a shared reference has to be enough for that. In the
// end the host thanks everybody, in the same book.

use std::cell::RefCell;

// `RefCell` checks the borrows while the program runs instead of while it is compiled.
#[derive(Default)]
struct GuestBook {
    entries: RefCell<Vec<String>>,
}

impl GuestBook {
    fn sign(&self, entry: &str) {
        // The borrow ends with the statement, so the next one finds the book free.
        self.entries.borrow_mut().push(entry.to_string());
    }

    fn count(&self) -> usize {
        self.entries.borrow().len()
    }

    fn last(&self) -> Option<String> {
        // A `&str` into the book could not be returned: the borrow ends here.
        self.entries.borrow().last().cloned()
    }

    /// Writes "Thank you, …" for each entry that is in the book now.
    fn thank_everybody(&self) {
        // The names are copied first, in a statement of their own: a borrow in the
        // head of the `for` would last until the end of the loop.
        let names = self.entries.borrow().clone();
        for name in names {
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
