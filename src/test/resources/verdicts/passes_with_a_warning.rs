//@ passed
//@ test = false
fn main() {
    let unused = 1;
}
