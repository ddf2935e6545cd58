// To draw the whole window for each key that is pressed costs battery. So the terminal notes which
// cells have changed since the last frame, the damage: the leftmost and rightmost column of each
// line. The window asks for it, draws these cells only, and must look as if it had drawn them all,
// the cursor included. Write how damage grows, how it is handed out, and what deleting damages.

use std::mem;

#[derive(Clone, Copy, Debug, PartialEq)]
struct LineDamage {
    line: usize,
    left: usize,
    right: usize,
}

impl LineDamage {
    /// No column is damaged as long as left is greater than right.
    fn none(line: usize) -> LineDamage {
        LineDamage {
            line,
            left: usize::MAX,
            right: 0,
        }
    }

    fn expand(&mut self, left: usize, right: usize) {
        // TODO: What was damaged before remains so.
        self.left = left;
        self.right = right;
    }
}

#[derive(Debug, PartialEq)]
enum Damage {
    Full,
    Lines(Vec<LineDamage>),
}

struct Term {
    rows: Vec<Vec<char>>,
    /// Line and column.
    cursor: (usize, usize),
    full_damage: bool,
    damage: Vec<LineDamage>,
    /// Where the cursor was when the damage was asked for the last time.
    drawn_cursor: (usize, usize),
}

impl Term {
    fn new(columns: usize, lines: usize) -> Term {
        Term {
            rows: vec![vec![' '; columns]; lines],
            cursor: (0, 0),
            full_damage: true,
            damage: (0..lines).map(LineDamage::none).collect(),
            drawn_cursor: (0, 0),
        }
    }

    fn columns(&self) -> usize {
        self.rows[0].len()
    }

    /// The changes since the last call.
    fn take_damage(&mut self) -> Damage {
        // TODO: The cursor is drawn, too: its cell has changed, and the one where it was before.
        // The next call shall begin with no damage, whatever this one returns.
        if self.full_damage {
            return Damage::Full;
        }
        Damage::Lines(self.damage.clone())
    }

    /// A movement damages nothing by itself.
    fn go_to(&mut self, line: usize, column: usize) {
        self.cursor = (line, column);
    }

    fn input(&mut self, c: char) {
        let (line, column) = self.cursor;
        self.rows[line][column] = c;
        self.damage[line].expand(column, column);
        self.cursor.1 = (self.columns() - 1).min(column + 1);
    }

    /// Cells from the cursor on move to the left, as many as there are blanks behind them then.
    fn delete_cells(&mut self, count: usize) {
        let (line, column) = self.cursor;
        let last = self.columns() - 1;
        let count = count.min(last + 1 - column);
        self.rows[line][column..].rotate_left(count);
        self.rows[line][last + 1 - count..].fill(' ');
        // TODO: Which cells may look different now?
        self.damage[line].expand(column, column);
    }

    fn scroll_up(&mut self) {
        self.rows.rotate_left(1);
        if let Some(bottom) = self.rows.last_mut() {
            bottom.fill(' ');
        }
        self.full_damage = true;
    }
}

/// What is seen: it changes only where it is drawn.
struct Window(Vec<Vec<char>>);

impl Window {
    fn open(term: &mut Term) -> Window {
        let mut window = Window(term.rows.clone());
        window.draw(term);
        window
    }

    /// Draws what is damaged, and returns how many cells that were.
    fn draw(&mut self, term: &mut Term) -> usize {
        let last = term.columns() - 1;
        let all = |line| LineDamage {
            line,
            left: 0,
            right: last,
        };
        let lines = match term.take_damage() {
            Damage::Full => (0..term.rows.len()).map(all).collect(),
            Damage::Lines(lines) => lines,
        };
        let mut cells = 0;
        for LineDamage { line, left, right } in lines {
            for column in left..=right {
                self.0[line][column] = term.rows[line][column];
                cells += 1;
                if term.cursor == (line, column) {
                    self.0[line][column] = '_';
                }
            }
        }
        cells
    }
}

