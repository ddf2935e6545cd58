// At a fireworks display each effect waits for its second. Nobody counts: the waiting timers stand
// in a list, the earliest first, and while no task can go on, the runtime sleeps until the earliest
// is due. Here the clock jumps there instead, so that a display of an hour is tested at once. Write
// a future that waits for its second, and the jump. `executor` is the last exercise's, in short.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

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
            // Without an executor nobody takes the task any more, and that is all right.
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

use executor::Executor;

#[derive(Default)]
struct Timers {
    /// In seconds since the beginning.
    now: u64,
    last_number: u64,
    /// By second and number. A `BTreeMap` keeps its keys in order: the earliest comes first.
    waiting: BTreeMap<(u64, u64), Waker>,
}

#[derive(Clone, Default)]
struct Clock(Arc<Mutex<Timers>>);

impl Clock {
    fn now(&self) -> u64 {
        self.0.lock().unwrap().now
    }

    /// A future that is ready in so many seconds from now.
    fn sleep(&self, seconds: u64) -> Sleep {
        let mut timers = self.0.lock().unwrap();
        timers.last_number += 1;
        let key = (timers.now + seconds, timers.last_number);
        let clock = self.clone();
        Sleep { clock, key }
    }

    /// Goes to the second of the earliest timer and wakes whoever waits for that second. False if
    /// nobody waits.
    fn jump(&self) -> bool {
        let mut timers = self.0.lock().unwrap();
        let Some((&(second, _), _)) = timers.waiting.first_key_value() else {
            return false;
        };
        timers.now = second;
        let mut due = Vec::new();
        while let Some(first) = timers.waiting.first_entry()
            && first.key().0 == second
        {
            due.push(first.remove());
        }
        // Free the clock first: who is woken may look at it.
        drop(timers);
        due.into_iter().for_each(Waker::wake);
        true
    }
}

struct Sleep {
    clock: Clock,
    /// The second to wait for, and a number that no other timer has.
    key: (u64, u64),
}

