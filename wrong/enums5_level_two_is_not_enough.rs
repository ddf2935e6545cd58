// A card reader at a laboratory's door reports what was held in front of it. Most of the
// functions here care for one or two of the cases; a `match` that names the others only
// to ignore them is longer than what it says.

enum Swipe {
    Card { level: u8 },
    Visitor(u32),
    Unreadable,
    Removed,
}

// The door opens for cards of level 2 and higher, and for nothing else.
fn opens(swipe: &Swipe) -> bool {
    // `else` must leave the function (or a loop), so that below it `level` has a value.
    let Swipe::Card { level } = swipe else {
        return false;
    };
    *level > 2
}

// Visitors and cards count as people.
fn is_person(swipe: &Swipe) -> bool {
    matches!(swipe, Swipe::Card { .. } | Swipe::Visitor(_))
}

fn guest_book(swipes: &[Swipe]) -> Vec<u32> {
    let mut numbers = vec![];

    for swipe in swipes {
        // `number` is a reference, since `swipe` is one: `*` reads the number behind it.
        if let Swipe::Visitor(number) = swipe {
            numbers.push(*number);
        }
    }

    numbers
}

fn main() {
    let morning = [
        Swipe::Card { level: 3 },
        Swipe::Visitor(12),
        Swipe::Unreadable,
        Swipe::Removed,
    ];
    for swipe in &morning {
        println!("person: {}, opens: {}", is_person(swipe), opens(swipe));
    }
    println!("{:?}", guest_book(&morning));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(level: u8) -> Swipe {
        Swipe::Card { level }
    }

    #[test]
    fn a_card_opens_from_level_two_on() {
        assert!(opens(&card(2)));
        assert!(!opens(&card(1)));
    }

    #[test]
    fn without_a_card_the_door_stays_shut() {
        assert!(!opens(&Swipe::Visitor(7)));
        assert!(!opens(&Swipe::Unreadable));
        assert!(!opens(&Swipe::Removed));
    }

    #[test]
    fn cards_and_visitors_are_people() {
        assert!(is_person(&card(0)));
        assert!(is_person(&Swipe::Visitor(1)));
    }

    #[test]
    fn an_unreadable_or_removed_card_is_nobody() {
        assert!(!is_person(&Swipe::Unreadable));
        assert!(!is_person(&Swipe::Removed));
    }

    #[test]
    fn the_guest_book_lists_visitors_in_order() {
        let day = [
            Swipe::Visitor(9),
            card(1),
            Swipe::Removed,
            Swipe::Visitor(4),
        ];
        assert_eq!(guest_book(&day), [9, 4]);
    }

    #[test]
    fn without_visitors_the_guest_book_is_empty() {
        assert_eq!(guest_book(&[card(3), Swipe::Unreadable]), []);
    }
}
