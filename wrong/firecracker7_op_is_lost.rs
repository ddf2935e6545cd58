// Many guests share one disk, and none may take it all. A bucket holds tokens; whoever wants to
// transfer bytes takes that many out, and the bucket fills again as time goes by. What the
// time is, the caller says, so that tests need not wait. To do: fill and take, without losing
// a fraction of a token, and a limiter with two buckets that takes from both or from none.

use std::time::Duration;

#[derive(Clone, Debug, PartialEq)]
struct Bucket {
    size: u64,
    /// How long an empty bucket takes to be full.
    refill: Duration,
    /// Extra tokens for the beginning; they do not come back.
    burst: u64,
    budget: u64,
    /// Up to this time all tokens have been filled in.
    filled: Duration,
}

impl Bucket {
    /// A full bucket, or none if there is nothing to limit.
    fn new(size: u64, burst: u64, refill: Duration, now: Duration) -> Option<Bucket> {
        (size != 0 && refill != Duration::ZERO).then_some(Bucket {
            size,
            refill,
            burst,
            budget: size,
            filled: now,
        })
    }

    fn fill(&mut self, now: Duration) {
        let passed = now.saturating_sub(self.filled);
        if passed >= self.refill {
            self.budget = self.size;
            self.filled = now;
            return;
        }
        let (size, refill) = (u128::from(self.size), self.refill.as_nanos());
        // Less than `size`, so it fits into 64 bits again.
        let tokens = passed.as_nanos() * size / refill;
        let took = (tokens * refill).div_ceil(size);
        self.filled += Duration::from_nanos(took as u64);
        self.budget = self.size.min(self.budget + tokens as u64);
    }

    fn take(&mut self, tokens: u64, now: Duration) -> bool {
        self.fill(now);
        let from_burst = self.burst.min(tokens);
        let Some(budget) = self.budget.checked_sub(tokens - from_burst) else {
            return false;
        };
        self.burst -= from_burst;
        self.budget = budget;
        true
    }
}

/// Limits bytes and requests; without a bucket there is no limit.
#[derive(Debug, Default)]
struct RateLimiter {
    bytes: Option<Bucket>,
    ops: Option<Bucket>,
}

impl RateLimiter {
    fn allow(&mut self, bytes: u64, now: Duration) -> bool {
        // Also good: keep the `ops`, and put one token back if `bytes` refuses.
        let ops = self.ops.clone();
        if !self.ops.as_mut().is_none_or(|bucket| bucket.take(1, now)) {
            return false;
        }
        if !self
            .bytes
            .as_mut()
            .is_none_or(|bucket| bucket.take(bytes, now))
        {
            return false;
        }
        self.ops = ops;
        true
    }
}

fn main() {
    let second = Duration::from_secs(1);
    let mut limiter = RateLimiter {
        bytes: Bucket::new(4096, 8192, second, Duration::ZERO),
        ops: Bucket::new(10, 0, second, Duration::ZERO),
    };
    for millis in [0, 1, 2, 3, 500, 900, 1900] {
        let now = Duration::from_millis(millis);
        println!("{millis:4} ms: {}", limiter.allow(4096, now));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// Ten tokens, full again after a second.
    fn bucket(burst: u64) -> Bucket {
        Bucket::new(10, burst, at(1000), at(0)).unwrap()
    }

    #[test]
    fn a_bucket_starts_full_and_can_be_emptied() {
        let mut bucket = bucket(0);
        assert!(!bucket.take(11, at(0)));
        assert!(bucket.take(10, at(0)));
        assert!(!bucket.take(1, at(0)));
        assert!(bucket.take(0, at(0)));
    }

    #[test]
    fn tokens_come_back_with_time() {
        let mut bucket = bucket(0);
        assert!(bucket.take(10, at(0)));
        assert!(!bucket.take(1, at(99)));
        assert!(bucket.take(1, at(100)));
        assert!(!bucket.take(5, at(599)));
        assert!(bucket.take(5, at(600)));
    }

    #[test]
    fn more_than_the_bucket_holds_does_not_come() {
        let mut bucket = bucket(0);
        assert!(bucket.take(4, at(0)));
        assert!(!bucket.take(11, at(900)));
        assert_eq!(bucket.budget, 10);
        assert!(bucket.take(10, at(5000)));
        assert!(!bucket.take(1, at(5000)));
    }

    #[test]
    fn a_full_refill_takes_exactly_its_time() {
        let mut bucket = bucket(0);
        assert!(bucket.take(10, at(0)));
        assert!(!bucket.take(10, at(999)));
        let mut again = Bucket {
            filled: at(0),
            budget: 0,
            ..bucket
        };
        again.fill(at(1000));
        assert_eq!((again.budget, again.filled), (10, at(1000)));
    }

    #[test]
    fn fractions_are_not_lost() {
        let mut bucket = bucket(0);
        assert!(bucket.take(10, at(0)));
        // Asked every 30 ms; a token takes 100.
        let taken = (1..=100).filter(|n| bucket.take(1, at(30 * n))).count();
        assert_eq!(taken, 30);
    }

    #[test]
    fn a_part_of_a_nanosecond_is_not_counted_twice() {
        let mut bucket = Bucket::new(3, 0, Duration::from_nanos(10), at(0)).unwrap();
        bucket.budget = 0;
        bucket.fill(Duration::from_nanos(4));
        assert_eq!((bucket.budget, bucket.filled), (1, Duration::from_nanos(4)));
        bucket.fill(Duration::from_nanos(7));
        assert_eq!(bucket.budget, 1);
    }

    #[test]
    fn the_burst_is_used_first_and_only_once() {
        let mut bucket = bucket(15);
        assert!(bucket.take(12, at(0)));
        assert_eq!((bucket.burst, bucket.budget), (3, 10));
        assert!(!bucket.take(14, at(0)));
        assert_eq!((bucket.burst, bucket.budget), (3, 10));
        assert!(bucket.take(13, at(0)));
        assert!(bucket.take(10, at(1000)));
        assert!(!bucket.take(1, at(1000)));
    }

    #[test]
    fn large_numbers_do_not_overflow() {
        let hour = Duration::from_secs(3600);
        let mut bucket = Bucket::new(u64::MAX, 0, hour, at(0)).unwrap();
        assert!(bucket.take(u64::MAX, at(0)));
        assert!(bucket.take(u64::MAX / 2, hour / 2));
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing() {
        let mut bucket = Bucket::new(10, 0, at(1000), at(5000)).unwrap();
        assert!(bucket.take(10, at(5000)));
        assert!(!bucket.take(1, at(3000)));
    }

    #[test]
    fn nothing_to_limit_is_no_bucket() {
        assert_eq!(Bucket::new(0, 5, at(1), at(0)), None);
        assert_eq!(Bucket::new(5, 5, at(0), at(0)), None);
        let mut free = RateLimiter::default();
        assert!(free.allow(u64::MAX, at(0)));
    }

    #[test]
    fn a_request_that_is_refused_costs_nothing() {
        let bytes = Bucket::new(1000, 0, at(1000), at(0));
        let ops = Bucket::new(2, 0, at(1000), at(0));
        let mut limiter = RateLimiter { bytes, ops };
        for _ in 0..5 {
            assert!(!limiter.allow(1001, at(0)));
        }
        assert!(limiter.allow(500, at(0)));
        assert!(limiter.allow(400, at(0)));
        assert!(!limiter.allow(100, at(0)));
        assert_eq!(limiter.bytes.map(|bucket| bucket.budget), Some(100));
    }
}
