// A collector has written a price in cents on the backs of her postcards, as far as it
// can still be read. The lid of the box should say how many cards have a price, and from
// where to where the prices go.

/// The backs that hold no price, for a second look with a magnifying glass.
fn unreadable(backs: &[&str]) -> Vec<String> {
    // This vector is what the function returns. So it is a Vec<String>.
    let mut left = Vec::new();
    for back in backs {
        if back.parse::<u32>().is_err() {
            left.push(back.to_string());
        }
    }
    left
}

/// Such as "3 cards from 20 to 900 cents".
fn lid(backs: &[&str]) -> String {
    let mut prices: Vec<u8> = Vec::new();
    for back in backs {
        if let Ok(price) = back.parse() {
            prices.push(price);
        }
    }

    prices.sort();
    if prices.is_empty() {
        return String::from("no cards");
    }
    let highest = prices.len() - 1;
    format!(
        "{} cards from {} to {} cents",
        prices.len(),
        prices[0],
        prices[highest]
    )
}

fn main() {
    let backs = ["900", "20", "a gift", "75"];
    println!("{}", lid(&backs));
    println!("to look at again: {:?}", unreadable(&backs));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lid_names_the_lowest_and_the_highest_price() {
        assert_eq!(lid(&["30", "100", "20"]), "3 cards from 20 to 100 cents");
    }

    #[test]
    fn nine_is_less_than_ten() {
        assert_eq!(lid(&["10", "9"]), "2 cards from 9 to 10 cents");
    }

    #[test]
    fn expensive_cards_count_as_well() {
        let backs = ["255", "256", "70000"];
        assert_eq!(lid(&backs), "3 cards from 255 to 70000 cents");
    }

    #[test]
    fn what_is_not_a_price_is_left_out() {
        assert_eq!(lid(&["a gift", "", "8"]), "1 cards from 8 to 8 cents");
        assert_eq!(lid(&["-5", "40", "60"]), "2 cards from 40 to 60 cents");
    }

    #[test]
    fn each_card_is_on_one_of_the_two_lists() {
        assert_eq!(unreadable(&["-5", "9", "a gift", "900"]), ["-5", "a gift"]);
        assert_eq!(lid(&["-5", "a gift"]), "no cards");
    }
}
