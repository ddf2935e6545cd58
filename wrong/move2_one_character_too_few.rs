// A museum lends the text of a painting's plaque to a sign maker, who works out how
// wide the sign has to be, and to a printer, who wants to know whether the text is too
// long for one line of 30 characters. The text itself has to stay in the museum.

// &str is a text that is lent, wherever it is stored; a &String becomes one by itself.
// `plaque: &String` would work here as well. Chapter 09 shows why &str is the better one.
fn width_in_mm(plaque: &str) -> usize {
    20 + plaque.len() * 5
}

fn is_too_long(plaque: &str) -> bool {
    plaque.len() >= 30
}

fn main() {
    let plaque = String::from("Harbour in Fog, oil on wood, 1871");

    // The & in a call says: look at it, and it is still mine afterwards.
    println!("The sign is {} mm wide", width_in_mm(&plaque));
    println!("Two lines: {}", is_too_long(&plaque));

    println!("Still in the museum: {plaque}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_grows_with_the_text() {
        let plaque = String::from("Harbour in Fog");
        assert_eq!(width_in_mm(&plaque), 90);
    }

    #[test]
    fn a_blank_sign_has_its_edges_only() {
        let plaque = String::new();
        assert_eq!(width_in_mm(&plaque), 20);
    }

    #[test]
    fn thirty_characters_fit_on_one_line() {
        let plaque = String::from("Harbour in Fog, oil, 1871, old");
        assert!(!is_too_long(&plaque));
    }

    #[test]
    fn thirty_one_characters_are_too_long() {
        let plaque = String::from("Harbour in Fog, oil, 1871, gift");
        assert!(is_too_long(&plaque));
    }

    #[test]
    fn one_text_can_be_lent_many_times() {
        let plaque = String::from("Study of a Hand");
        assert_eq!(width_in_mm(&plaque), width_in_mm(&plaque));
        assert!(!is_too_long(&plaque));
        assert_eq!(plaque, "Study of a Hand");
    }
}
