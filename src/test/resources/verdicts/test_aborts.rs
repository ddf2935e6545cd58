//@ TEST: the tests did not come to their end: the program was ended by signal 6
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn aborts() {
        std::process::abort();
    }
}
