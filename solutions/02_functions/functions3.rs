// A stamp-vending machine prints any number of stamps of any value. The functions below
// are right. Three of the four customers in `main` do not get what they want, because
// the calls do not fit the functions. Mend the calls.

fn print_stamps(cents: u32, copies: u32) {
    let price = cents * copies;
    println!("{copies} stamps of {cents} cents: {price} cents, please.");
}

fn give_back_coins() {
    println!("Here are your coins.");
}

fn main() {
    // The first customer buys four stamps of 85 cents.
    print_stamps(85, 4);

    // The second one buys a single stamp of 160 cents. There are no parameters that can
    // be left out in Rust, so the 1 has to be written.
    print_stamps(160, 1);

    // The third one buys ten stamps of 95 cents. The compiler checks number and types, not
    // the sense: `print_stamps(10, 95)` would compile, and print 95 stamps of 10 cents.
    print_stamps(95, 10);

    // The fourth one would like to have back the coins, which is always possible. Without
    // the brackets, the name alone would not call the function.
    give_back_coins();
}
