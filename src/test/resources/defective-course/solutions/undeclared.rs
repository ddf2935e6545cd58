// An orchard sorts ripe pears.

fn main() {
    let pears: u32 = 4;
    println!("{pears}");
}
