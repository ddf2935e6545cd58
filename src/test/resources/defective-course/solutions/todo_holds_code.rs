// A potter glazes bowls.

fn main() {
    let bowls: u32 = 5;
    println!("{bowls}");
}
