// Whoever books a coach journey types the letter of a seat. A row has the seats A, B, C
// and D; A and D are at the windows. The terminal takes small letters as well, but
// always prints a capital letter on the ticket.

fn is_window(seat: char) -> bool {
    // 'A' is one character, "A" is a text that has one character in it.
    seat == 'A' || seat == 'D'
}

fn printed(typed: char) -> char {
    // `to_uppercase` exists as well, but in some languages one small letter becomes two
    // capital ones, so it does not give a char. Seat letters are ASCII.
    typed.to_ascii_lowercase()
}

fn is_seat(typed: char) -> bool {
    // Characters are in order, so they form ranges, too. This would be as good:
    // let seat = printed(typed);
    // seat == 'A' || seat == 'B' || seat == 'C' || seat == 'D'
    ('A'..='D').contains(&printed(typed))
}

fn main() {
    let typed = 'c';
    println!("Is {typed} a seat? {}", is_seat(typed));
    println!("Ticket: seat {}", printed(typed));
    println!("At the window: {}", is_window(printed(typed)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outer_seats_are_at_the_windows() {
        assert!(is_window('A'));
        assert!(is_window('D'));
    }

    #[test]
    fn the_inner_seats_are_at_the_aisle() {
        assert!(!is_window('B'));
        assert!(!is_window('C'));
    }

    #[test]
    fn tickets_show_capital_letters() {
        assert_eq!(printed('b'), 'B');
        assert_eq!(printed('D'), 'D');
    }

    #[test]
    fn a_digit_is_printed_as_it_is() {
        assert_eq!(printed('7'), '7');
    }

    #[test]
    fn four_letters_are_seats_in_either_size() {
        assert!(is_seat('A') && is_seat('B') && is_seat('C') && is_seat('D'));
        assert!(is_seat('a') && is_seat('b') && is_seat('c') && is_seat('d'));
    }

    #[test]
    fn other_characters_are_no_seats() {
        assert!(!is_seat('E'));
        assert!(!is_seat('e'));
        assert!(!is_seat('Ä'));
        assert!(!is_seat('@'));
        assert!(!is_seat('2'));
    }
}
