// A bakery's working day. What has been begun is finished at once, then the oven timer that rings
// next is served, and so on; between two timers nothing happens, and the clock jumps. The day ends
// when nothing is left that anybody waits for. The radio, which is switched on every hour, is an
// unref'd timer: it rings if the day is long enough, but keeps nobody in the shop.

use std::collections::{BTreeMap, VecDeque};

type Job = Box<dyn FnOnce(&mut EventLoop)>;

struct Timer {
    job: Job,
    keeps_alive: bool,
}

#[derive(Default)]
struct EventLoop {
    minute: u32,
    microtasks: VecDeque<Job>,
    /// By minute, and by the order in which they were set.
    timers: BTreeMap<(u32, u32), Timer>,
    set_so_far: u32,
    diary: Vec<String>,
}

impl EventLoop {
    fn note(&mut self, what: &str) {
        self.diary.push(format!("{} {what}", self.minute));
    }

    /// A job that is to be done as soon as the one at hand is finished.
    fn queue(&mut self, job: impl FnOnce(&mut EventLoop) + 'static) {
        self.microtasks.push_back(Box::new(job));
    }

    /// A job for later. If `keeps_alive` is false, the loop does not wait for it.
    fn timer(
        &mut self,
        minutes: u32,
        keeps_alive: bool,
        job: impl FnOnce(&mut EventLoop) + 'static,
    ) {
        let key = (self.minute + minutes, self.set_so_far);
        self.set_so_far += 1;
        let job = Box::new(job);
        self.timers.insert(key, Timer { job, keeps_alive });
    }

    /// Does the jobs that are queued, and those that they queue, until none is left.
    fn run_microtasks(&mut self) {
        // One at a time: the queue is not borrowed while the job runs, and may grow meanwhile.
        while let Some(job) = self.microtasks.pop_front() {
            job(self);
        }
    }

    /// Runs until nothing is left that keeps the loop alive.
    fn run(&mut self) {
        self.run_microtasks();
        self.timers.retain(|_, timer| timer.keeps_alive);
        while self.timers.values().any(|timer| timer.keeps_alive)
            && let Some((key, timer)) = self.timers.pop_first()
        {
            self.minute = key.0;
            (timer.job)(self);
            // Before the next timer, even if that one rings in the same minute.
            self.run_microtasks();
        }
    }
}

fn main() {
    let mut day = EventLoop::default();
    for hour in 1..=3 {
        day.timer(60 * hour, false, |day| day.note("radio"));
    }
    day.timer(90, true, |day| {
        day.note("bread is done");
        day.queue(|day| day.note("bread on the shelf"));
    });
    day.queue(|day| day.note("knead"));
    day.run();
    println!("{}", day.diary.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_are_done_in_their_order() {
        let mut day = EventLoop::default();
        day.queue(|day| day.note("knead"));
        day.queue(|day| day.note("shape"));
        day.run();
        assert_eq!(day.diary, ["0 knead", "0 shape"]);
    }

    #[test]
    fn a_job_may_bring_others() {
        let mut day = EventLoop::default();
        day.queue(|day| {
            day.note("knead");
            day.queue(|day| {
                day.note("shape");
                day.queue(|day| day.note("dust"));
            });
        });
        day.queue(|day| day.note("sweep"));
        day.run();
        assert_eq!(day.diary, ["0 knead", "0 sweep", "0 shape", "0 dust"]);
    }

    #[test]
    fn timers_ring_by_the_clock() {
        let mut day = EventLoop::default();
        day.timer(40, true, |day| day.note("rye"));
        day.timer(15, true, |day| day.note("rolls"));
        day.timer(40, true, |day| day.note("spelt"));
        day.run();
        assert_eq!(day.diary, ["15 rolls", "40 rye", "40 spelt"]);
    }

    #[test]
    fn jobs_come_before_the_next_timer_even_in_the_same_minute() {
        let mut day = EventLoop::default();
        day.timer(15, true, |day| {
            day.note("rolls");
            day.queue(|day| day.note("shelf"));
        });
        day.timer(15, true, |day| day.note("rye"));
        day.run();
        assert_eq!(day.diary, ["15 rolls", "15 shelf", "15 rye"]);
    }

    #[test]
    fn a_timer_counts_from_where_it_is_set() {
        let mut day = EventLoop::default();
        day.timer(20, true, |day| {
            day.timer(20, true, |day| day.note("second batch"));
        });
        day.run();
        assert_eq!(day.diary, ["40 second batch"]);
    }

    #[test]
    fn the_radio_alone_keeps_nobody() {
        let mut day = EventLoop::default();
        day.timer(60, false, |day| day.note("radio"));
        day.run();
        assert!(day.diary.is_empty());
        assert_eq!(day.minute, 0);
    }

    #[test]
    fn the_radio_plays_while_the_oven_is_on() {
        let mut day = EventLoop::default();
        for hour in 1..=9 {
            day.timer(60 * hour, false, |day| day.note("radio"));
        }
        day.timer(130, true, |day| day.note("bread"));
        day.run();
        assert_eq!(day.diary, ["60 radio", "120 radio", "130 bread"]);
    }

    #[test]
    fn a_last_job_may_keep_the_day_going() {
        let mut day = EventLoop::default();
        day.timer(10, true, |day| {
            day.queue(|day| day.timer(5, true, |day| day.note("cake")));
        });
        day.timer(60, false, |day| day.note("radio"));
        day.run();
        assert_eq!(day.diary, ["15 cake"]);
    }
}
