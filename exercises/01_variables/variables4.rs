// A mountain hut still keeps its guest list on paper: on an old form, a guest makes one
// stroke for each night. The program copies the form. It should go on with the number
// of nights under the same name, but a text cannot turn into a number.

fn main() {
    let guest = "Alva Lind";
    let nights = "|||||||";
    println!("{guest} wrote on the form: {nights}");

    // `len` is short for length: it counts the strokes.
    // TODO: Keep the name `nights`, but let it be a new variable.
    nights = nights.len();

    println!("{guest} stayed for {nights} nights.");
}
