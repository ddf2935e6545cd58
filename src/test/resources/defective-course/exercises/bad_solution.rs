// A baker stacks loaves.

fn main() {
    // TODO: A number.
    let loaves: u32 = "six";
}
