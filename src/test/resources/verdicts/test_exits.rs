//@ tampered: the test program ended before its tests were done
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn leaves() {
        std::process::exit(0);
    }
}
