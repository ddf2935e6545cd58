//@ TEST: 1 of 2 tests failed
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn right() {}

    #[test]
    fn wrong() {
        assert_eq!(1 + 1, 3);
    }
}
