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
        // A module sees what is private in the modules around it, so `SEATS` needs no
        // `pub`. The other direction is shut: the theatre sees only what a room has marked.
        pub fn free_seats(sold: u32) -> u32 {
            super::SEATS - sold
        }

        // `crate::theatre::stage::opens` would be right too: a path from the very top. The
        // one with `super` goes on working when the theatre is moved somewhere else.
        pub fn opens(day: &str) -> u32 {
            super::stage::opens(day) - 2
        }
    }

    // `use` alone would bring the names in for the theatre; `pub use` hands them on.
    pub use box_office::{free_seats, opens as counter_opens};
    pub use box_office::opens as curtain_opens;
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
