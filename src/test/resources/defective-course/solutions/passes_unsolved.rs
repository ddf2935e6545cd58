// The lighthouse keeper counts passing ships every evening.

fn main() {
    // So it stays.
    println!("3 ships");
}
