// A line that fills the width of the screen must not be followed by an empty one. So a terminal
// wraps late: after the last column the cursor stays, a wrap is due, and only the next character
// goes to the next line. A character such as 語 takes two cells, a wide one and a spacer behind it.
// It is never cut in two, neither by the end of the line nor by what is written over one half.

#[derive(Clone, Copy, PartialEq)]
enum Cell {
    Narrow(char),
    /// The left half of a wide character, with the whole of it.
    Wide(char),
    /// The right half.
    Spacer,
}

const BLANK: Cell = Cell::Narrow(' ');

struct Term {
    columns: usize,
    rows: Vec<Vec<Cell>>,
    line: usize,
    column: usize,
    /// The last column is written, and the cursor stays in it.
    wrap_due: bool,
}

/// How many cells a character takes. (The whole table is much longer.)
fn width(c: char) -> usize {
    if ('\u{2e80}'..='\u{ffe6}').contains(&c) {
        2
    } else {
        1
    }
}

impl Term {
    fn new(columns: usize, lines: usize) -> Term {
        Term {
            columns,
            rows: vec![vec![BLANK; columns]; lines],
            line: 0,
            column: 0,
            wrap_due: false,
        }
    }

    /// Takes text with `\r`, `\n` and the backspace `\u{8}`.
    fn write(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\r' => self.go_to_column(0),
                '\u{8}' => self.go_to_column(self.column.saturating_sub(1)),
                '\n' => self.linefeed(),
                _ => self.input(c),
            }
        }
    }

    fn go_to_column(&mut self, column: usize) {
        self.column = column;
        self.wrap_due = false;
    }

    fn linefeed(&mut self) {
        self.wrap_due = false;
        if self.line + 1 < self.rows.len() {
            self.line += 1;
        } else {
            self.rows.rotate_left(1);
            self.rows[self.line].fill(BLANK);
        }
    }

    /// A character that is shown.
    fn input(&mut self, c: char) {
        let width = width(c);
        if self.wrap_due || self.column + width > self.columns {
            self.linefeed();
            self.go_to_column(0);
        }

        let end = self.column + width;
        self.leave_no_halves(self.column, end);
        let row = &mut self.rows[self.line];
        if width == 2 {
            row[self.column] = Cell::Wide(c);
            row[self.column + 1] = Cell::Spacer;
        } else {
            row[self.column] = Cell::Narrow(c);
        }

        if end < self.columns {
            self.column = end;
        } else {
            self.column = self.columns - 1;
            self.wrap_due = true;
        }
    }

    /// The cells from `start` to before `end` are about to be overwritten.
    fn leave_no_halves(&mut self, start: usize, end: usize) {
        let row = &mut self.rows[self.line];
        if row[start] == Cell::Spacer {
            row[start - 1] = BLANK;
        }
        // A spacer behind the end has its other half before it.
        if end < self.columns && row[end] == Cell::Spacer {
            row[end] = BLANK;
        }
    }

    fn lines(&self) -> Vec<String> {
        let line = |row: &Vec<Cell>| row.iter().filter_map(shown).collect();
        self.rows.iter().map(line).collect()
    }
}

fn shown(cell: &Cell) -> Option<char> {
    match *cell {
        Cell::Narrow(c) | Cell::Wide(c) => Some(c),
        Cell::Spacer => None,
    }
}

fn main() {
    let mut term = Term::new(7, 4);
    term.write("harbour\r\nmøl\r\n港港港港\rq");
    for line in term.lines() {
        println!("|{line}|");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(text: &str) -> Vec<String> {
        let mut term = Term::new(5, 3);
        term.write(text);
        term.lines()
    }

    #[test]
    fn a_long_line_wraps() {
        assert_eq!(screen("lighthouses"), ["light", "house", "s    "]);
    }

    #[test]
    fn a_full_line_is_not_followed_by_an_empty_one() {
        assert_eq!(screen("light\r\nhouse\r\n"), ["light", "house", "     "]);
    }

    #[test]
    fn after_the_last_column_the_cursor_stays() {
        let mut term = Term::new(5, 3);
        term.write("light");
        assert_eq!((term.line, term.column), (0, 4));
        term.write("h");
        assert_eq!((term.line, term.column), (1, 1));
    }

    #[test]
    fn a_movement_forgets_the_wrap() {
        assert_eq!(screen("light\rL"), ["Light", "     ", "     "]);
        assert_eq!(screen("light\u{8}X"), ["ligXt", "     ", "     "]);
    }

    #[test]
    fn a_line_feed_keeps_the_column_and_the_wrap() {
        assert_eq!(screen("ab\nc"), ["ab   ", "  c  ", "     "]);
        assert_eq!(screen("light\nx"), ["light", "     ", "x    "]);
    }

    #[test]
    fn wrapped_lines_scroll_the_screen() {
        assert_eq!(screen("aaaaabbbbbcccccd"), ["bbbbb", "ccccc", "d    "]);
    }

    #[test]
    fn a_wide_character_takes_two_cells() {
        assert_eq!(screen("語x\r\n"), ["語x  ", "     ", "     "]);
        let mut term = Term::new(5, 3);
        term.write("語");
        assert_eq!(term.column, 2);
    }

    #[test]
    fn a_wide_character_that_does_not_fit_goes_to_the_next_line() {
        assert_eq!(screen("四字熟語"), ["四字 ", "熟語 ", "     "]);
    }

    #[test]
    fn a_wide_character_may_fill_the_last_columns() {
        assert_eq!(screen("a四字b"), ["a四字", "b    ", "     "]);
        assert_eq!(screen("a四字\rb"), ["b四字", "     ", "     "]);
    }

    #[test]
    fn a_left_half_that_is_overwritten_takes_its_right_half_along() {
        assert_eq!(screen("四字\rx"), ["x 字 ", "     ", "     "]);
        assert_eq!(screen("a四字\r熟"), ["熟 字", "     ", "     "]);
    }

    #[test]
    fn a_right_half_that_is_overwritten_takes_its_left_half_along() {
        assert_eq!(screen("四字\u{8}x"), ["四 x ", "     ", "     "]);
    }

    #[test]
    fn both_neighbours_may_be_cut() {
        assert_eq!(screen("四字\r\u{8}a熟"), ["a熟  ", "     ", "     "]);
    }

    #[test]
    fn whole_characters_beside_the_new_one_stay() {
        assert_eq!(screen("a四\u{8}\u{8}b字"), ["ab字 ", "     ", "     "]);
        assert_eq!(screen("四字\r熟"), ["熟字 ", "     ", "     "]);
    }
}
