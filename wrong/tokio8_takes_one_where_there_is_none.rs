// In an oyster shed each worker opens the oysters of a heap of their own; new baskets come to the
// landing, for whoever has nothing to do. Who finds nothing there takes half of a neighbour's heap,
// so that nobody stands idle while others have plenty. Tokio's threads share out their tasks in
// this way. Write where the next one comes from, and the theft; the threads are ready.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Wake, Waker};
use std::thread;

struct Shed<T> {
    landing: Mutex<VecDeque<T>>,
    heaps: Vec<Mutex<VecDeque<T>>>,
}

impl<T> Shed<T> {
    fn new(workers: usize) -> Self {
        Shed {
            landing: Mutex::new(VecDeque::new()),
            heaps: (0..workers).map(|_| Mutex::default()).collect(),
        }
    }

    /// The next one for a worker: from the own heap, else from the landing, else from a neighbour's
    /// heap, beginning with the neighbour who comes next. All are taken from the front.
    fn next(&self, me: usize) -> Option<T> {
        // A statement of its own: the lock of the heap is free again when `steal` wants it.
        let own = self.heaps[me].lock().unwrap().pop_front();
        let neighbours = (me + 1..self.heaps.len()).chain(0..me);
        own.or_else(|| self.landing.lock().unwrap().pop_front())
            .or_else(|| neighbours.into_iter().find_map(|from| self.steal(from, me)))
    }

    /// Takes the front half of a heap, the bigger one if its number is odd. Gives the first of it
    /// and puts the others on the own heap.
    fn steal(&self, from: usize, me: usize) -> Option<T> {
        // Never two locks at once: two workers who steal from each other would wait for ever.
        let mut taken: VecDeque<T> = {
            let mut heap = self.heaps[from].lock().unwrap();
            let half = heap.len() / 2 + 1;
            heap.drain(..half).collect()
        };
        let first = taken.pop_front();
        self.heaps[me].lock().unwrap().extend(taken);
        first
    }
}

type BoxFuture = Pin<Box<dyn Future<Output = ()> + Send>>;

struct Task {
    future: Mutex<Option<BoxFuture>>,
    pool: Arc<Pool>,
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        let pool = Arc::clone(&self.pool);
        pool.shed.landing.lock().unwrap().push_back(self);
        pool.ring(0);
    }
}

/// What the workers have to know before they rest.
struct Board {
    unfinished: usize,
    /// Counts whatever has happened. Who searched in vain rests only while this stays the same.
    changes: u64,
}

struct Pool {
    shed: Shed<Arc<Task>>,
    board: Mutex<Board>,
    bell: Condvar,
}

impl Pool {
    /// Writes down that so many tasks are finished, and gets everybody up.
    fn ring(&self, finished: usize) {
        let mut board = self.board.lock().unwrap();
        board.unfinished -= finished;
        board.changes += 1;
        self.bell.notify_all();
    }

    fn work(&self, me: usize) {
        loop {
            let seen = self.board.lock().unwrap().changes;
            if let Some(task) = self.shed.next(me) {
                self.poll(task);
                continue;
            }
            let board = self.board.lock().unwrap();
            if board.unfinished == 0 {
                return;
            }
            let rest = |board: &mut Board| board.changes == seen;
            drop(self.bell.wait_while(board, rest).unwrap());
        }
    }

    fn poll(&self, task: Arc<Task>) {
        let waker = Waker::from(Arc::clone(&task));
        let mut slot = task.future.lock().unwrap();
        if let Some(future) = slot.as_mut()
            && future
                .as_mut()
                .poll(&mut Context::from_waker(&waker))
                .is_ready()
        {
            *slot = None;
            self.ring(1);
        }
    }
}

/// Runs the tasks on so many threads. At the beginning, all lie on the heap of the first.
fn run(workers: usize, futures: Vec<BoxFuture>) {
    let (unfinished, changes) = (futures.len(), 0);
    let pool = Arc::new(Pool {
        shed: Shed::new(workers),
        board: Mutex::new(Board {
            unfinished,
            changes,
        }),
        bell: Condvar::new(),
    });
    pool.shed.heaps[0]
        .lock()
        .unwrap()
        .extend(futures.into_iter().map(|future| {
            let (future, pool) = (Mutex::new(Some(future)), Arc::clone(&pool));
            Arc::new(Task { future, pool })
        }));
    thread::scope(|scope| {
        for me in 0..workers {
            let pool = &pool;
            scope.spawn(move || pool.work(me));
        }
    });
}

