// At the counter of a busy café you order and get a buzzer with a number; when the coffee is ready,
// the buzzer goes. A simple glass of water you get at once, and no buzzer. Async ops are orders: the
// script gives a promise id along, the driver tries the op once, and keeps it if it has to wait. Who
// orders first need not be served first, and every order is served exactly once.

use std::pin::Pin;
use std::task::{Context, Poll};

type PromiseId = u32;
type OpFuture = Pin<Box<dyn Future<Output = String>>>;

/// The ops that are under way.
#[derive(Default)]
struct OpDriver {
    pending: Vec<(PromiseId, OpFuture)>,
}

impl OpDriver {
    /// Tries an op once. What is ready at once is the answer; the rest is kept, and `None` says
    /// that the buzzer will go.
    fn submit(&mut self, id: PromiseId, mut op: OpFuture, cx: &mut Context) -> Option<String> {
        // `ready!` and `?` do not fit here: pending is the case with work to do.
        match op.as_mut().poll(cx) {
            Poll::Ready(cup) => Some(cup),
            Poll::Pending => {
                self.pending.push((id, op));
                None
            }
        }
    }

    /// The next op that is ready, with its promise id. `Pending` while all of them have to wait,
    /// and also when there are none.
    fn poll_ready(&mut self, cx: &mut Context) -> Poll<(PromiseId, String)> {
        for place in 0..self.pending.len() {
            if let Poll::Ready(cup) = self.pending[place].1.as_mut().poll(cx) {
                // Polling a future again after it was ready would be a mistake: it goes at once.
                let (id, _) = self.pending.remove(place);
                return Poll::Ready((id, cup));
            }
        }
        Poll::Pending
    }

    fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }
}

/// A drink that is ready after some looks at it.
struct Brewing {
    drink: &'static str,
    looks: u32,
}

impl Future for Brewing {
    type Output = String;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<String> {
        self.looks -= 1;
        if self.looks == 0 {
            return Poll::Ready(self.drink.to_string());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

fn order(drink: &'static str, looks: u32) -> OpFuture {
    Box::pin(Brewing { drink, looks })
}

fn main() {
    let mut cx = Context::from_waker(std::task::Waker::noop());
    let mut bar = OpDriver::default();
    for (id, drink, looks) in [(1, "espresso", 3), (2, "water", 1), (3, "tea", 2)] {
        match bar.submit(id, order(drink, looks), &mut cx) {
            Some(cup) => println!("{cup} at once"),
            None => println!("buzzer {id}"),
        }
    }
    for _ in 0..4 {
        println!(
            "{:?}, all served: {}",
            bar.poll_ready(&mut cx),
            bar.is_empty()
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;
    use std::task::Waker;

    fn ready(id: PromiseId, drink: &str) -> Poll<(PromiseId, String)> {
        Poll::Ready((id, drink.to_string()))
    }

    #[test]
    fn what_is_ready_at_once_is_not_kept() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut bar = OpDriver::default();
        let water = bar.submit(1, order("water", 1), &mut cx);
        assert_eq!(water, Some("water".to_string()));
        assert!(bar.is_empty());
        assert_eq!(bar.poll_ready(&mut cx), Poll::Pending);
    }

    #[test]
    fn an_order_is_tried_once_when_it_is_placed() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut bar = OpDriver::default();
        assert_eq!(bar.submit(1, order("tea", 2), &mut cx), None);
        assert!(!bar.is_empty());
        assert_eq!(bar.poll_ready(&mut cx), ready(1, "tea"));
    }

    #[test]
    fn an_order_is_served_once() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut bar = OpDriver::default();
        bar.submit(1, order("tea", 2), &mut cx);
        assert_eq!(bar.poll_ready(&mut cx), ready(1, "tea"));
        assert!(bar.is_empty());
        assert_eq!(bar.poll_ready(&mut cx), Poll::Pending);
    }

    #[test]
    fn a_slow_order_holds_nobody_up() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut bar = OpDriver::default();
        bar.submit(7, order("espresso", 9), &mut cx);
        bar.submit(8, order("tea", 2), &mut cx);
        assert_eq!(bar.poll_ready(&mut cx), ready(8, "tea"));
        assert_eq!(bar.poll_ready(&mut cx), Poll::Pending);
        assert!(!bar.is_empty());
    }

    #[test]
    fn nothing_is_lost_when_several_are_ready() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut bar = OpDriver::default();
        for id in 0..5 {
            bar.submit(id, order("tea", 2), &mut cx);
        }
        let mut served = Vec::new();
        while let Poll::Ready((id, _)) = bar.poll_ready(&mut cx) {
            served.push(id);
        }
        served.sort();
        assert_eq!(served, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn every_kept_order_is_tried_with_the_waker() {
        let mut cx = Context::from_waker(Waker::noop());
        let mut bar = OpDriver::default();
        let tries = Rc::new(Cell::new(0));
        for id in 0..3 {
            let tries = Rc::clone(&tries);
            let never = std::future::poll_fn(move |_| {
                tries.set(tries.get() + 1);
                Poll::Pending
            });
            assert_eq!(bar.submit(id, Box::pin(never), &mut cx), None);
        }
        assert_eq!(tries.get(), 3);
        assert_eq!(bar.poll_ready(&mut cx), Poll::Pending);
        assert_eq!(tries.get(), 6);
    }
}
