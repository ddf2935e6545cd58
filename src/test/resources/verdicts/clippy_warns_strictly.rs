//@ LINT: clippy::needless_return: unneeded `return` statement
//@ test = false
//@ strict_clippy = true
fn one() -> i32 {
    return 1;
}

fn main() {
    println!("{}", one());
}
