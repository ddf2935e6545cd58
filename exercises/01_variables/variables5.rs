// A bakery heats its oven early: all times are minutes after midnight. For each kind of
// bread, a block works out when it is ready, with names that nobody needs outside.
// The result is needed outside, though, and there it is unknown.

fn main() {
    let oven_is_hot = 270;

    // TODO: Get the time of the rolls out of the block.
    {
        let in_the_oven = 18;
        let rolls_ready = oven_is_hot + in_the_oven;
    }

    // TODO: The loaves go in after the rolls. Get their time out as well.
    {
        let change_of_trays = 4;
        let in_the_oven = 50;
        let loaves_ready = rolls_ready + change_of_trays + in_the_oven;
    }

    println!("Rolls are ready {rolls_ready} minutes after midnight,");
    println!("loaves are ready {loaves_ready} minutes after midnight.");
}
