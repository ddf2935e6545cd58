//@ TEST: still running after 0.5 s: probably an endless loop
//@ timeout = 0.5
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn endless() {
        while std::hint::black_box(true) {}
    }
}
