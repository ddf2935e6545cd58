// A parcel counter makes up its books in the evening: the parcels that lay on the shelf
// in the morning, those that came in, those that were fetched, and those left over.
// 23 parcels came in today. The variable for them exists, but its value comes too late.

fn main() {
    let in_the_morning: u32 = 40;
    let fetched: u32 = 31;

    // `: u32` is the type, a whole number that is never negative. A type alone is no
    // value. Here both stand in the declaration, and `: u32` could be left out as well.
    // A declaration without a value is allowed if the value is there before its first use.
    let came_in: u32 = 23;
    println!("{in_the_morning} in the morning, {came_in} came in");

    let left_over = in_the_morning + came_in - fetched;
    println!("{fetched} fetched, {left_over} left over");
}
