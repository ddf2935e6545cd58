//@ passed
//@ test = false
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn wrong() {
        panic!();
    }
}
