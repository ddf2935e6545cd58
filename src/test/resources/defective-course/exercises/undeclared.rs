// An orchard sorts ripe pears.

fn main() {
    // TODO: Say how many.
    let pears: u32 = "four";
    println!("{pears}");
}
