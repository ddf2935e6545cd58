// The keys to the cabins of a cable car hang on a board. Whoever takes one gets a
// loan: it can be used like the key itself, and at its end, however it comes about,
// the key hangs on the board again. In the evening the keys come back in order.

use std::cell::RefCell;
use std::ops::Deref;

#[derive(Clone, Copy, Debug, PartialEq)]
struct Key {
    cabin: u32,
}

fn opens(key: &Key, cabin: u32) -> bool {
    key.cabin == cabin
}

struct Board {
    hooks: RefCell<Vec<Key>>,
}

impl Board {
    fn lend(&self) -> Option<Loan<'_>> {
        let key = self.hooks.borrow_mut().pop()?;
        Some(Loan { key, board: self })
    }

    fn cabins(&self) -> Vec<u32> {
        self.hooks.borrow().iter().map(|key| key.cabin).collect()
    }
}

struct Loan<'a> {
    key: Key,
    board: &'a Board,
}

// With `Deref` a `&Loan` becomes a `&Key` wherever one is expected.
impl Deref for Loan<'_> {
    type Target = Key;

    fn deref(&self) -> &Key {
        &self.key
    }
}

// Rust calls this when the value goes out of scope; nobody calls it by hand.
impl Drop for Loan<'_> {
    fn drop(&mut self) {
        self.board.hooks.borrow_mut().push(self.key);
    }
}

/// The two keys in front are lent for the last ride. The one that was lent first
/// comes back first.
fn last_ride(board: &Board) {
    let first = board.lend();
    let second = board.lend();
    drop(second);
    drop(first);
}

fn main() {
    let board = Board {
        hooks: RefCell::new(vec![Key { cabin: 4 }, Key { cabin: 7 }]),
    };
    if let Some(loan) = board.lend() {
        println!("opens cabin 7: {}", opens(&loan, 7));
        println!("on the board: {:?}", board.cabins());
    }
    last_ride(&board);
    println!("in the evening: {:?}", board.cabins());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn board(cabins: &[u32]) -> Board {
        let hooks = cabins.iter().map(|&cabin| Key { cabin }).collect();
        Board {
            hooks: RefCell::new(hooks),
        }
    }

    #[test]
    fn a_loan_opens_what_its_key_opens() {
        let board = board(&[3]);
        let loan = board.lend().unwrap();
        assert!(opens(&loan, 3));
        assert!(!opens(&loan, 4));
        assert_eq!(*loan, Key { cabin: 3 });
    }

    #[test]
    fn the_key_is_back_at_the_end_of_the_block() {
        let board = board(&[1, 2]);
        {
            let _loan = board.lend();
            assert_eq!(board.cabins(), [1]);
        }
        assert_eq!(board.cabins(), [1, 2]);
    }

    #[test]
    fn a_loan_given_away_ends_with_its_new_owner() {
        let board = board(&[5]);
        let kept = vec![board.lend()];
        assert!(board.cabins().is_empty());
        drop(kept);
        assert_eq!(board.cabins(), [5]);
    }

    #[test]
    fn after_the_last_ride_the_first_key_came_back_first() {
        let board = board(&[1, 2, 3]);
        last_ride(&board);
        assert_eq!(board.cabins(), [1, 3, 2]);
    }
}
