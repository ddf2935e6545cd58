// In a darkroom a sheet of photographic paper lies in the developer. Nobody knows for how long; the
// photographer looks now and then, and finds the picture, or nothing yet. Such a sheet is a future,
// and a look is a call of `poll`. An async function makes one future out of several. Write the
// look, and then the evening: sheet after sheet in the only tray, each picture on the wall.

use std::cell::RefCell;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Sheet {
    motif: &'static str,
    /// How many looks will find nothing yet.
    empty_looks: u32,
}

impl Future for Sheet {
    type Output = &'static str;

    /// One look. A `Pin<&mut Sheet>` is a `&mut Sheet` that stays where it is as long as it lives;
    /// its fields are reached and changed as usual.
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        // A poll never waits. It says how things are, and comes back at once.
        if self.empty_looks == 0 {
            return Poll::Ready(self.motif);
        }
        self.empty_looks -= 1;
        Poll::Pending
    }
}

/// Develops one sheet after the other and hangs up what comes out.
async fn evening(sheets: Vec<Sheet>, wall: &RefCell<Vec<&'static str>>) {
    for sheet in sheets.into_iter().rev() {
        // While the sheet is pending, so is the evening: its poll ends here, and the next one
        // goes on here. The loop, `sheets` and `wall` are kept in the future meanwhile.
        let motif = sheet.await;
        wall.borrow_mut().push(motif);
    }
}

/// Looks again and again until the future is ready. Gives the number of looks and its value.
fn watch<F: Future>(future: F) -> (u32, F::Output) {
    let mut future = pin!(future);
    // The context says whom to call when a further look may be worthwhile. Here nobody is called:
    // we look anyway. The next exercises do better.
    let mut cx = Context::from_waker(Waker::noop());
    for looks in 1..=1000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut cx) {
            return (looks, value);
        }
    }
    panic!("nothing to be seen, ever");
}

fn main() {
    let sheet = |motif, empty_looks| Sheet { motif, empty_looks };
    let wall = RefCell::new(Vec::new());
    let (looks, ()) = watch(evening(vec![sheet("bridge", 2), sheet("goat", 3)], &wall));
    println!("{looks} looks for {:?}", wall.borrow());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(motif: &'static str, empty_looks: u32) -> Sheet {
        Sheet { motif, empty_looks }
    }

    fn look<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn a_sheet_without_empty_looks_is_ready_at_once() {
        assert_eq!(watch(sheet("goat", 0)), (1, "goat"));
    }

    #[test]
    fn after_the_empty_looks_comes_the_picture() {
        let mut goat = pin!(sheet("goat", 2));
        assert_eq!(look(goat.as_mut()), Poll::Pending);
        assert_eq!(look(goat.as_mut()), Poll::Pending);
        assert_eq!(look(goat.as_mut()), Poll::Ready("goat"));
    }

    #[test]
    fn the_evening_begins_with_the_first_look() {
        let wall = RefCell::new(vec![]);
        let mut evening = pin!(evening(vec![sheet("goat", 0)], &wall));
        assert!(wall.borrow().is_empty());
        assert!(look(evening.as_mut()).is_ready());
        assert_eq!(*wall.borrow(), ["goat"]);
    }

    #[test]
    fn a_picture_hangs_while_the_next_sheet_is_in_the_tray() {
        let wall = RefCell::new(vec![]);
        let sheets = vec![sheet("bridge", 1), sheet("goat", 1)];
        let mut evening = pin!(evening(sheets, &wall));
        assert!(look(evening.as_mut()).is_pending());
        assert!(wall.borrow().is_empty());
        assert!(look(evening.as_mut()).is_pending());
        assert_eq!(*wall.borrow(), ["bridge"]);
        assert!(look(evening.as_mut()).is_ready());
        assert_eq!(*wall.borrow(), ["bridge", "goat"]);
    }

    #[test]
    fn there_is_only_one_tray() {
        let wall = RefCell::new(vec![]);
        let sheets = vec![sheet("bridge", 5), sheet("goat", 0), sheet("barn", 7)];
        assert_eq!(watch(evening(sheets, &wall)), (13, ()));
        assert_eq!(*wall.borrow(), ["bridge", "goat", "barn"]);
    }

    #[test]
    fn an_evening_without_sheets_is_over_at_the_first_look() {
        assert_eq!(watch(evening(vec![], &RefCell::new(vec![]))), (1, ()));
    }
}
