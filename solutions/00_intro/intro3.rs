// A kitchen timer prints a label for every pot: what is in it, and for how long.
// Values get into a text through placeholders: each `{}` takes the next value that
// follows the text, and `{dish}` takes the value that has the name `dish`.
// The compiler counts placeholders and values, and here they do not match.

fn main() {
    // `let` gives a value a name. The next chapter is about it.
    let pot = 3;
    let dish = "potatoes";
    let minutes = 20;

    println!("Pot {}: {dish}", pot);

    // Two placeholders, two values, in the same order. As good, and easier to read:
    // println!("Cook the {dish} for {minutes} minutes.");
    println!("Cook the {} for {} minutes.", dish, minutes);

    // Both placeholders hold a name, so nothing has to follow the text.
    println!("When it rings, drain the {dish} in pot {pot}.");
}
