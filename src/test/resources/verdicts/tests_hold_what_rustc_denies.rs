//@ LINT: overflowing_literals: literal out of range for `u8`
//@ test = false
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn overflows() {
        let n: u8 = 256;
        assert_eq!(n, 0);
    }
}
