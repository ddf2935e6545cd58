// One operator serves a whole telephone exchange. When a caller wants something, a flap falls; the
// operator plugs in, listens for a moment, and turns to the next fallen flap. A thousand lines may
// be open, but only those whose flap is down cost any time. That is a task queue: each task is a
// future, its waker puts it into the queue, and one thread polls whatever stands there.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

type Queue = Arc<Mutex<VecDeque<Arc<Line>>>>;

/// A task. It is its own waker.
struct Line {
    /// The future, boxed and pinned for good; `None` when the call has ended.
    call: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    /// Whether the flap is down and the line stands in the queue. An `AtomicBool` can be changed
    /// through `&`: `swap` sets it and gives what it was, `store` sets it. The `Ordering` says what
    /// other threads see of it; `SeqCst` is the strictest.
    flap_down: AtomicBool,
    queue: Queue,
}

impl Wake for Line {
    fn wake(self: Arc<Self>) {
        // TODO: A flap that is down cannot fall again, and its line waits in the queue only once.
        let queue = Arc::clone(&self.queue);
        queue.lock().unwrap().push_back(self);
    }
}

#[derive(Default)]
struct Exchange {
    queue: Queue,
}

impl Exchange {
    /// Opens a line for a call, with its flap down.
    fn connect(&self, call: impl Future<Output = ()> + Send + 'static) {
        let line = Line {
            call: Mutex::new(Some(Box::pin(call))),
            flap_down: AtomicBool::new(false),
            queue: Arc::clone(&self.queue),
        };
        Arc::new(line).wake();
    }

    fn next(&self) -> Option<Arc<Line>> {
        self.queue.lock().unwrap().pop_front()
    }

    /// Serves the fallen flaps in the order in which they fell, until none is down. Gives how often
    /// the operator listened.
    fn serve(&self) -> usize {
        let mut listened = 0;
        while let Some(line) = self.next() {
            let waker = Waker::from(Arc::clone(&line));
            let mut cx = Context::from_waker(&waker);
            let mut call = line.call.lock().unwrap();

            // TODO: The flap stays down, and a call that has ended is listened to again.
            if let Some(future) = call.as_mut() {
                listened += 1;
                let _ = future.as_mut().poll(&mut cx);
            }
        }
        listened
    }
}

/// Lets the others have their turn: is pending once, but with the flap down already.
async fn one_moment() {
    let mut asked = false;
    poll_fn(|cx| {
        if asked {
            return Poll::Ready(());
        }
        asked = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

fn main() {
    let exchange = Exchange::default();
    for caller in ["Vienna", "Trieste"] {
        exchange.connect(async move {
            println!("{caller}: hello");
            one_moment().await;
            println!("{caller}: good-bye");
        });
    }
    println!("listened {} times", exchange.serve());
}

#[cfg(test)]
mod tests {
    use super::*;

    type Log = Arc<Mutex<Vec<String>>>;

    async fn talk(caller: &'static str, sentences: u32, log: Log) {
        for n in 1..=sentences {
            log.lock().unwrap().push(format!("{caller} {n}"));
            one_moment().await;
        }
    }

    /// A call that waits until somebody calls one of the wakers that it leaves in `wakers`.
    fn waiting(wakers: &Arc<Mutex<Vec<Waker>>>, polls: u32) -> impl Future<Output = ()> + use<> {
        let (wakers, mut left) = (Arc::clone(wakers), polls);
        poll_fn(move |cx| {
            wakers.lock().unwrap().push(cx.waker().clone());
            left = left
                .checked_sub(1)
                .expect("a call that has ended is polled");
            if left > 0 {
                Poll::Pending
            } else {
                Poll::Ready(())
            }
        })
    }

    #[test]
    fn calls_take_turns() {
        let (exchange, log) = (Exchange::default(), Log::default());
        exchange.connect(talk("Vienna", 2, Arc::clone(&log)));
        exchange.connect(talk("Trieste", 3, Arc::clone(&log)));
        assert_eq!(exchange.serve(), 3 + 4);
        let said = [
            "Vienna 1",
            "Trieste 1",
            "Vienna 2",
            "Trieste 2",
            "Trieste 3",
        ];
        assert_eq!(*log.lock().unwrap(), said);
    }

    #[test]
    fn nothing_is_said_before_the_operator_serves() {
        let (exchange, log) = (Exchange::default(), Log::default());
        exchange.connect(talk("Vienna", 1, Arc::clone(&log)));
        assert!(log.lock().unwrap().is_empty());
        exchange.serve();
        assert_eq!(*log.lock().unwrap(), ["Vienna 1"]);
    }

    #[test]
    fn a_silent_line_costs_nothing() {
        let (exchange, wakers) = (Exchange::default(), Arc::default());
        exchange.connect(waiting(&wakers, 9));
        assert_eq!(exchange.serve(), 1);
        assert_eq!(exchange.serve(), 0);
        wakers.lock().unwrap()[0].wake_by_ref();
        assert_eq!(exchange.serve(), 1);
    }

    #[test]
    fn two_wakes_are_one_turn() {
        let (exchange, wakers) = (Exchange::default(), Arc::default());
        exchange.connect(waiting(&wakers, 9));
        exchange.serve();
        let waker = wakers.lock().unwrap()[0].clone();
        waker.wake_by_ref();
        waker.wake();
        assert_eq!(exchange.serve(), 1);
    }

    #[test]
    fn a_call_that_has_ended_is_left_alone() {
        let (exchange, wakers) = (Exchange::default(), Arc::default());
        exchange.connect(waiting(&wakers, 1));
        assert_eq!(exchange.serve(), 1);
        wakers.lock().unwrap()[0].wake_by_ref();
        assert_eq!(exchange.serve(), 0);
    }

    #[test]
    fn a_call_that_has_ended_is_dropped() {
        let (exchange, wakers) = (Exchange::default(), Arc::default());
        exchange.connect(waiting(&wakers, 1));
        exchange.serve();
        assert_eq!(Arc::strong_count(&wakers), 1);
    }

    #[test]
    fn a_call_may_open_another_line() {
        let (exchange, log) = (Arc::new(Exchange::default()), Log::default());
        let (inner, inner_log) = (Arc::clone(&exchange), Arc::clone(&log));
        exchange.connect(async move { inner.connect(talk("Trieste", 1, inner_log)) });
        assert_eq!(exchange.serve(), 3);
        assert_eq!(*log.lock().unwrap(), ["Trieste 1"]);
    }
}
