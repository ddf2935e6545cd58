// A baker stacks loaves.

fn main() {
    let loaves: u32 =   "six"; // TODO
    println!("{loaves} loaves");
}
