// A chess clock gives each player a number of minutes for the game, and some seconds
// more for every move. These rules hold for the whole program, so they stand outside
// of `main`, as constants. The clock counts in whole seconds, with the type `u32`.

// TODO: The compiler wants to know more about these two. Add it.
const MINUTES = 90;
const SECONDS_A_MOVE = 30;

// TODO: This one is calculated, but it is a constant like the others.
const SECONDS = MINUTES * 60;

fn main() {
    println!("Each player has {MINUTES} minutes, which are {SECONDS} seconds.");

    let moves = 40;
    let for_moves = moves * SECONDS_A_MOVE;
    let in_all = SECONDS + for_moves;
    println!("With {moves} moves, {for_moves} seconds more: {in_all} in all.");
}
