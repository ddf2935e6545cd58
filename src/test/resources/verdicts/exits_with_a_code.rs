//@ RUN: the program ended with exit code 3
//@ test = false
fn main() {
    std::process::exit(3);
}
