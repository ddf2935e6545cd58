// A locker opens when the coins in its slot make up the price exactly, for it can give no
// change. The function is right. What it lacks are tests that notice when somebody breaks
// it one day. Write them: a call, and a claim about what comes out.

fn pays_exactly(coins: &[u32], price: u32) -> bool {
    let mut sum = 0;
    for coin in coins {
        sum += coin;
    }
    sum == price
}

fn main() {
    println!("opens: {}", pays_exactly(&[50, 20, 20], 90));
}

// This module is compiled for tests only, and left out of the program.
#[cfg(test)]
mod tests {
    // The tests are in a module inside of the file; this fetches what is around it.
    use super::*;

    #[test]
    fn coins_that_make_up_the_price_pay_it() {
        assert!(pays_exactly(&[200], 200));
        assert!(pays_exactly(&[100, 20, 20, 10], 150));
    }

    #[test]
    fn coins_that_are_short_of_the_price_do_not_pay_it() {
        assert!(!pays_exactly(&[100, 20, 20], 150));
        assert!(!pays_exactly(&[100, 20, 20, 5, 2, 2], 150));
    }

    #[test]
    fn too_much_does_not_pay_the_price() {
        assert!(pays_exactly(&[100, 50], 140));
    }

    #[test]
    fn nothing_pays_a_price_of_zero() {
        assert!(pays_exactly(&[], 0));
        assert!(!pays_exactly(&[], 10));
    }
}
