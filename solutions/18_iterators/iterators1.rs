// The display in a tram names the coming stop and the one after it, then lists the
// stops that are left. Each stop is handed out once, in the order of the line; a
// line may also have one stop only, or none at all while it is being planned.

fn display(stops: &[&str]) -> String {
    // `next` moves the iterator on, so it takes `&mut self`: hence `mut`.
    let mut ahead = stops.iter();
    let coming = ahead.next();
    let after = ahead.next();

    let mut text = match (coming, after) {
        (Some(first), Some(second)) => format!("{first}, then {second}"),
        (Some(last), None) => format!("{last}, end of the line"),
        _ => String::from("not in service"),
    };

    // `for` calls `next` too. It goes on where the two calls above stopped.
    for stop in ahead {
        text.push_str(" - ");
        text.push_str(stop);
    }
    text
}

fn main() {
    let line = ["Harbour", "Fish Market", "Old Gate", "Hospital"];
    println!("{}", display(&line));
    println!("{}", display(&line[3..]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_stops_fill_the_first_part() {
        assert_eq!(display(&["Quay", "Mill"]), "Quay, then Mill");
    }

    #[test]
    fn the_other_stops_follow_once_each() {
        let line = ["Quay", "Mill", "School", "Depot"];
        assert_eq!(display(&line), "Quay, then Mill - School - Depot");
    }

    #[test]
    fn a_single_stop_ends_the_line() {
        assert_eq!(display(&["Depot"]), "Depot, end of the line");
    }

    #[test]
    fn a_line_without_stops_is_not_in_service() {
        assert_eq!(display(&[]), "not in service");
    }

    #[test]
    fn a_stop_that_is_served_twice_is_shown_twice() {
        let ring = ["Park", "Zoo", "Park"];
        assert_eq!(display(&ring), "Park, then Zoo - Park");
    }
}
