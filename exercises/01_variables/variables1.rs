// The display in a greenhouse shows how warm it is by day and at night, and how many
// degrees lie between the two. At night, 14 degrees were measured. The display asks
// for this value under a name that does not exist yet.

fn main() {
    let by_day = 26;

    // TODO: The next line needs one more name. Declare it here, with the value measured.
    let difference = by_day - at_night;

    println!("GREENHOUSE 2");
    println!("by day:     {by_day} degrees");
    println!("at night:   {at_night} degrees");
    println!("difference: {difference} degrees");
}
