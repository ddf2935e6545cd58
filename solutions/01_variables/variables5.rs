// A bakery heats its oven early: all times are minutes after midnight. For each kind of
// bread, a block works out when it is ready, with names that nobody needs outside.
// The result is needed outside, though, and there it is unknown.

fn main() {
    let oven_is_hot = 270;

    // The last line of the block has no semicolon: its value becomes the value of the
    // whole block, and `let` gives that a name. The semicolon after the block ends `let`.
    let rolls_ready = {
        let in_the_oven = 18;
        oven_is_hot + in_the_oven
    };

    // `in_the_oven` is another variable here, for the first one ended with its block.
    // `let loaves_ready;` before the block and `loaves_ready = …;` in it would do as well,
    // but this way the value cannot be forgotten.
    let loaves_ready = {
        let change_of_trays = 4;
        let in_the_oven = 50;
        rolls_ready + change_of_trays + in_the_oven
    };

    println!("Rolls are ready {rolls_ready} minutes after midnight,");
    println!("loaves are ready {loaves_ready} minutes after midnight.");
}
