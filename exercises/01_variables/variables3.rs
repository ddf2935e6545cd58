// The turnstile of a swimming pool counts the visitors who pass. The first group has
// five people, then two come alone, one after the other. The counter starts at zero
// and should stand at seven in the end, but the compiler does not let it move.

fn main() {
    let pool = "East Pool";

    // TODO: One of the variables of this program has to change while it runs.
    let visitors = 0;

    println!("{pool} opens, visitors: {visitors}");

    // `a += b` adds b to what a holds.
    visitors += 5;
    println!("{pool}, a group has come, visitors: {visitors}");

    visitors += 1;
    visitors += 1;
    println!("{pool}, two more, visitors: {visitors}");
}
