// Nothing happens.

fn main() {}

#[test]
fn nothing() {}
