// The display in a greenhouse shows how warm it is by day and at night, and how many
// degrees lie between the two. At night, 14 degrees were measured. The display asks
// for this value under a name that does not exist yet.

fn main() {
    let by_day = 26;

    // A declaration stands before the lines that use the name. No type is needed: 14 is
    // a whole number, and the compiler knows a type for those.
    let at_night = 14;
    let difference = by_day - at_night;

    println!("GREENHOUSE 2");
    println!("by day:     {by_day} degrees");
    println!("at night:   {at_night} degrees");
    println!("difference: {difference} degrees");
}
