// A chess clock gives each player a number of minutes for the game, and some seconds
// more for every move. These rules hold for the whole program, so they stand outside
// of `main`, as constants. The clock counts in whole seconds, with the type `u32`.

// The compiler never guesses the type of a constant, because other parts of a program,
// even other programs, may use it: its type must not depend on how it is written.
const MINUTES: u32 = 90;
const SECONDS_A_MOVE: u32 = 30;

// Calculated while the program is compiled, so it costs nothing when it runs.
const SECONDS: u32 = MINUTES * 60;

fn main() {
    println!("Each player has {MINUTES} minutes, which are {SECONDS} seconds.");

    let moves = 40;
    let for_moves = moves * SECONDS_A_MOVE;
    let in_all = SECONDS + for_moves;
    println!("With {moves} moves, {for_moves} seconds more: {in_all} in all.");
}
