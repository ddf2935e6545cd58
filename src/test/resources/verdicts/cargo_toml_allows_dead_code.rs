//@ passed
//@ test = false
//@ strict_clippy = true
fn nobody_calls_this() {}

fn main() {}
