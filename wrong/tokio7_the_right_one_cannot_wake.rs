// A climber is on the way to a hut and listens to the radio at the same time. Whatever happens
// first, a message or the arrival, is dealt with at once. `race` polls two futures together and
// gives the value of the first that is ready; the other is dropped, and with it whatever it had
// done. Tokio's `select!` does the same. Write `race`, and a climb that no message sets back.

use std::future::{pending, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::sync::mpsc::{self, Receiver};
use tokio::time::timeout;

#[derive(Debug, PartialEq)]
enum Either<L, R> {
    Left(L),
    Right(R),
}

/// Waits until one of the two is ready. If both are, the left one wins.
async fn race<L: Future, R: Future>(left: L, right: R) -> Either<L::Output, R::Output> {
    let mut left = pin!(left);
    let mut right = pin!(right);
    // Both futures get the same context, so each of them can wake the whole. Both belong to this
    // function: when it ends, the one that has lost is dropped.
    poll_fn(|cx| {
        if let Poll::Ready(value) = left.as_mut().poll(cx) {
            return Poll::Ready(Either::Left(value));
        }
        right
            .as_mut()
            .poll(&mut Context::from_waker(std::task::Waker::noop()))
            .map(Either::Right)
    })
    .await
}

/// The way up: each poll is a step, until none is left.
struct Ascent {
    steps_left: u32,
}

impl Future for Ascent {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.steps_left == 0 {
            return Poll::Ready("hut");
        }
        self.steps_left -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

/// The next message. When nobody can send any more, it is never ready.
async fn next_message(radio: &mut Receiver<&'static str>) -> &'static str {
    match radio.recv().await {
        Some(message) => message,
        None => pending().await,
    }
}

/// Climbs to the hut. All messages that come on the way, and at last "hut", go into the diary.
async fn climb(steps: u32, mut radio: Receiver<&'static str>) -> Vec<&'static str> {
    let mut diary = Vec::new();
    // The ascent outlives the rounds of the loop. A `Pin<&mut Ascent>` is a future itself; when a
    // race drops it, the ascent is still where it was. A message is not lost when `next_message` is
    // dropped: it is taken from the channel only in the moment in which it is given.
    let mut ascent = pin!(Ascent { steps_left: steps });
    loop {
        match race(next_message(&mut radio), ascent.as_mut()).await {
            Either::Left(message) => diary.push(message),
            Either::Right(hut) => {
                diary.push(hut);
                return diary;
            }
        }
    }
}

/// The same with Tokio's own macro.
async fn climb_with_select(steps: u32, mut radio: Receiver<&'static str>) -> Vec<&'static str> {
    let mut diary = Vec::new();
    let mut ascent = pin!(Ascent { steps_left: steps });
    loop {
        tokio::select! {
            biased; // In this order. Otherwise chance decides which one is polled first.
            Some(message) = radio.recv() => diary.push(message),
            hut = &mut ascent => {
                diary.push(hut);
                return diary;
            }
        }
    }
}

/// Runs a future with Tokio, and panics if it takes too long.
fn run<F: Future>(future: F) -> F::Output {
    let runtime = Builder::new_current_thread().enable_time().build().unwrap();
    let end = runtime.block_on(async { timeout(Duration::from_secs(2), future).await });
    end.expect("it waits for ever")
}

/// A radio with messages that have arrived already, and nobody who could send another.
fn radio(messages: &[&'static str]) -> Receiver<&'static str> {
    let (sender, receiver) = mpsc::channel(9);
    for message in messages {
        sender.try_send(*message).unwrap();
    }
    receiver
}

fn main() {
    let messages = ["storm at noon", "turn back"];
    println!("race:   {:?}", run(climb(3, radio(&messages))));
    println!("select: {:?}", run(climb_with_select(3, radio(&messages))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};
    use std::future::ready;
    use std::thread;
    use tokio::sync::oneshot;

    /// Ready after some polls, and wakes itself until then.
    async fn after(polls: u32) -> u32 {
        Ascent { steps_left: polls }.await;
        polls
    }

    #[test]
    fn the_first_one_ready_wins() {
        assert_eq!(run(race(after(2), after(5))), Either::Left(2));
        assert_eq!(run(race(after(5), after(2))), Either::Right(2));
    }

    #[test]
    fn it_takes_only_as_long_as_the_winner() {
        assert_eq!(
            run(race(pending::<()>(), ready("right"))),
            Either::Right("right")
        );
        assert_eq!(
            run(race(ready("left"), pending::<()>())),
            Either::Left("left")
        );
    }

    #[test]
    fn a_draw_goes_to_the_left_and_the_right_is_not_polled() {
        let polled = Cell::new(false);
        let right = async { polled.set(true) };
        assert_eq!(run(race(ready(1), right)), Either::Left(1));
        assert!(!polled.get());
    }

    /// A value that another thread sends.
    async fn from_afar(value: u32) -> u32 {
        let (sender, receiver) = oneshot::channel();
        thread::spawn(move || sender.send(value).unwrap());
        receiver.await.unwrap()
    }

    #[test]
    fn either_of_them_can_wake_the_race() {
        for n in 0..20 {
            assert_eq!(run(race(from_afar(n), pending::<()>())), Either::Left(n));
            assert_eq!(run(race(pending::<()>(), from_afar(n))), Either::Right(n));
        }
    }

    /// Says when it is dropped.
    struct Rope<'a>(&'a RefCell<Vec<&'static str>>);

    impl Drop for Rope<'_> {
        fn drop(&mut self) {
            self.0.borrow_mut().push("rope let go");
        }
    }

    #[test]
    fn the_loser_is_dropped() {
        let log = RefCell::new(vec![]);
        run(async {
            let rope = Rope(&log);
            let waiting = async move {
                pending::<()>().await;
                drop(rope);
            };
            race(waiting, ready(())).await;
            log.borrow_mut().push("race over");
        });
        assert_eq!(*log.borrow(), ["rope let go", "race over"]);
    }

    #[test]
    fn all_messages_and_the_hut_are_in_the_diary() {
        assert_eq!(
            run(climb(3, radio(&["storm", "turn back"]))),
            ["storm", "turn back", "hut"]
        );
        assert_eq!(run(climb(0, radio(&[]))), ["hut"]);
    }

    /// A message comes after every second step.
    fn climb_with_news(select: bool) -> Vec<&'static str> {
        let (sender, receiver) = mpsc::channel(1);
        let mut climb: Pin<Box<dyn Future<Output = _>>> = match select {
            true => Box::pin(climb_with_select(7, receiver)),
            false => Box::pin(climb(7, receiver)),
        };
        let mut polls = 0;
        run(poll_fn(|cx| {
            polls += 1;
            assert!(polls < 100, "never arrives");
            if polls % 2 == 0 {
                sender.try_send("news").unwrap();
            }
            climb.as_mut().poll(cx)
        }))
    }

    #[test]
    fn no_message_sets_the_climber_back() {
        assert_eq!(
            climb_with_news(false),
            ["news", "news", "news", "news", "hut"]
        );
    }

    #[test]
    fn tokios_select_comes_to_the_same() {
        assert_eq!(climb_with_news(false), climb_with_news(true));
    }
}
