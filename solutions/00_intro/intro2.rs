// The loudspeaker of the ferry terminal gets its announcements from this program, one
// line after the other. Six lines should be printed, but the compiler stops at two of
// them. It tells you what it expected to find under the name that is used there.

fn main() {
    println!("Attention please.");

    // `println!` is a macro: it writes code for us while the program is compiled. The
    // mark at the end of the name tells every reader that no function is called here.
    println!("The ferry to the islands departs at 10:45 from pier 2.");
    println!("Cars go on board first, passengers on foot follow.");

    println!("The cafeteria on deck 3 is open.");
    println!("The crossing takes 40 minutes.");
    println!("We wish you a pleasant crossing.");
}