fn main() {
    let opened = Arc::new(Mutex::new(0));
    let oyster = |_| -> BoxFuture {
        let opened = Arc::clone(&opened);
        Box::pin(async move { *opened.lock().unwrap() += 1 })
    };
    run(3, (0..100).map(oyster).collect());
    println!("{} oysters opened", opened.lock().unwrap());
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::poll_fn;
    use std::sync::mpsc;
    use std::task::Poll;
    use std::time::Duration;

    /// A shed with these heaps, and this on the landing.
    fn shed<const N: usize>(heaps: [&[u32]; N], landing: &[u32]) -> Shed<u32> {
        let shed = Shed::new(N);
        shed.landing.lock().unwrap().extend(landing);
        for (heap, oysters) in shed.heaps.iter().zip(heaps) {
            heap.lock().unwrap().extend(oysters);
        }
        shed
    }

    fn heaps(shed: &Shed<u32>) -> Vec<Vec<u32>> {
        let heaps = shed.heaps.iter().map(|heap| heap.lock().unwrap().clone());
        heaps.map(Vec::from).collect()
    }

    #[test]
    fn the_own_heap_comes_first() {
        let shed = shed([&[1, 2], &[5]], &[9]);
        assert_eq!(shed.next(0), Some(1));
        assert_eq!(heaps(&shed), [vec![2], vec![5]]);
    }

    #[test]
    fn the_landing_comes_before_the_neighbours() {
        let shed = shed([&[], &[5]], &[8, 9]);
        assert_eq!((shed.next(0), shed.next(0)), (Some(8), Some(9)));
        assert_eq!(heaps(&shed), [vec![], vec![5]]);
    }

    #[test]
    fn half_of_a_neighbours_heap_is_taken_from_the_front() {
        let shed = shed([&[], &[1, 2, 3, 4, 5, 6]], &[]);
        assert_eq!(shed.next(0), Some(1));
        assert_eq!(heaps(&shed), [vec![2, 3], vec![4, 5, 6]]);
    }

    #[test]
    fn of_an_odd_heap_the_bigger_half_is_taken() {
        let shed = shed([&[1, 2, 3, 4, 5], &[]], &[]);
        assert_eq!(shed.next(1), Some(1));
        assert_eq!(heaps(&shed), [vec![4, 5], vec![2, 3]]);
    }

    #[test]
    fn a_single_oyster_is_taken_too() {
        let shed = shed([&[], &[7]], &[]);
        assert_eq!(shed.next(0), Some(7));
        assert_eq!(heaps(&shed), [vec![], vec![]]);
    }

    #[test]
    fn the_next_neighbour_with_a_heap_is_robbed() {
        let all = shed([&[1], &[2], &[], &[4]], &[]);
        assert_eq!(all.next(2), Some(4));
        assert_eq!(all.next(2), Some(1));
        assert_eq!(all.next(2), Some(2));
        let last = shed([&[], &[2], &[3]], &[]);
        assert_eq!(last.next(0), Some(2));
    }

    #[test]
    fn when_all_is_opened_there_is_nothing() {
        assert_eq!(shed([&[], &[], &[]], &[]).next(1), None);
        assert_eq!(shed([&[]], &[]).next(0), None);
    }

    /// A task that lets others go first so many times, then counts itself.
    fn task(pauses: u32, finished: &Arc<Mutex<u32>>) -> BoxFuture {
        let (mut left, finished) = (pauses, Arc::clone(finished));
        Box::pin(poll_fn(move |cx| {
            if left == 0 {
                *finished.lock().unwrap() += 1;
                return Poll::Ready(());
            }
            left -= 1;
            cx.waker().wake_by_ref();
            Poll::Pending
        }))
    }

    #[test]
    fn every_task_is_finished_once() {
        for workers in 1..=4 {
            let finished = Arc::default();
            run(workers, (0..200).map(|n| task(n % 5, &finished)).collect());
            assert_eq!(*finished.lock().unwrap(), 200);
        }
    }

    #[test]
    fn a_task_behind_a_busy_worker_is_done_by_another() {
        let (call, hear) = mpsc::channel();
        let heard = Arc::new(Mutex::new(false));
        let busy = Arc::clone(&heard);
        // Keeps its whole thread waiting, as a task should never do.
        let wait = async move {
            let end = hear.recv_timeout(Duration::from_secs(2));
            *busy.lock().unwrap() = end.is_ok();
        };
        run(
            2,
            vec![
                Box::pin(wait),
                Box::pin(async move { call.send(()).unwrap_or_default() }),
            ],
        );
        assert!(*heard.lock().unwrap(), "nobody took the second task");
    }
}
