//@ BUILD: this file contains an unclosed delimiter
//@ test = false
fn main() {
