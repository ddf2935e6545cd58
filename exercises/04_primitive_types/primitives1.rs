// A karaoke machine gives 0 to 100 points for each of the three verses of a song. It
// shows the average, lights up the golden disc from 240 points on, and takes 5 points
// away for every wrong note, but nobody goes home with less than nothing.
// So far it stops working in the middle of the best songs, and of the worst.

// TODO: A u8 holds 0 to 255. What is the largest number this function works out?
fn average(first: u8, second: u8, third: u8) -> u8 {
    (first + second + third) / 3
}

// TODO: The same question.
fn wins_golden_disc(first: u8, second: u8, third: u8) -> bool {
    first + second + third >= 240
}

fn after_wrong_notes(points: u32, wrong_notes: u32) -> u32 {
    // TODO: A range has a lower end, too. An unsigned number never goes below 0.
    points - 5 * wrong_notes
}

fn main() {
    println!("On average: {}", average(60, 70, 50));
    println!("Golden disc: {}", wins_golden_disc(60, 70, 50));
    println!("After 3 wrong notes: {}", after_wrong_notes(60, 3));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_song_has_a_quiet_average() {
        assert_eq!(average(10, 20, 40), 23);
    }

    #[test]
    fn three_perfect_verses_average_a_hundred() {
        assert_eq!(average(100, 100, 100), 100);
    }

    #[test]
    fn the_golden_disc_begins_at_240_points() {
        assert!(wins_golden_disc(80, 79, 81));
        assert!(!wins_golden_disc(80, 79, 80));
    }

    #[test]
    fn a_perfect_song_wins_the_golden_disc() {
        assert!(wins_golden_disc(100, 100, 100));
    }

    #[test]
    fn a_wrong_note_costs_five_points() {
        assert_eq!(after_wrong_notes(80, 0), 80);
        assert_eq!(after_wrong_notes(80, 3), 65);
        assert_eq!(after_wrong_notes(80, 16), 0);
    }

    #[test]
    fn a_long_list_of_wrong_notes_leaves_nothing() {
        assert_eq!(after_wrong_notes(80, 17), 0);
        assert_eq!(after_wrong_notes(0, 200), 0);
    }
}
