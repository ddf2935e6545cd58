//@ RUN: still running after 0.5 s: probably an endless loop
//@ test = false
//@ timeout = 0.5
fn main() {
    while std::hint::black_box(true) {}
}
