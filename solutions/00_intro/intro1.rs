// Every night the lighthouse keeper writes up the log, and this program prints it.
// It cannot print anything yet, because the compiler does not accept it.
// A Rust program starts at `fn main` and runs the statements between the braces one
// after the other. Lines that begin with `//` are comments; the compiler skips them.

fn main() {
    println!("Log of the lighthouse, 3 November");

    // The semicolon ends a statement. The end of the line does not: a statement may go
    // on over several lines, and the compiler looks for the semicolon only.
    println!("17:02  lamp lit, wind from the west");
    println!("19:40  fog over the bay, horn sounding");

    println!("22:15  fog has lifted, horn silent");
    println!("06:51  lamp out");
}
