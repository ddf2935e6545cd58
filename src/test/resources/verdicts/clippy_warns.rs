//@ passed
//@ test = false
fn one() -> i32 {
    return 1;
}

fn main() {
    println!("{}", one());
}
