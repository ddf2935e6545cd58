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

// A seam: here one part can be taken out and another put in. With clock: Box<dyn Clock> it
// would do as well, but then the tests could not reach the time in their fake so easily.
struct EggTimer<C> {
    clock: C,
    started: u64,
    seconds: u64,
}

impl<C: Clock> EggTimer<C> {
    fn start(clock: C, seconds: u64) -> Self {
        let started = clock.now();
        Self {
            clock,
            started,
            seconds,
        }
    }

    /// How many seconds are left; none when the time is over.
    fn left(&self) -> u64 {
        // A plain minus overflows as soon as the time is over. No test could have waited for
        // that with the real clock.
        let gone = self.clock.now() - self.started;
        self.seconds.saturating_sub(gone)
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
            self.time
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
        let mut timer = three_minutes();
        timer.clock.time += 179;
        assert_eq!(timer.left(), 1);
        assert!(!timer.rings());
    }

    #[test]
    fn at_the_end_the_timer_rings() {
        let mut timer = three_minutes();
        timer.clock.time += 180;
        assert_eq!(timer.left(), 0);
        assert!(timer.rings());
    }

    #[test]
    fn an_hour_later_the_timer_still_rings() {
        let mut timer = three_minutes();
        timer.clock.time += 3600;
        assert_eq!(timer.left(), 0);
        assert!(timer.rings());
    }
}
