//@ BUILD: unsafe_code: usage of an `unsafe` block
//@ test = false
fn main() {
    let n = 1;
    println!("{}", unsafe { *(&raw const n) });
}
