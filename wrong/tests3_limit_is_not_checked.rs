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

    #[test]
    #[should_panic(expected = "1001 mbar is too much")]
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
        let pressure = read_pressure("800 mbar")?;
        let mut valve = Valve::with_limit(1000);
        valve.set(pressure);
        assert_eq!(valve.millibars, 800);
        Ok(())
    }

    #[test]
    fn a_text_without_a_unit_is_refused() {
        let error = String::from("no unit in \"800\"");
        assert_eq!(read_pressure("800"), Err(error));
    }

    #[test]
    fn a_text_without_a_number_is_refused() {
        let result = read_pressure("full mbar");
        let error = String::from("no number in \"full mbar\"");
        assert_eq!(result, Err(error));
    }
}
