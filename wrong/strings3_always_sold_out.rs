// Over the entrance of a cinema runs a sign of lamps. Its text is put together from the
// titles of the evening, the hours, and a wish at the end.

fn show(title: &str, hour: u32, seats: u32) -> String {
    // `format!` takes what `println!` takes, but returns the text.
    let mut text = format!("{title} at {hour}:00");
    if seats < 100 {
        text.push_str(" (sold out)");
    }
    text
}

fn programme(shows: &[String]) -> String {
    let mut text = String::new();

    for show in shows {
        // Only in front of the first show is there no text yet.
        if !text.is_empty() {
            text.push_str(" *** ");
        }
        text.push_str(show);
    }

    text
}

fn sign(cinema: &str, programme: &str) -> String {
    // `+` takes over the `String` on its left and appends the `&str` on its right to it.
    // `format!("{cinema}: {programme}. Enjoy the show")` is as good, and easier to read.
    cinema.to_string() + ": " + programme + ". Enjoy the show"
}

fn main() {
    let shows = [show("Nightfall", 18, 40), show("The Ice Road", 20, 0)];
    println!("{}", sign("Astoria", &programme(&shows)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_show_has_title_and_hour() {
        assert_eq!(show("Salt", 9, 1), "Salt at 9:00");
    }

    #[test]
    fn a_show_without_free_seats_is_sold_out() {
        assert_eq!(show("Salt", 21, 0), "Salt at 21:00 (sold out)");
    }

    #[test]
    fn stars_stand_between_the_shows_only() {
        let shows = [
            String::from("Salt at 17:00"),
            String::from("Dunes at 19:00"),
            String::from("Salt at 22:00"),
        ];
        let expected = "Salt at 17:00 *** Dunes at 19:00 *** Salt at 22:00";
        assert_eq!(programme(&shows), expected);
    }

    #[test]
    fn a_single_show_needs_no_stars() {
        assert_eq!(programme(&[String::from("Salt at 20:00")]), "Salt at 20:00");
        assert_eq!(programme(&[]), "");
    }

    #[test]
    fn the_sign_names_the_cinema_first() {
        let text = sign("Lux", "Dunes at 19:00");
        assert_eq!(text, "Lux: Dunes at 19:00. Enjoy the show");
    }
}
