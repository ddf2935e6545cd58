// A night watchman walks his round through the factory and notes the time at each
// door. The note for the last door is missing: the program compiles and begins to
// print, then it stops with a panic. Replace what stops it by a line that is printed.

fn main() {
    println!("Round of the night watchman");
    println!("23:10  gate locked");
    println!("23:25  lights in the workshop are out");
    println!("23:40  boiler room quiet");
    println!("23:50  fire doors shut");

    // TODO: Let the program print a note of 23:55 about the back door. The words are
    // up to you.
    todo!("the watchman has not been at the back door");
}
