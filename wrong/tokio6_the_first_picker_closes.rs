// Mushroom pickers put their baskets on a bench that has only a few places; a weigher takes them
// from there. A full bench makes pickers wait, an empty one the weigher, and when the last picker
// has gone home the weigher may go too: a bounded channel. Its futures do not care who polls them.
// An executor of our own and the real Tokio run the same morning, with the same result.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::timeout;

/// The executor of the last exercise.
mod executor {
    use std::pin::Pin;
    use std::sync::mpsc::{self, Receiver, Sender};
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Wake, Waker};

    struct Task {
        future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
        queue: Sender<Arc<Task>>,
    }

    impl Wake for Task {
        fn wake(self: Arc<Self>) {
            let queue = self.queue.clone();
            queue.send(self).ok();
        }
    }

    pub struct Executor {
        queue: Sender<Arc<Task>>,
        ready: Receiver<Arc<Task>>,
    }

    impl Executor {
        pub fn new() -> Self {
            let (queue, ready) = mpsc::channel();
            Executor { queue, ready }
        }

        pub fn spawn(&self, future: impl Future<Output = ()> + Send + 'static) {
            let (future, queue) = (Mutex::new(Some(Box::pin(future) as _)), self.queue.clone());
            Arc::new(Task { future, queue }).wake();
        }

        /// Polls tasks until none of them can go on.
        pub fn run(&self) {
            for task in self.ready.try_iter() {
                let waker = Waker::from(Arc::clone(&task));
                let mut slot = task.future.lock().unwrap();
                if let Some(future) = slot.as_mut()
                    && future
                        .as_mut()
                        .poll(&mut Context::from_waker(&waker))
                        .is_ready()
                {
                    *slot = None;
                }
            }
        }
    }
}

mod channel {
    use std::collections::VecDeque;
    use std::future::poll_fn;
    use std::mem;
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Poll, Waker};

    struct Bench<T> {
        baskets: VecDeque<T>,
        places: usize,
        senders: usize,
        /// The weigher, waiting for a basket.
        receiver: Option<Waker>,
        /// Pickers who wait for a place.
        waiting: Vec<Waker>,
    }

    pub struct Sender<T>(Arc<Mutex<Bench<T>>>);

    pub struct Receiver<T>(Arc<Mutex<Bench<T>>>);

    pub fn channel<T>(places: usize) -> (Sender<T>, Receiver<T>) {
        let bench = Arc::new(Mutex::new(Bench {
            baskets: VecDeque::new(),
            places,
            senders: 1,
            receiver: None,
            waiting: Vec::new(),
        }));
        (Sender(Arc::clone(&bench)), Receiver(bench))
    }

    impl<T> Sender<T> {
        /// Waits for a free place and puts the basket there.
        pub async fn send(&self, basket: T) {
            let mut basket = Some(basket);
            // `poll_fn` makes a future of a closure: each poll calls it.
            poll_fn(|cx| self.poll_send(&mut basket, cx)).await;
        }

        fn poll_send(&self, basket: &mut Option<T>, cx: &mut Context<'_>) -> Poll<()> {
            let mut bench = self.0.lock().unwrap();
            if bench.baskets.len() == bench.places {
                bench.waiting.push(cx.waker().clone());
                return Poll::Pending;
            }
            bench.baskets.extend(basket.take());
            let receiver = bench.receiver.take();
            drop(bench);
            receiver.into_iter().for_each(Waker::wake);
            Poll::Ready(())
        }
    }

    impl<T> Clone for Sender<T> {
        fn clone(&self) -> Self {
            self.0.lock().unwrap().senders += 1;
            Sender(Arc::clone(&self.0))
        }
    }

    impl<T> Drop for Sender<T> {
        fn drop(&mut self) {
            let mut bench = self.0.lock().unwrap();
            bench.senders -= 1;
            // Nothing will come any more. A receiver that waits must be told, or it waits for ever.
            if bench.senders != 0
                && let Some(waker) = bench.receiver.take()
            {
                drop(bench);
                waker.wake();
            }
        }
    }

    impl<T> Receiver<T> {
        /// The next basket, or `None` when there is none and nobody who could bring one.
        pub async fn recv(&mut self) -> Option<T> {
            poll_fn(|cx| self.poll_recv(cx)).await
        }

        fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
            let mut bench = self.0.lock().unwrap();
            if let Some(basket) = bench.baskets.pop_front() {
                // All of them may try, the first gets the place. To wake only one is quicker, but
                // wrong if that one does not want it any more.
                let waiting = mem::take(&mut bench.waiting);
                drop(bench);
                waiting.into_iter().for_each(Waker::wake);
                Poll::Ready(Some(basket))
            } else if bench.senders == 0 {
                Poll::Ready(None)
            } else {
                bench.receiver = Some(cx.waker().clone());
                Poll::Pending
            }
        }
    }
}

use channel::channel;
use executor::Executor;

type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// The weigher's book: who brought which weights.
type Book = Arc<Mutex<BTreeMap<&'static str, Vec<u32>>>>;

