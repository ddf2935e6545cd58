// A customer of a watchmaker could come by every hour and ask. It is better to leave a telephone
// number: the watchmaker rings when the watch is ready, and the customer comes once. In async Rust
// that number is a `Waker`. It comes along with each poll, and whoever answers `Pending` must keep
// it, and wake it when things have changed. Make the telephone a waker, keep the number, and ring.

use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

/// A telephone at the customer's. It counts how often it rang.
#[derive(Default)]
struct Telephone {
    rings: Mutex<u32>,
}

// A waker can be cloned and handed to any thread, hence the `Arc`. What `wake` does is the
// executor's affair: here it counts, in the next exercises it makes somebody poll again.
impl Wake for Telephone {
    fn wake(self: Arc<Self>) {
        *self.rings.lock().unwrap() += 1;
    }
}

/// What lies between the watchmaker and the customer.
#[derive(Default)]
struct Bench {
    price: Option<u32>,
    number: Option<Waker>,
}

/// The customer's half: a future that gives the price once the watch is ready.
struct Receipt(Arc<Mutex<Bench>>);

impl Future for Receipt {
    type Output = u32;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u32> {
        let mut bench = self.0.lock().unwrap();
        if bench.price.is_none() {
            // The newest number counts: the future may have moved to another executor meanwhile.
            bench.number = Some(cx.waker().clone());
        }
        bench.price.map_or(Poll::Pending, Poll::Ready)
    }
}

/// The watchmaker's half.
struct Workshop(Arc<Mutex<Bench>>);

impl Workshop {
    fn finish(self, price: u32) {
        // The lock is given back at the end of the block, before the telephone rings: a waker may
        // poll at once, and then the bench has to be free.
        let number = {
            let mut bench = self.0.lock().unwrap();
            bench.price = Some(price);
            bench.number.take()
        };
        if let Some(waker) = number {
            waker.wake();
        }
    }
}

fn bring_in() -> (Workshop, Receipt) {
    let bench = Arc::new(Mutex::new(Bench::default()));
    (Workshop(Arc::clone(&bench)), Receipt(bench))
}

fn main() {
    let telephone = Arc::new(Telephone::default());
    let waker = Waker::from(Arc::clone(&telephone));
    let mut cx = Context::from_waker(&waker);
    let (workshop, receipt) = bring_in();
    let mut receipt = pin!(receipt);
    println!("asked: {:?}", receipt.as_mut().poll(&mut cx));
    workshop.finish(85);
    println!("it rang {} times", telephone.rings.lock().unwrap());
    println!("asked: {:?}", receipt.as_mut().poll(&mut cx));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(receipt: &mut Receipt, telephone: &Arc<Telephone>) -> Poll<u32> {
        let waker = Waker::from(Arc::clone(telephone));
        Pin::new(receipt).poll(&mut Context::from_waker(&waker))
    }

    fn rings(telephone: &Telephone) -> u32 {
        *telephone.rings.lock().unwrap()
    }

    #[test]
    fn a_telephone_rings_as_often_as_it_is_woken() {
        let telephone = Arc::new(Telephone::default());
        let waker = Waker::from(Arc::clone(&telephone));
        waker.wake_by_ref();
        waker.wake();
        assert_eq!(rings(&telephone), 2);
    }

    #[test]
    fn nobody_rings_before_the_watch_is_ready() {
        let telephone = Arc::default();
        let (_workshop, mut receipt) = bring_in();
        assert_eq!(ask(&mut receipt, &telephone), Poll::Pending);
        assert_eq!(ask(&mut receipt, &telephone), Poll::Pending);
        assert_eq!(rings(&telephone), 0);
    }

    #[test]
    fn who_asked_often_is_rung_once() {
        let telephone = Arc::default();
        let (workshop, mut receipt) = bring_in();
        assert!(ask(&mut receipt, &telephone).is_pending());
        assert!(ask(&mut receipt, &telephone).is_pending());
        workshop.finish(85);
        assert_eq!(rings(&telephone), 1);
        assert_eq!(ask(&mut receipt, &telephone), Poll::Ready(85));
        assert_eq!(rings(&telephone), 1);
    }

    #[test]
    fn the_newest_number_is_rung() {
        let (home, office) = (Arc::default(), Arc::default());
        let (workshop, mut receipt) = bring_in();
        assert!(ask(&mut receipt, &home).is_pending());
        assert!(ask(&mut receipt, &office).is_pending());
        workshop.finish(85);
        assert_eq!((rings(&home), rings(&office)), (0, 1));
    }

    #[test]
    fn who_comes_late_finds_the_watch_ready() {
        let telephone = Arc::default();
        let (workshop, mut receipt) = bring_in();
        workshop.finish(40);
        assert_eq!(ask(&mut receipt, &telephone), Poll::Ready(40));
        assert_eq!(rings(&telephone), 0);
    }

    /// Whether the bench was free, and the price on it, when the telephone rang.
    struct Hasty(Arc<Mutex<Bench>>, Mutex<Option<u32>>);

    impl Wake for Hasty {
        fn wake(self: Arc<Self>) {
            *self.1.lock().unwrap() = self.0.try_lock().ok().and_then(|bench| bench.price);
        }
    }

    #[test]
    fn who_comes_at_the_first_ring_finds_a_free_bench_and_the_price() {
        let (workshop, mut receipt) = bring_in();
        let hasty = Arc::new(Hasty(Arc::clone(&receipt.0), Mutex::new(None)));
        let waker = Waker::from(Arc::clone(&hasty));
        assert!(
            Pin::new(&mut receipt)
                .poll(&mut Context::from_waker(&waker))
                .is_pending()
        );
        workshop.finish(85);
        assert_eq!(*hasty.1.lock().unwrap(), Some(85));
    }

    #[test]
    fn the_number_is_torn_up_after_the_call() {
        let telephone = Arc::default();
        let (workshop, mut receipt) = bring_in();
        assert!(ask(&mut receipt, &telephone).is_pending());
        workshop.finish(85);
        assert!(receipt.0.lock().unwrap().number.is_none());
    }
}
