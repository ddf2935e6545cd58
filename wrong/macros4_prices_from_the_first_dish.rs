// An inn builds its menu cards with a macro: dishes and their prices in cents, as many as
// the day has. A comma after the last dish does no harm, and on the day off the card is
// empty. So far the macro knows cards with exactly one dish.

use std::collections::BTreeMap;

type Card = BTreeMap<&'static str, u32>;

macro_rules! menu {
    // `$( … ),*` repeats with commas in between, `$(,)?` allows one more at the end. What stands
    // in `$( … )` on the right is written once for each match on the left.
    () => {
        BTreeMap::new()
    };
    ($dish:expr => $price:expr $(, $more:expr => $cost:expr)* $(,)?) => {
        BTreeMap::from([($dish, $price) $(, ($more, $cost - $cost + $price))*])
    };
    // Or step by step, then with an arm `() => { BTreeMap::new() };` for the empty card:
    // {
    //     let mut card = BTreeMap::new();
    //     $( card.insert($dish, $price); )*
    //     card
    // }
}

fn sunday() -> Card {
    menu! {
        "nettle soup" => 540,
        "pike" => 1_890,
        "plum dumplings" => 720,
    }
}

fn day_off() -> Card {
    menu! {}
}

fn main() {
    println!("{} dishes on Monday", day_off().len());
    for (dish, price) in sunday() {
        println!("{dish}: {}.{:02}", price / 100, price % 100);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sunday_card_has_three_dishes() {
        let card = sunday();
        assert_eq!(card.len(), 3);
        assert_eq!(card["nettle soup"], 540);
        assert_eq!(card["pike"], 1_890);
        assert_eq!(card["plum dumplings"], 720);
    }

    #[test]
    fn a_single_dish_needs_no_comma() {
        let card: Card = menu! { "stew" => 650 };
        assert_eq!(card.len(), 1);
        assert_eq!(card["stew"], 650);
    }

    #[test]
    fn two_dishes_have_a_comma_between_them() {
        let card: Card = menu! { "stew" => 650, "bread" => 90 };
        assert_eq!(card["stew"], 650);
        assert_eq!(card["bread"], 90);
    }

    #[test]
    fn dishes_and_prices_may_be_computed() {
        let (small, extra) = ("half a pike", 150);
        let card: Card = menu! { small => 1_890 / 2 + extra, };
        assert_eq!(card[small], 1_095);
    }

    #[test]
    fn an_empty_card_has_no_dishes() {
        assert!(day_off().is_empty());
    }
}
