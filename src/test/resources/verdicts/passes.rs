//@ passed: 1 test passed
fn double(n: i32) -> i32 {
    n * 2
}

fn main() {
    println!("{}", double(2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles() {
        assert_eq!(double(4), 8);
    }
}
