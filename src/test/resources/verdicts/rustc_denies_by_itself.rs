//@ BUILD: overflowing_literals: literal out of range for `u8`
//@ test = false
fn main() {
    let n: u8 = 256;
    println!("{n}");
}
