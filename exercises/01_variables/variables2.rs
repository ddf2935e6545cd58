// A parcel counter makes up its books in the evening: the parcels that lay on the shelf
// in the morning, those that came in, those that were fetched, and those left over.
// 23 parcels came in today. The variable for them exists, but its value comes too late.

fn main() {
    let in_the_morning: u32 = 40;
    let fetched: u32 = 31;

    // TODO: Let the variable have its value before anything reads it.
    let came_in: u32;
    println!("{in_the_morning} in the morning, {came_in} came in");
    came_in = 23;

    let left_over = in_the_morning + came_in - fetched;
    println!("{fetched} fetched, {left_over} left over");
}
