//@ RUN: the program panicked (exit code 101)
//@ test = false
fn main() {
    println!("before");
    panic!("boo");
}
