// Nothing happens.

#[test]
fn nothing() {}
