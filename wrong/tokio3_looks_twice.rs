// A diver works under water, and on the jetty the tender holds the line. While nothing happens the
// tender sleeps; at a tug, it is time to look. `block_on` is the tender: it polls a future, sleeps
// until the waker is called, and polls again, until the future is ready. A tug may come early,
// while the tender still looks. One that is missed never comes again, and both wait for ever.

use std::pin::{Pin, pin};
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

/// The line. A `Condvar` lets a thread sleep: `wait` gives a lock back, sleeps until another thread
/// calls `notify_one`, and takes the lock again. It may also return for no reason at all.
#[derive(Default)]
struct Line {
    tugged: Mutex<bool>,
    moved: Condvar,
}

impl Wake for Line {
    fn wake(self: Arc<Self>) {
        *self.tugged.lock().unwrap() = true;
        self.moved.notify_one();
    }
}

impl Line {
    /// Sleeps until there has been a tug since the last wait.
    fn wait(&self) {
        let mut tugged = self.tugged.lock().unwrap();
        // The lock is held from the question to the sleep, so no tug fits in between. `while`, not
        // `if`: only the flag tells a tug from a return without reason.
        while !*tugged {
            tugged = self.moved.wait(tugged).unwrap();
        }
        *tugged = false;
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let line = Arc::new(Line::default());
    let waker = Waker::from(Arc::clone(&line));
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(future);

    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut cx) {
            return value;
        }
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(value) => return value,
            Poll::Pending => line.wait(),
        }
    }
}

/// What the diver brings up, and the waker of who waits for it.
type Basket = Arc<Mutex<(Option<u32>, Option<Waker>)>>;

struct Dive(Basket);

impl Future for Dive {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let mut basket = self.0.lock().unwrap();
        if basket.0.is_none() {
            basket.1 = Some(cx.waker().clone());
        }
        basket.0.map_or(Poll::Pending, Poll::Ready)
    }
}

/// Sends a diver, a thread of its own, down for shells.
fn dive(shells: u32) -> Dive {
    let basket = Basket::default();
    let divers = Arc::clone(&basket);
    thread::spawn(move || {
        let waker = {
            let mut basket = divers.lock().unwrap();
            basket.0 = Some(shells);
            basket.1.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    });
    Dive(basket)
}

fn main() {
    let both = async { dive(3).await + dive(4).await };
    println!("two dives, {} shells", block_on(both));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::sync::mpsc;

    #[test]
    fn what_is_ready_needs_no_tug() {
        assert_eq!(block_on(async { "up already" }), "up already");
    }

    #[test]
    fn a_tug_before_the_wait_counts() {
        let line = Arc::new(Line::default());
        Arc::clone(&line).wake();
        line.wait();
        assert!(!*line.tugged.lock().unwrap());
    }

    #[test]
    fn several_tugs_before_the_wait_are_one() {
        let line = Arc::new(Line::default());
        Arc::clone(&line).wake();
        Arc::clone(&line).wake();
        line.wait();
        assert!(!*line.tugged.lock().unwrap());
    }

    #[test]
    fn a_tug_while_the_tender_looks_counts() {
        let mut looks = 0;
        let shells = block_on(poll_fn(|cx| {
            looks += 1;
            cx.waker().wake_by_ref();
            if looks < 4 {
                Poll::Pending
            } else {
                Poll::Ready("four looks")
            }
        }));
        assert_eq!(shells, "four looks");
    }

    #[test]
    fn other_threads_end_the_wait() {
        let shells = block_on(async {
            let mut shells = 0;
            for n in 1..=100 {
                shells += dive(n).await;
            }
            shells
        });
        assert_eq!(shells, 5050);
    }

    #[test]
    fn the_tender_looks_only_after_a_tug() {
        let tugged = Arc::new(Mutex::new(true));
        let divers = Arc::clone(&tugged);
        let (to_diver, numbers) = mpsc::channel::<Waker>();
        thread::spawn(move || {
            for waker in numbers {
                *divers.lock().unwrap() = true;
                waker.wake();
            }
        });
        let mut looks = 0;
        block_on(poll_fn(|cx| {
            assert!(std::mem::take(&mut *tugged.lock().unwrap()), "no tug");
            looks += 1;
            if looks > 100 {
                return Poll::Ready(());
            }
            to_diver.send(cx.waker().clone()).unwrap();
            Poll::Pending
        }));
    }

    #[test]
    fn one_wait_may_lie_in_another() {
        assert_eq!(block_on(async { block_on(dive(2)) + dive(3).await }), 5);
    }
}
