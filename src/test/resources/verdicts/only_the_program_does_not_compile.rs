//@ BUILD: E0425: cannot find function `missing` in this scope
#[cfg(not(test))]
fn helper() {
    missing();
}

fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn works() {}
}
