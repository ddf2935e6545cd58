//@ LINT: clippy::todo: `todo` should not be present in production code
//@ test = false
fn main() {
    if std::env::args().count() > 9 {
        todo!();
    }
}