/// A task for each picker and one for the weigher, to be run by whatever executor.
fn morning(places: usize, pickers: &[(&'static str, &[u32])]) -> (Vec<Task>, Book) {
    let (bench, mut baskets) = channel(places);
    let mut tasks: Vec<Task> = Vec::new();
    for &(name, weights) in pickers {
        let (bench, weights) = (bench.clone(), weights.to_vec());
        tasks.push(Box::pin(async move {
            for weight in weights {
                bench.send((name, weight)).await;
            }
        }));
    }
    let book = Book::default();
    let weigher = Arc::clone(&book);
    tasks.push(Box::pin(async move {
        while let Some((name, weight)) = baskets.recv().await {
            weigher
                .lock()
                .unwrap()
                .entry(name)
                .or_default()
                .push(weight);
        }
        weigher.lock().unwrap().insert("closed", vec![]);
    }));
    (tasks, book)
}

fn run_own(tasks: Vec<Task>) {
    let executor = Executor::new();
    tasks.into_iter().for_each(|task| executor.spawn(task));
    executor.run();
}

/// Runs the tasks with Tokio, and panics if one of them takes too long.
fn run_tokio(mut builder: Builder, tasks: Vec<Task>) {
    let runtime = builder.enable_time().build().unwrap();
    runtime.block_on(async {
        let handles: Vec<_> = tasks.into_iter().map(tokio::spawn).collect();
        for handle in handles {
            let end = timeout(Duration::from_secs(2), handle).await;
            end.expect("a task that waits for ever").unwrap();
        }
    });
}

fn main() {
    let pickers: [(_, &[_]); 3] = [
        ("Ada", &[700, 450, 820]),
        ("Bo", &[1200]),
        ("Cleo", &[90; 9]),
    ];
    for places in [1, 3] {
        let (tasks, book) = morning(places, &pickers);
        run_own(tasks);
        println!("{places} own executor: {:?}", book.lock().unwrap());
        let (tasks, book) = morning(places, &pickers);
        run_tokio(Builder::new_current_thread(), tasks);
        println!("{places} tokio, one thread: {:?}", book.lock().unwrap());
        let (tasks, book) = morning(places, &pickers);
        run_tokio(Builder::new_multi_thread(), tasks);
        println!("{places} tokio, threads: {:?}", book.lock().unwrap());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected(pickers: &[(&'static str, &[u32])]) -> BTreeMap<&'static str, Vec<u32>> {
        let weights = pickers
            .iter()
            .map(|&(name, weights)| (name, weights.to_vec()));
        weights
            .filter(|(_, weights)| !weights.is_empty())
            .chain([("closed", vec![])])
            .collect()
    }

    const PICKERS: [(&str, &[u32]); 4] = [
        ("Ada", &[700, 450]),
        ("Bo", &[1200; 20]),
        ("Cleo", &[]),
        ("Dan", &[1, 2, 3, 4, 5]),
    ];

    #[test]
    fn every_basket_is_weighed() {
        for places in 1..=4 {
            let (tasks, book) = morning(places, &PICKERS);
            run_own(tasks);
            assert_eq!(*book.lock().unwrap(), expected(&PICKERS), "{places} places");
        }
    }

    #[test]
    fn tokio_comes_to_the_same_result() {
        for builder in [Builder::new_current_thread(), Builder::new_multi_thread()] {
            let (tasks, book) = morning(2, &PICKERS);
            run_tokio(builder, tasks);
            assert_eq!(*book.lock().unwrap(), expected(&PICKERS));
        }
    }

    #[test]
    fn the_weigher_waits_for_the_first_picker() {
        let (mut tasks, book) = morning(2, &PICKERS);
        tasks.reverse();
        run_own(tasks);
        assert_eq!(*book.lock().unwrap(), expected(&PICKERS));
    }

    #[test]
    fn without_pickers_the_weigher_goes_home() {
        let (tasks, book) = morning(2, &[]);
        run_own(tasks);
        assert_eq!(*book.lock().unwrap(), expected(&[]));
    }

    #[test]
    fn a_full_bench_makes_the_picker_wait() {
        let (executor, sent) = (Executor::new(), Arc::new(Mutex::new(0)));
        let (bench, mut baskets) = channel(2);
        let count = Arc::clone(&sent);
        executor.spawn(async move {
            for weight in [10, 20, 30, 40] {
                bench.send(weight).await;
                *count.lock().unwrap() += 1;
            }
        });
        executor.run();
        assert_eq!(*sent.lock().unwrap(), 2);

        let taken = Arc::new(Mutex::new(None));
        let first = Arc::clone(&taken);
        executor.spawn(async move { *first.lock().unwrap() = baskets.recv().await });
        executor.run();
        assert_eq!(*taken.lock().unwrap(), Some(10));
        assert_eq!(*sent.lock().unwrap(), 3);
    }

    #[test]
    fn while_a_picker_is_there_the_weigher_stays() {
        let executor = Executor::new();
        let (bench, mut baskets) = channel::<u32>(1);
        let end = Arc::new(Mutex::new(None));
        let weigher = Arc::clone(&end);
        executor.spawn(async move { *weigher.lock().unwrap() = Some(baskets.recv().await) });
        executor.run();
        let other = bench.clone();
        drop(bench);
        executor.run();
        assert_eq!(*end.lock().unwrap(), None);
        drop(other);
        executor.run();
        assert_eq!(*end.lock().unwrap(), Some(None));
    }
}
