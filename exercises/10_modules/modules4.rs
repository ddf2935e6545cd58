// A theatre has a stage and a box office, each a module within the theatre's own. The box
// office needs to know a few things of the house and of the stage next door. Visitors
// know the theatre only: they must not have to care in which of its rooms something is.

mod theatre {
    const SEATS: u32 = 80;

    mod stage {
        // The hour at which the curtain opens.
        pub fn opens(day: &str) -> u32 {
            if day == "Sunday" { 15 } else { 20 }
        }
    }

    mod box_office {
        // TODO: The paths in both functions start in this room. `SEATS` is one floor up,
        // and from there a door leads to the stage.
        pub fn free_seats(sold: u32) -> u32 {
            SEATS - sold
        }

        // TODO: The box office opens two hours before the curtain.
        pub fn opens(day: &str) -> u32 {
            stage::opens(day) - 2
        }
    }

    // TODO: The rooms stay private. Offer three of their functions as the theatre's own:
    // `free_seats`, `curtain_opens` and `counter_opens`.
}

fn main() {
    let day = "Sunday";
    println!("Tickets from {} o'clock", theatre::counter_opens(day));
    println!("The curtain opens at {}.", theatre::curtain_opens(day));
    println!("{} seats are free.", theatre::free_seats(62));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unsold_house_has_all_seats_free() {
        assert_eq!(theatre::free_seats(0), 80);
    }

    #[test]
    fn a_sold_out_house_has_none() {
        assert_eq!(theatre::free_seats(79), 1);
        assert_eq!(theatre::free_seats(80), 0);
    }

    #[test]
    fn the_curtain_opens_in_the_evening() {
        assert_eq!(theatre::curtain_opens("Friday"), 20);
        assert_eq!(theatre::counter_opens("Friday"), 18);
    }

    #[test]
    fn on_sundays_everything_is_earlier() {
        assert_eq!(theatre::curtain_opens("Sunday"), 15);
        assert_eq!(theatre::counter_opens("Sunday"), 13);
    }
}