impl Future for Sleep {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut timers = self.clock.0.lock().unwrap();
        if timers.now >= self.key.0 {
            return Poll::Ready(());
        }
        // The same key again replaces the waker of an earlier poll.
        cx.waker().wake_by_ref();
        timers.waiting.insert(self.key, cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Sleep {
    /// Nobody waits for a timer that is gone.
    fn drop(&mut self) {
        self.clock.0.lock().unwrap().waiting.remove(&self.key);
    }
}

/// Runs the tasks, and lets time pass whenever none of them can go on.
fn run(executor: &Executor, clock: &Clock) {
    executor.run();
    while clock.jump() {
        executor.run();
    }
}

fn main() {
    let (executor, clock) = (Executor::new(), Clock::default());
    for (effect, seconds) in [("willow", 300), ("comet", 5), ("peony", 60)] {
        let clock = clock.clone();
        executor.spawn(async move {
            clock.sleep(seconds).await;
            println!("second {}: {effect}", clock.now());
        });
    }
    run(&executor, &clock);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::Wake;

    type Log = Arc<Mutex<Vec<(u64, &'static str)>>>;

    /// Fires at each of the pauses, one after the other.
    fn fire(executor: &Executor, clock: &Clock, log: &Log, effect: &'static str, pauses: &[u64]) {
        let (clock, log, pauses) = (clock.clone(), Arc::clone(log), pauses.to_vec());
        executor.spawn(async move {
            for pause in pauses {
                clock.sleep(pause).await;
                log.lock().unwrap().push((clock.now(), effect));
            }
        });
    }

    /// A waker that counts, as an executor would be woken.
    #[derive(Default)]
    struct Count(Mutex<u32>);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            *self.0.lock().unwrap() += 1;
        }
    }

    impl Count {
        fn poll(self: &Arc<Self>, sleep: &mut Sleep) -> Poll<()> {
            let waker = Waker::from(Arc::clone(self));
            Pin::new(sleep).poll(&mut Context::from_waker(&waker))
        }

        fn wakes(&self) -> u32 {
            *self.0.lock().unwrap()
        }
    }

    #[test]
    fn the_earliest_comes_first() {
        let (executor, clock, log) = (Executor::new(), Clock::default(), Log::default());
        fire(&executor, &clock, &log, "willow", &[300]);
        fire(&executor, &clock, &log, "comet", &[5]);
        fire(&executor, &clock, &log, "peony", &[60]);
        run(&executor, &clock);
        assert_eq!(
            *log.lock().unwrap(),
            [(5, "comet"), (60, "peony"), (300, "willow")]
        );
    }

    #[test]
    fn pauses_of_one_task_add_up_and_those_of_two_overlap() {
        let (executor, clock, log) = (Executor::new(), Clock::default(), Log::default());
        fire(&executor, &clock, &log, "comet", &[10, 10, 10]);
        fire(&executor, &clock, &log, "peony", &[15, 12]);
        run(&executor, &clock);
        let times = [
            (10, "comet"),
            (15, "peony"),
            (20, "comet"),
            (27, "peony"),
            (30, "comet"),
        ];
        assert_eq!(*log.lock().unwrap(), times);
        assert_eq!(clock.now(), 30);
    }

    #[test]
    fn no_time_is_no_wait() {
        let (executor, clock, log) = (Executor::new(), Clock::default(), Log::default());
        fire(&executor, &clock, &log, "comet", &[0, 0]);
        executor.run();
        assert_eq!(*log.lock().unwrap(), [(0, "comet"), (0, "comet")]);
        assert!(!clock.jump());
    }

    #[test]
    fn a_jump_wakes_all_that_are_due_and_no_other() {
        let clock = Clock::default();
        let (due, later) = (Arc::new(Count::default()), Arc::new(Count::default()));
        let (mut one, mut two, mut late) = (clock.sleep(7), clock.sleep(7), clock.sleep(8));
        assert!(due.poll(&mut one).is_pending());
        assert!(due.poll(&mut two).is_pending());
        assert!(later.poll(&mut late).is_pending());
        assert!(clock.jump());
        assert_eq!((due.wakes(), later.wakes(), clock.now()), (2, 0, 7));
        assert!(due.poll(&mut one).is_ready() && due.poll(&mut two).is_ready());
        assert!(later.poll(&mut late).is_pending());
    }

    #[test]
    fn a_timer_polled_twice_wakes_the_last_who_asked() {
        let clock = Clock::default();
        let (first, last) = (Arc::new(Count::default()), Arc::new(Count::default()));
        let mut sleep = clock.sleep(7);
        assert!(first.poll(&mut sleep).is_pending());
        assert!(last.poll(&mut sleep).is_pending());
        assert!(clock.jump());
        assert_eq!((first.wakes(), last.wakes()), (0, 1));
        assert!(!clock.jump());
    }

    #[test]
    fn a_timer_that_is_gone_holds_nobody_up() {
        let clock = Clock::default();
        let count = Arc::new(Count::default());
        let (mut gone, mut kept) = (clock.sleep(7), clock.sleep(9));
        assert!(count.poll(&mut gone).is_pending());
        assert!(count.poll(&mut kept).is_pending());
        drop(gone);
        assert!(clock.jump());
        assert_eq!((clock.now(), count.wakes()), (9, 1));
    }

    /// Looks at the clock in the very moment in which it is woken.
    struct Hasty(Clock, Mutex<Option<u64>>);

    impl Wake for Hasty {
        fn wake(self: Arc<Self>) {
            *self.1.lock().unwrap() = self.0.0.try_lock().ok().map(|timers| timers.now);
        }
    }

    #[test]
    fn who_is_woken_can_read_the_clock() {
        let clock = Clock::default();
        let hasty = Arc::new(Hasty(clock.clone(), Mutex::new(None)));
        let waker = Waker::from(Arc::clone(&hasty));
        let mut sleep = clock.sleep(7);
        assert!(
            Pin::new(&mut sleep)
                .poll(&mut Context::from_waker(&waker))
                .is_pending()
        );
        clock.jump();
        assert_eq!(*hasty.1.lock().unwrap(), Some(7));
    }
}
