//@ BUILD: E0308: mismatched types
//@ test = false
use std::collections::HashMap;

fn wrap<T>(inner: T) -> (T, Option<HashMap<String, Vec<Vec<u8>>>>) {
    (inner, None)
}

fn main() {
    let wrapped = wrap(wrap(wrap(wrap(wrap(wrap(wrap(1)))))));
    let number: i32 = wrapped;
}
