//@ BUILD: E0308: mismatched types
fn main() {
    let n: i32 = "text";
    println!("{n}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn works() {}
}
