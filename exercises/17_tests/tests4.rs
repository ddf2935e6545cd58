// An egg timer asks a clock for the time. Its tests cannot wait for minutes, so they
// need a clock that they can set. Let the timer take any clock: the real one in the
// program, a fake one in the tests.

use std::time::Instant;

trait Clock {
    /// Seconds since some moment that never changes.
    fn now(&self) -> u64;
}

struct RealClock {
    start: Instant,
}

impl Clock for RealClock {
    fn now(&self) -> u64 {
        self.start.elapsed().as_secs()
    }
}

// TODO: The real clock is built in. Make a place here for a clock of any type.
struct EggTimer {
    clock: RealClock,
    started: u64,
    seconds: u64,
}

// TODO: The same here. The parameter has to be a clock, or nobody could ask it for the time.
impl EggTimer {
    // TODO: Take the other type of clock here as well.
    fn start(clock: RealClock, seconds: u64) -> Self {
        let started = clock.now();
        Self {
            clock,
            started,
            seconds,
        }
    }

    /// How many seconds are left; none when the time is over.
    fn left(&self) -> u64 {
        // TODO: Leave this alone until a test of yours fails because of it.
        self.seconds - (self.clock.now() - self.started)
    }

    fn rings(&self) -> bool {
        self.left() == 0
    }
}

fn main() {
    let clock = RealClock {
        start: Instant::now(),
    };
    let timer = EggTimer::start(clock, 180);
    println!("{} s left, rings: {}", timer.left(), timer.rings());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A clock that stands still until a test sets it.
    struct FakeClock {
        time: u64,
    }

    impl Clock for FakeClock {
        fn now(&self) -> u64 {
            // TODO: What does this clock show?
            todo!()
        }
    }

    fn three_minutes() -> EggTimer<FakeClock> {
        EggTimer::start(FakeClock { time: 5000 }, 180)
    }

    #[test]
    fn at_the_start_all_seconds_are_left() {
        assert_eq!(three_minutes().left(), 180);
    }

    #[test]
    fn time_goes_by() {
        let mut timer = three_minutes();
        timer.clock.time += 30;
        assert_eq!(timer.left(), 150);
    }

    #[test]
    fn a_second_before_the_end_the_timer_is_silent() {
        // TODO: Set the clock, and claim what `left` and `rings` return.
        todo!()
    }

    #[test]
    fn at_the_end_the_timer_rings() {
        // TODO: The same at exactly three minutes.
        todo!()
    }

    #[test]
    fn an_hour_later_the_timer_still_rings() {
        // TODO: The same much later.
        todo!()
    }
}
