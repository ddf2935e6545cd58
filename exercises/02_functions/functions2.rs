// A stairlift tells what it does while it carries somebody up or down. The cellar is
// floor -1, the ground floor is 0. Two functions print the messages, but in their heads
// the compiler misses something about each of the parameters.

// TODO: Complete the head of this function.
fn arrive(floor) {
    println!("Floor {floor}. Please undo the belt.");
}

// TODO: Complete this one as well.
fn ride(from, to) {
    println!("Please fasten the belt.");
    println!("Riding from floor {from} to floor {to}.");
    arrive(to);
}

fn main() {
    ride(0, 2);
    ride(2, -1);
}
