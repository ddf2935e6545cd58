// A flower stall has a list of prices, in cents. What is not on the list is left over
// from yesterday and costs nothing. Only what is on the list can be ordered; the
// daisies of this week stand on it with a price of 0.

use std::collections::HashMap;

fn price(prices: &HashMap<&str, u32>, flower: &str) -> u32 {
    // `get` gives no number but perhaps a reference to one. `copied` turns the reference
    // into the number itself, and `unwrap_or` names the one to take where there is none.
    if prices.contains_key(flower) {
        0
    } else {
        prices[flower]
    }
}

fn bouquet(prices: &HashMap<&str, u32>, flowers: &[&str]) -> u32 {
    let mut total = 0;
    for flower in flowers {
        total += price(prices, flower);
    }
    total
}

fn can_be_ordered(prices: &HashMap<&str, u32>, flower: &str) -> bool {
    // A value of 0 and no value at all are different things, and the map knows it.
    prices.contains_key(flower)
}

fn main() {
    let prices = HashMap::from([("tulip", 90), ("daisy", 0)]);
    println!("Bouquet: {}", bouquet(&prices, &["tulip", "tulip", "iris"]));
    println!("Daisies to order: {}", can_be_ordered(&prices, "daisy"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prices() -> HashMap<&'static str, u32> {
        HashMap::from([("tulip", 90), ("rose", 250), ("daisy", 0)])
    }

    #[test]
    fn a_flower_on_the_list_has_its_price() {
        assert_eq!(price(&prices(), "rose"), 250);
        assert_eq!(price(&prices(), "daisy"), 0);
    }

    #[test]
    fn a_flower_not_on_the_list_costs_nothing() {
        assert_eq!(price(&prices(), "iris"), 0);
        assert_eq!(price(&HashMap::new(), "rose"), 0);
    }

    #[test]
    fn a_bouquet_costs_what_its_flowers_cost() {
        assert_eq!(bouquet(&prices(), &["tulip", "rose", "tulip"]), 430);
        assert_eq!(bouquet(&prices(), &[]), 0);
    }

    #[test]
    fn leftovers_make_a_bouquet_larger_but_not_dearer() {
        assert_eq!(bouquet(&prices(), &["iris", "rose", "iris"]), 250);
    }

    #[test]
    fn what_has_a_price_can_be_ordered() {
        assert!(can_be_ordered(&prices(), "tulip"));
    }

    #[test]
    fn a_leftover_cannot_be_ordered() {
        assert!(!can_be_ordered(&prices(), "iris"));
    }

    #[test]
    fn a_flower_listed_for_nothing_can_be_ordered() {
        assert!(can_be_ordered(&prices(), "daisy"));
    }
}
