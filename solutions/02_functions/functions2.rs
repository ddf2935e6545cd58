// A stairlift tells what it does while it carries somebody up or down. The cellar is
// floor -1, the ground floor is 0. Two functions print the messages, but in their heads
// the compiler misses something about each of the parameters.

// `i32` is a whole number that may be negative; a `u32` has no place for the cellar.
fn arrive(floor: i32) {
    println!("Floor {floor}. Please undo the belt.");
}

// Each parameter has its own type, even if the next one has the same. It is not worked out
// from the calls: what the head says has to hold for all of them.
fn ride(from: i32, to: i32) {
    println!("Please fasten the belt.");
    println!("Riding from floor {from} to floor {to}.");
    arrive(to);
}

fn main() {
    ride(0, 2);
    ride(2, -1);
}
