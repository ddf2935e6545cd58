// A valve must never be set above its limit: the program stops rather than do that. A
// test can expect such a panic. And where a test needs results, it can use `?` as other
// functions do, and fail with the error.

struct Valve {
    limit: u32,
    millibars: u32,
}

impl Valve {
    /// # Panics
    /// If the limit is zero: such a valve could never be opened.
    fn with_limit(limit: u32) -> Self {
        // TODO: One of the tests shows that the code does not keep this promise.
        Self {
            limit,
            millibars: 0,
        }
    }

    /// # Panics
    /// If the pressure is above the limit.
    fn set(&mut self, millibars: u32) {
        assert!(millibars <= self.limit, "{millibars} mbar is too much");
        self.millibars = millibars;
    }
}

/// Reads a pressure such as "800 mbar".
fn read_pressure(text: &str) -> Result<u32, String> {
    let Some(number) = text.strip_suffix(" mbar") else {
        return Err(format!("no unit in {text:?}"));
    };
    let Ok(millibars) = number.parse() else {
        return Err(format!("no number in {text:?}"));
    };
    Ok(millibars)
}

fn main() {
    let mut valve = Valve::with_limit(1000);
    if let Ok(pressure) = read_pressure("800 mbar") {
        valve.set(pressure);
    }
    println!("{} of {} mbar", valve.millibars, valve.limit);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_itself_can_be_set() {
        let mut valve = Valve::with_limit(1);
        assert_eq!(valve.millibars, 0);
        valve.set(1);
        assert_eq!(valve.millibars, 1);
    }

    // TODO: This test is right to panic. Tell the test runner so, and name the message.
    #[test]
    fn above_the_limit_the_valve_panics() {
        let mut valve = Valve::with_limit(1000);
        valve.set(1001);
    }

    // This test does expect a panic. Without `expected`, the wrong panic would please it.
    #[test]
    #[should_panic(expected = "a valve needs a limit")]
    fn a_limit_of_zero_is_refused() {
        let mut valve = Valve::with_limit(0);
        valve.set(1);
    }

    #[test]
    fn a_pressure_that_was_read_can_be_set() -> Result<(), String> {
        // TODO: Read "800 mbar" with `?`, set a valve to it, claim that it is set, and end
        // the test as a function ends that has succeeded.
        todo!()
    }

    #[test]
    fn a_text_without_a_unit_is_refused() {
        // TODO: Claim which Result comes from "800". Here no `?` is of use: why?
        todo!()
    }

    #[test]
    fn a_text_without_a_number_is_refused() {
        let result = read_pressure("full mbar");
        // TODO: Mend the expectation. What the function returns is fine.
        assert_eq!(result, Err(String::from("no number")));
    }
}
