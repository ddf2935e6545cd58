// TODO: clippy has a remark.
fn double(number: i32) -> i32 {
    return number * 2;
}

fn main() {
    println!("{}", double(4));
}
