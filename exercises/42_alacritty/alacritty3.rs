// At the bottom of the screen every line feed moves all lines up by one. Alacritty moves none of
// them: its rows lie in a ring, and to scroll is to turn the ring by one row. What was the top line
// is then the youngest line of the history; the oldest row of a full ring is emptied and becomes
// the bottom line. Turn the ring, and find the rows in it: line 0 is the top of the screen, and
// line -1 lies above it.

use std::ops::{Index, IndexMut};

#[derive(Clone, Copy)]
struct Line(i32);

struct Storage {
    /// The ring. After the last row comes the first one.
    rows: Vec<String>,
    /// Where in the ring line 0 is.
    zero: usize,
    screen_lines: usize,
    /// How many lines of history there are by now.
    history: usize,
}

impl Storage {
    fn new(screen_lines: usize, most_history: usize) -> Storage {
        Storage {
            rows: vec![String::new(); screen_lines + most_history],
            zero: 0,
            screen_lines,
            history: 0,
        }
    }

    /// The index into `rows` of a line. Panics if there is no such line.
    fn slot(&self, line: Line) -> usize {
        let lines = -(self.history as i32)..self.screen_lines as i32;
        assert!(lines.contains(&line.0), "no line {}", line.0);

        // TODO: Count from `zero`, and go round the ring, backwards as well.
        line.0 as usize
    }

    /// All lines move up by one, and the bottom line is empty.
    fn scroll_up(&mut self) {
        // TODO: Turn the ring; no row shall move in memory. The history grows by a line,
        // as long as there is room in the ring.
        self.rows.remove(0);
        self.rows.push(String::new());
    }
}

impl Index<Line> for Storage {
    type Output = String;

    fn index(&self, line: Line) -> &String {
        &self.rows[self.slot(line)]
    }
}

impl IndexMut<Line> for Storage {
    fn index_mut(&mut self, line: Line) -> &mut String {
        let slot = self.slot(line);
        &mut self.rows[slot]
    }
}

fn main() {
    let mut storage = Storage::new(2, 2);
    for text in ["tide tables", "moon phases", "ferries"] {
        storage.scroll_up();
        storage[Line(1)].push_str(text);
    }
    for line in -2..2 {
        println!("{line:2}: {}", storage[Line(line)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A screen of three lines and at most two lines of history, after these lines of output.
    fn after(output: &str) -> Storage {
        let mut storage = Storage::new(3, 2);
        for text in output.split_whitespace() {
            storage.scroll_up();
            storage[Line(2)].push_str(text);
        }
        storage
    }

    fn lines(storage: &Storage) -> Vec<&str> {
        let top = -(storage.history as i32);
        (top..3).map(|line| storage[Line(line)].as_str()).collect()
    }

    #[test]
    fn a_new_screen_is_empty_and_has_no_history() {
        assert_eq!(lines(&after("")), ["", "", ""]);
    }

    #[test]
    fn lines_move_up_and_the_bottom_is_empty() {
        let mut storage = after("a b");
        storage.scroll_up();
        let screen = [0, 1, 2].map(|line| storage[Line(line)].as_str());
        assert_eq!(screen, ["a", "b", ""]);
    }

    #[test]
    fn what_leaves_the_screen_is_history() {
        assert_eq!(lines(&after("a b c d")), ["", "a", "b", "c", "d"]);
        assert_eq!(lines(&after("a b c d e")), ["a", "b", "c", "d", "e"]);
    }

    #[test]
    fn the_history_grows_line_by_line() {
        assert_eq!(after("a").history, 1);
        assert_eq!(after("a b").history, 2);
        assert_eq!(after("a b c").history, 2);
    }

    #[test]
    fn a_full_ring_forgets_the_oldest_lines() {
        let storage = after("a b c d e f g h i");
        assert_eq!(lines(&storage), ["e", "f", "g", "h", "i"]);
    }

    #[test]
    fn a_line_is_changed_where_it_is() {
        let mut storage = after("a b c d e f g");
        storage[Line(0)].push('!');
        storage[Line(-2)].push('?');
        assert_eq!(lines(&storage), ["c?", "d", "e!", "f", "g"]);
    }

    #[test]
    fn no_row_moves_in_memory() {
        let mut storage = after("a b c d e");
        let place = |storage: &Storage| storage.rows.iter().position(|row| row == "d");
        let before = place(&storage);
        storage.scroll_up();
        assert_eq!(storage[Line(0)], "d");
        assert_eq!(place(&storage), before);
    }

    #[test]
    fn the_index_of_the_top_stays_within_the_ring() {
        assert_eq!(after("a b c d").zero, 4);
        assert_eq!(after("a b c d e").zero, 0);
    }

    #[test]
    fn a_ring_without_history_only_has_the_screen() {
        let mut storage = Storage::new(1, 0);
        storage[Line(0)].push('a');
        storage.scroll_up();
        assert_eq!(storage[Line(0)], "");
        assert_eq!(storage.history, 0);
    }

    #[test]
    #[should_panic(expected = "no line -1")]
    fn the_history_that_is_not_there_yet_can_not_be_read() {
        let _ = &Storage::new(3, 2)[Line(-1)];
    }
}
