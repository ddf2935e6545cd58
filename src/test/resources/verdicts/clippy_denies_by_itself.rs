//@ LINT: clippy::eq_op: equal expressions as operands to `==`
//@ test = false
fn main() {
    let n = std::env::args().count();
    println!("{}", n == n);
}
