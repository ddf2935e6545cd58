// A crew reads the tide tables of some harbours, one after the other, and puts each away
// again. In the end the notice is to name the highest tide of them all. So what was found
// has to be there longer than the table in which it was found.

struct Tide {
    hour: u32,
    centimetres: u32,
}

/// Reads hours and heights from a text such as "3:410 15:398", and leaves out all else.
fn tide_table(text: &str) -> Vec<Tide> {
    let mut table = Vec::new();
    for entry in text.split_whitespace() {
        let Some((hour, height)) = entry.split_once(':') else {
            continue;
        };
        if let (Ok(hour), Ok(centimetres)) = (hour.parse(), height.parse()) {
            table.push(Tide { hour, centimetres });
        }
    }
    table
}

// TODO: The text is made in this function. Who owns it when the function is over?
fn line(tide: &Tide) -> &str {
    let text = format!("{} cm at {} o'clock", tide.centimetres, tide.hour);
    &text
}

/// Of equally high tides the one that was read first.
fn notice(tables: &[&str]) -> String {
    // TODO: A reference to a tide ends with the table that the tide is in.
    let mut highest: Option<&Tide> = None;
    for text in tables {
        let table = tide_table(text);
        for tide in &table {
            match highest {
                Some(before) if tide.centimetres <= before.centimetres => {}
                _ => highest = Some(tide),
            }
        }
    }

    // TODO: Here, too, if you changed the type of `highest`.
    match highest {
        Some(tide) => format!("highest tide: {}", line(tide)),
        None => String::from("no tides"),
    }
}

fn main() {
    println!("{}", notice(&["3:410 15:398", "5:1120 17:1085"]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_height_and_hour() {
        let tide = Tide {
            hour: 16,
            centimetres: 385,
        };
        assert_eq!(line(&tide), "385 cm at 16 o'clock");
    }

    #[test]
    fn the_highest_tide_is_found_in_any_table() {
        let (low, high) = ("2:100 14:120", "4:500 16:480");
        assert_eq!(notice(&[low, high]), "highest tide: 500 cm at 4 o'clock");
        assert_eq!(notice(&[high, low]), "highest tide: 500 cm at 4 o'clock");
    }

    #[test]
    fn the_highest_tide_is_found_anywhere_in_a_table() {
        let table = "1:90 fog 7:95 13:300 16:? 19:80";
        assert_eq!(notice(&[table]), "highest tide: 300 cm at 13 o'clock");
    }

    #[test]
    fn of_equal_tides_the_first_is_named() {
        let tables = ["6:200", "7:200 8:190"];
        assert_eq!(notice(&tables), "highest tide: 200 cm at 6 o'clock");
    }

    #[test]
    fn without_tables_there_are_no_tides() {
        assert_eq!(notice(&[]), "no tides");
        assert_eq!(notice(&["", "fog"]), "no tides");
    }
}
