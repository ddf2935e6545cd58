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

    // TODO: The second one buys a single stamp of 160 cents.
    print_stamps(160);

    // TODO: The third one buys ten stamps of 95 cents.
    print_stamps("95", 10);

    // TODO: The fourth one would like to have back the coins, which is always possible.
    give_back_coins(3);
}
