// A lens is passed down an optician's bench. With it goes a card, the list of the
// steps done so far, and a number, the strength of the lens. Grinding makes the lens
// stronger by 2 and may be repeated; polishing and coating each add a line to the card.

fn grind(mut strength: i32) -> i32 {
    strength += 2;
    strength
}

// TODO: The card ends here, together with the function that owns it.
fn polish(mut card: Vec<String>) {
    card.push(String::from("polished"));
}

fn coat(mut card: Vec<String>) -> Vec<String> {
    card.push(String::from("coated"));
    card
}

fn bench(card: Vec<String>, strength: i32) -> (Vec<String>, i32) {
    // TODO: The lens is ground twice, polished and coated. Which lines change `card`
    // and `strength` here, and which change only what was handed to a function?
    grind(strength);
    grind(strength);
    polish(card);
    coat(card);

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
