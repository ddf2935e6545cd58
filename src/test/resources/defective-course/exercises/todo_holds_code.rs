// A potter glazes bowls.

fn main() {
    let bowls: u32 = "five"; // TODO: A number.
    println!("{bowls}");
}
