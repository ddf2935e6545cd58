// A lens is passed down an optician's bench. With it goes a card, the list of the
// steps done so far, and a number, the strength of the lens. Grinding makes the lens
// stronger by 2 and may be repeated; polishing and coating each add a line to the card.

fn grind(mut strength: i32) -> i32 {
    strength += 2;
    strength
}

// What a function owns is dropped at its end, unless it is given back. Borrowing the
// card as &mut would do as well, if all callers did the same.
fn polish(mut card: Vec<String>) -> Vec<String> {
    card.push(String::from("polished"));
    card
}

fn coat(mut card: Vec<String>) -> Vec<String> {
    card.push(String::from("coated"));
    card
}

fn bench(card: Vec<String>, strength: i32) -> (Vec<String>, i32) {
    // An i32 is Copy: grind() gets a copy, and the number here stays what it is. The
    // Vec is not Copy: it moves into polish() and comes back as its result.
    let strength = grind(grind(strength));
    let card = polish(coat(card));

    (card, strength)
}

fn main() {
    let strength = 5;
    let (card, stronger) = bench(vec![String::from("cut")], strength);
    println!("From {strength} to {stronger}: {card:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_was_handed_over_is_still_there() {
        let strength = 5;
        assert_eq!(grind(strength), 7);
        assert_eq!(strength, 5);
    }

    #[test]
    fn the_bench_grinds_twice() {
        let (_, strength) = bench(vec![], 5);
        assert_eq!(strength, 9);
        let (_, strength) = bench(vec![], -4);
        assert_eq!(strength, 0);
    }

    #[test]
    fn the_card_lists_the_steps_in_order() {
        let (card, _) = bench(vec![], 5);
        assert_eq!(card, ["polished", "coated"]);
    }

    #[test]
    fn earlier_steps_stay_on_the_card() {
        let (card, _) = bench(vec![String::from("cut")], 5);
        assert_eq!(card, ["cut", "polished", "coated"]);
    }
}