fn main() {
    let mut term = Term::new(12, 2);
    let mut window = Window::open(&mut term);
    for c in "ebb and flow".chars() {
        term.input(c);
    }
    println!("{} cells drawn", window.draw(&mut term));
    term.go_to(0, 3);
    term.delete_cells(4);
    println!("{} cells drawn", window.draw(&mut term));
    term.scroll_up();
    term.go_to(1, 0);
    term.input('>');
    println!("{} cells drawn", window.draw(&mut term));
    for row in window.0 {
        println!("|{}|", row.iter().collect::<String>());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two lines of six letters, drawn, with the cursor at the end of the first line.
    fn drawn() -> (Term, Window) {
        let mut term = Term::new(6, 2);
        for (line, text) in [(1, "ghijkl"), (0, "abcdef")] {
            term.go_to(line, 0);
            text.chars().for_each(|c| term.input(c));
        }
        let window = Window::open(&mut term);
        (term, window)
    }

    fn damage(line: usize, left: usize, right: usize) -> LineDamage {
        LineDamage { line, left, right }
    }

    fn lines(window: &Window) -> Vec<String> {
        window.0.iter().map(|row| row.iter().collect()).collect()
    }

    #[test]
    fn the_first_frame_is_drawn_in_full() {
        let mut term = Term::new(6, 2);
        assert_eq!(term.take_damage(), Damage::Full);
        let cursor = damage(0, 0, 0);
        assert_eq!(term.take_damage(), Damage::Lines(vec![cursor]));
    }

    #[test]
    fn without_changes_only_the_cursor_is_drawn() {
        let (mut term, mut window) = drawn();
        assert_eq!(term.take_damage(), Damage::Lines(vec![damage(0, 5, 5)]));
        assert_eq!(window.draw(&mut term), 1);
        assert_eq!(lines(&window), ["abcde_", "ghijkl"]);
    }

    #[test]
    fn full_damage_is_over_after_one_frame() {
        let (mut term, mut window) = drawn();
        term.scroll_up();
        assert_eq!(window.draw(&mut term), 12);
        assert_eq!(lines(&window), ["ghijk_", "      "]);
        assert_eq!(window.draw(&mut term), 1);
    }

    #[test]
    fn damage_is_forgotten_with_a_full_frame_as_well() {
        let (mut term, mut window) = drawn();
        term.go_to(1, 0);
        term.input('x');
        term.scroll_up();
        assert_eq!(window.draw(&mut term), 12);
        assert_eq!(window.draw(&mut term), 1);
    }

    #[test]
    fn a_cursor_leaves_no_trace() {
        let (mut term, mut window) = drawn();
        term.go_to(1, 2);
        assert_eq!(window.draw(&mut term), 2);
        assert_eq!(lines(&window), ["abcdef", "gh_jkl"]);
        term.go_to(1, 1);
        term.go_to(0, 0);
        window.draw(&mut term);
        assert_eq!(lines(&window), ["_bcdef", "ghijkl"]);
    }

    #[test]
    fn a_cursor_that_moved_during_full_damage_leaves_no_trace_either() {
        let (mut term, mut window) = drawn();
        term.scroll_up();
        term.go_to(1, 3);
        window.draw(&mut term);
        term.go_to(0, 0);
        window.draw(&mut term);
        assert_eq!(lines(&window), ["_hijkl", "      "]);
    }

    #[test]
    fn the_damage_of_a_line_reaches_from_its_first_to_its_last_change() {
        let (mut term, _) = drawn();
        for column in [4, 1, 2] {
            term.go_to(1, column);
            term.input('x');
        }
        let expected = vec![damage(0, 5, 5), damage(1, 1, 4)];
        assert_eq!(term.take_damage(), Damage::Lines(expected));
    }

    #[test]
    fn damage_in_the_first_column_counts() {
        let (mut term, mut window) = drawn();
        term.go_to(1, 0);
        term.input('x');
        term.go_to(0, 5);
        assert_eq!(window.draw(&mut term), 2);
        assert_eq!(lines(&window), ["abcde_", "xhijkl"]);
    }

    #[test]
    fn cells_that_moved_are_drawn() {
        let (mut term, mut window) = drawn();
        term.go_to(1, 1);
        term.delete_cells(2);
        assert_eq!(window.draw(&mut term), 6);
        assert_eq!(lines(&window), ["abcdef", "g_kl  "]);
    }

    #[test]
    fn more_cells_than_there_are_can_not_be_deleted() {
        let (mut term, mut window) = drawn();
        term.go_to(1, 4);
        term.delete_cells(9);
        term.go_to(0, 0);
        window.draw(&mut term);
        assert_eq!(lines(&window), ["_bcdef", "ghij  "]);
    }
}
