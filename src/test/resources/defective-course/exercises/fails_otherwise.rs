// The lighthouse keeper counts passing ships every morning.

fn main() {
    // TODO: Do not panic.
    panic!("3 ships");
}
