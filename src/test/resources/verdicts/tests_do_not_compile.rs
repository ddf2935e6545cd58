//@ BUILD: E0425: cannot find function `missing` in this scope
//@ test = false
fn main() {}

#[cfg(test)]
mod tests {
    #[test]
    fn works() {
        missing();
    }
}
