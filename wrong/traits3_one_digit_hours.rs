// Ferries, trams and a funicular leave from the end of the lake. The board has a row for
// each: the time and the line. That row is made in the same way almost everywhere, so the
// trait should make it. Only the funicular has no timetable; it leaves when it is full.

trait Departure {
    fn line(&self) -> String;
    /// In minutes after midnight.
    fn minute(&self) -> u32;
    fn row(&self) -> String {
        let (hours, minutes) = (self.minute() / 60, self.minute() % 60);
        format!("{hours}:{minutes} {}", self.line())
    }
}

struct Ferry {
    minute: u32,
}

impl Departure for Ferry {
    fn line(&self) -> String {
        String::from("Ferry")
    }
    fn minute(&self) -> u32 {
        self.minute
    }
}

struct Tram {
    number: u32,
    minute: u32,
}

impl Departure for Tram {
    fn line(&self) -> String {
        format!("Tram {}", self.number)
    }
    fn minute(&self) -> u32 {
        self.minute
    }
}

struct Funicular;

impl Departure for Funicular {
    fn line(&self) -> String {
        String::from("Funicular")
    }
    fn minute(&self) -> u32 {
        0
    }
    fn row(&self) -> String {
        format!("when full: {}", self.line())
    }
}

fn main() {
    let tram = Tram {
        number: 4,
        minute: 485,
    };
    println!("{}", Ferry { minute: 470 }.row());
    println!("{}", tram.row());
    println!("{}", Funicular.row());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_time_and_line() {
        assert_eq!(Ferry { minute: 754 }.row(), "12:34 Ferry");
    }

    #[test]
    fn hours_and_minutes_have_two_digits() {
        assert_eq!(Ferry { minute: 0 }.row(), "00:00 Ferry");
        assert_eq!(Ferry { minute: 489 }.row(), "08:09 Ferry");
    }

    #[test]
    fn the_row_uses_the_line_of_each_type() {
        let last = Tram {
            number: 11,
            minute: 1439,
        };
        assert_eq!(last.row(), "23:59 Tram 11");
    }

    #[test]
    fn a_full_hour_has_no_minutes() {
        assert_eq!(Ferry { minute: 600 }.row(), "10:00 Ferry");
    }

    #[test]
    fn the_funicular_has_a_row_of_its_own() {
        assert_eq!(Funicular.row(), "when full: Funicular");
        assert_eq!(Funicular.minute(), 0);
    }

    #[test]
    fn a_new_vehicle_gets_its_row_for_nothing() {
        struct Sledge;
        impl Departure for Sledge {
            fn line(&self) -> String {
                String::from("Sledge")
            }
            fn minute(&self) -> u32 {
                61
            }
        }
        assert_eq!(Sledge.row(), "01:01 Sledge");
    }
}
