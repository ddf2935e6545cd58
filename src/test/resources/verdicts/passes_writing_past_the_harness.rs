//@ passed: 2 tests passed
use std::io::Write;

fn main() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line() {
        writeln!(std::io::stdout(), "a line").unwrap();
    }

    #[test]
    fn no_line_end() {
        std::io::stdout().write_all(b"no line end").unwrap();
    }
}
