// The whole terminal in small: what a program has sent is replayed into a grid, and the lines of
// the screen are printed as they stand at the end. The arguments are `COLUMNS ROWS FILE`; such a
// file is made by `script -q -c 'vim notes.txt' FILE`, for example. Most of it is there. Missing is
// how a line wraps, what a line feed does in a scroll region, and the alternate screen, from which
// an editor leaves without a trace.

use std::error::Error;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::{env, fs, iter, mem};

/// A cell is a character and what is put over it; the right half of a wide one is empty.
type Row = Vec<String>;

/// No screen is larger; and sums of such numbers can't overflow.
const LARGEST: usize = 0xffff;

#[derive(Clone, Copy, Default)]
struct Cursor {
    line: usize,
    column: usize,
    /// The last column is written: the next character goes to the next line.
    wrap_due: bool,
}

struct Screen {
    rows: Vec<Row>,
    cursor: Cursor,
    saved: Cursor,
}

struct Term {
    columns: usize,
    lines: usize,
    screen: Screen,
    /// The screen that is not shown now: the alternate one, or behind it the primary one.
    hidden: Screen,
    alternate: bool,
    /// The lines that scroll.
    region: Range<usize>,
    autowrap: bool,
    insert: bool,
    last_printed: Option<char>,
}

fn blanks(columns: usize) -> Row {
    vec![String::from(" "); columns]
}

/// Makes a place between two cells: a wide character that lies across it is gone.
fn part(row: &mut Row, column: usize) {
    if row.get(column).is_some_and(String::is_empty) {
        row[column - 1..=column].fill(String::from(" "));
    }
}

/// How many cells a character takes. A table of all ranges has hundreds of lines.
fn width(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{2705}' | '\u{2728}' | '\u{274c}' | '\u{2b50}' => 2,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{303e}' | '\u{3041}'..='\u{a4cf}' => 2,
        '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' => 2,
        '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' => 2,
        '\u{1f300}'..='\u{1f64f}' | '\u{1f680}'..='\u{1f6c5}' => 2,
        '\u{1f900}'..='\u{1f9ff}' => 2,
        '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

impl Term {
    fn new(columns: usize, lines: usize) -> Term {
        let screen = || Screen {
            rows: vec![blanks(columns); lines],
            cursor: Cursor::default(),
            saved: Cursor::default(),
        };
        Term {
            columns,
            lines,
            screen: screen(),
            hidden: screen(),
            alternate: false,
            region: 0..lines,
            autowrap: true,
            insert: false,
            last_printed: None,
        }
    }

    /// The lines of the screen, without the blanks at their ends.
    fn text(&self) -> Vec<String> {
        let lines = self.screen.rows.iter().map(|row| row.concat());
        lines
            .map(|line| line.trim_end_matches(' ').to_string())
            .collect()
    }

    fn print(&mut self, c: char) {
        let width = width(c);
        if width == 0 {
            return self.combine(c);
        }
        self.last_printed = Some(c);

        let lacks_room = self.screen.cursor.column + width > self.columns;
        if self.autowrap && (self.screen.cursor.wrap_due || lacks_room) {
            // A line feed, so that the screen scrolls when the line was its last one.
            self.linefeed();
            self.goto(self.screen.cursor.line, 0);
        }

        let Cursor { line, column, .. } = self.screen.cursor;
        let end = column + width;
        if end > self.columns {
            return;
        }
        if self.insert {
            self.insert_blanks(width);
        }
        self.erase(line, column..end);
        self.screen.rows[line][column..end].fill(String::new());
        self.screen.rows[line][column].push(c);

        let cursor = &mut self.screen.cursor;
        cursor.wrap_due = end == self.columns;
        cursor.column = end.min(self.columns - 1);
    }

    /// Puts a character without a width of its own onto the one before.
    fn combine(&mut self, c: char) {
        let row = &mut self.screen.rows[self.screen.cursor.line];
        let end = self.screen.cursor.column + usize::from(self.screen.cursor.wrap_due);
        if let Some(cell) = row[..end].iter_mut().rfind(|cell| !cell.is_empty()) {
            cell.push(c);
        }
    }

    fn control(&mut self, c: char) {
        let Cursor { line, column, .. } = self.screen.cursor;
        match c {
            '\u{8}' => self.goto(line, column.saturating_sub(1)),
            '\t' => self.tabs(1),
            '\n'..='\u{c}' => self.linefeed(),
            '\r' => self.goto(line, 0),
            _ => (),
        }
    }

    fn goto(&mut self, line: usize, column: usize) {
        self.screen.cursor = Cursor {
            line: line.min(self.lines - 1),
            column: column.min(self.columns - 1),
            wrap_due: false,
        };
    }

    /// Down, or up if `steps` is negative. A cursor that is not beyond a margin stops at it.
    fn move_lines(&mut self, steps: isize) {
        let Cursor { line, column, .. } = self.screen.cursor;
        let above = line < self.region.start;
        let below = line >= self.region.end;
        let top = if above { 0 } else { self.region.start };
        let end = if below { self.lines } else { self.region.end };
        let line = line.saturating_add_signed(steps);
        self.goto(line.clamp(top, end - 1), column);
    }

    fn tabs(&mut self, count: usize) {
        let cursor = &mut self.screen.cursor;
        cursor.column = ((cursor.column / 8 + count) * 8).min(self.columns - 1);
    }

    fn linefeed(&mut self) {
        let line = self.screen.cursor.line;
        if line + 1 == self.region.end {
            self.scroll_up(self.region.clone(), 1);
        } else if line + 1 < self.lines {
            self.screen.cursor.line = line + 1;
        }
    }

    fn reverse_linefeed(&mut self) {
        let line = self.screen.cursor.line;
        if line == self.region.start {
            self.scroll_down(self.region.clone(), 1);
        } else {
            self.screen.cursor.line = line.saturating_sub(1);
        }
    }

    /// These lines move up, and empty ones follow.
    fn scroll_up(&mut self, lines: Range<usize>, count: usize) {
        let rows = &mut self.screen.rows[lines];
        let count = count.min(rows.len());
        let kept = rows.len() - count;
        rows.rotate_left(count);
        rows[kept..].fill(blanks(self.columns));
    }

    fn scroll_down(&mut self, lines: Range<usize>, count: usize) {
        let rows = &mut self.screen.rows[lines];
        let count = count.min(rows.len());
        rows.rotate_right(count);
        rows[..count].fill(blanks(self.columns));
    }

    fn erase(&mut self, line: usize, columns: Range<usize>) {
        let row = &mut self.screen.rows[line];
        part(row, columns.start);
        part(row, columns.end);
        row[columns].fill(String::from(" "));
    }

    fn erase_in_line(&mut self, mode: usize) {
        let Cursor { line, column, .. } = self.screen.cursor;
        let next = column + usize::from(self.screen.cursor.wrap_due);
        match mode {
            0 => self.erase(line, next..self.columns),
            1 => self.erase(line, 0..column + 1),
            2 => self.erase(line, 0..self.columns),
            _ => (),
        }
    }

    fn erase_in_display(&mut self, mode: usize) {
        let line = self.screen.cursor.line;
        let others = match mode {
            0 => line + 1..self.lines,
            1 => 0..line,
            2 => 0..self.lines,
            _ => return,
        };
        self.screen.rows[others].fill(blanks(self.columns));
        self.erase_in_line(mode);
    }

    fn insert_blanks(&mut self, count: usize) {
        let Cursor { line, column, .. } = self.screen.cursor;
        let count = count.min(self.columns - column);
        let row = &mut self.screen.rows[line];
        part(row, column);
        part(row, self.columns - count);
        row[column..].rotate_right(count);
        row[column..column + count].fill(String::from(" "));
    }

    fn delete_cells(&mut self, count: usize) {
        let Cursor { line, column, .. } = self.screen.cursor;
        let count = count.min(self.columns - column);
        let row = &mut self.screen.rows[line];
        part(row, column);
        part(row, column + count);
        row[column..].rotate_left(count);
        row[self.columns - count..].fill(String::from(" "));
    }

    fn use_alternate(&mut self, alternate: bool) {
        if alternate == self.alternate {
            return;
        }
        self.alternate = alternate;
        mem::swap(&mut self.screen, &mut self.hidden);
        if alternate {
            self.screen.rows.fill(blanks(self.columns));
            self.screen.cursor = Cursor::default();
        }
    }

    fn escape(&mut self, sequence: &str) {
        match sequence {
            "7" => self.screen.saved = self.screen.cursor,
            "8" => self.screen.cursor = self.screen.saved,
            "D" => self.linefeed(),
            "E" => {
                self.linefeed();
                self.control('\r');
            }
            "M" => self.reverse_linefeed(),
            "c" => *self = Term::new(self.columns, self.lines),
            _ => (),
        }
    }

    /// An order that began with `ESC [`. A number that is missing or 0 mostly means 1.
    fn csi(&mut self, params: &str, action: char) {
        // Neither digits nor separators: a `?`, for example, makes another order of it.
        let other = |c: &char| !"0123456789:;".contains(*c);
        let marker: String = params.chars().filter(other).collect();
        let numbers = params.trim_start_matches('?').split(';');
        let number = |text: &str| text.parse().unwrap_or(0).min(LARGEST);
        let numbers: Vec<usize> = numbers.map(number).collect();
        let first = numbers[0];
        let second = numbers.get(1).copied().unwrap_or(0);
        let count = first.max(1);
        let steps = count as isize;
        let Cursor { line, column, .. } = self.screen.cursor;
        match (marker.as_str(), action) {
            ("", '@') => self.insert_blanks(count),
            ("", 'A') => self.move_lines(-steps),
            ("", 'B' | 'e') => self.move_lines(steps),
            ("", 'C' | 'a') => self.goto(line, column + count),
            ("", 'D') => self.goto(line, column.saturating_sub(count)),
            ("", 'E' | 'F') => {
                self.move_lines(if action == 'E' { steps } else { -steps });
                self.control('\r');
            }
            ("", 'G' | '`') => self.goto(line, count - 1),
            ("", 'H' | 'f') => self.goto(count - 1, second.saturating_sub(1)),
            ("", 'I') => self.tabs(count),
            ("", 'J') => self.erase_in_display(first),
            ("", 'K') => self.erase_in_line(first),
            ("", 'L') if self.region.contains(&line) => {
                self.scroll_down(line..self.region.end, count);
            }
            ("", 'M') if self.region.contains(&line) => {
                self.scroll_up(line..self.region.end, count);
            }
            ("", 'P') => self.delete_cells(count),
            ("", 'S') => self.scroll_up(self.region.clone(), count),
            ("", 'T') => self.scroll_down(self.region.clone(), count),
            ("", 'X') => self.erase(line, column..self.columns.min(column + count)),
            ("", 'Z') => self.goto(line, column.div_ceil(8).saturating_sub(count) * 8),
            ("", 'b') => {
                for c in iter::repeat_n(self.last_printed, count).flatten() {
                    self.print(c);
                }
            }
            ("", 'd') => self.goto(count - 1, column),
            ("", 'r') => {
                let bottom = if second == 0 { self.lines } else { second };
                if count < bottom.min(self.lines) {
                    self.region = count - 1..bottom.min(self.lines);
                    self.goto(0, 0);
                }
            }
            ("", 's') => self.escape("7"),
            ("", 'u') => self.escape("8"),
            (_, 'h' | 'l') => {
                for mode in numbers {
                    self.set_mode(&marker, mode, action == 'h');
                }
            }
            _ => (), // colours, questions to the terminal, and others
        }
    }

    fn set_mode(&mut self, marker: &str, mode: usize, on: bool) {
        match (marker, mode) {
            ("", 4) => self.insert = on,
            ("?", 7) => self.autowrap = on,
            ("?", 1048) => self.escape(if on { "7" } else { "8" }),
            ("?", 1049) => self.use_alternate(on),
            _ => (),
        }
    }
}

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Ground,
    Escape,
    Csi,
    /// A title, which ends with BEL or with ESC.
    Title,
    /// Another message that is not for the screen, which ends with ESC.
    Message,
}

/// Tells text and sequences apart; what is unfinished waits for the next `feed`.
#[derive(Default)]
struct Parser {
    state: State,
    sequence: String,
}

impl Parser {
    fn feed(&mut self, text: &str, term: &mut Term) {
        for c in text.chars() {
            self.state = self.step(c, term);
        }
    }

    fn step(&mut self, c: char, term: &mut Term) -> State {
        match (self.state, c) {
            (_, '\u{1b}') => {
                self.sequence.clear();
                State::Escape
            }
            (_, '\u{18}' | '\u{1a}') => State::Ground,
            (State::Title, '\u{7}') => State::Ground,
            (State::Title | State::Message, _) => self.state,
            (state, '\0'..='\u{1f}') => {
                term.control(c);
                state
            }
            (state, '\u{7f}'..='\u{9f}') => state,
            (State::Ground, _) => {
                term.print(c);
                State::Ground
            }
            (State::Escape, '[') if self.sequence.is_empty() => State::Csi,
            (State::Escape, ']') if self.sequence.is_empty() => State::Title,
            (State::Escape, 'P' | 'X' | '^' | '_') if self.sequence.is_empty() => State::Message,
            (state, ' '..='/') => {
                self.sequence.push(c);
                state
            }
            (State::Escape, _) => {
                self.sequence.push(c);
                term.escape(&self.sequence);
                State::Ground
            }
            (State::Csi, '0'..='?') => {
                self.sequence.push(c);
                State::Csi
            }
            (State::Csi, _) => {
                term.csi(&self.sequence, c);
                State::Ground
            }
        }
    }
}

fn replay(columns: usize, lines: usize, output: &[u8]) -> Vec<String> {
    let mut term = Term::new(columns, lines);
    Parser::default().feed(&String::from_utf8_lossy(output), &mut term);
    term.text()
}

/// What is replayed without arguments.
const DEMO: &[u8] = b"one\r\ntwo\x1b[A\x1b[5Gand a half\x1b[2;9H\xe2\x98\x85";

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let lines = match &args[..] {
        [] => replay(24, 2, DEMO),
        [columns, lines, file] => {
            let columns: NonZeroUsize = columns.parse()?;
            let lines: NonZeroUsize = lines.parse()?;
            replay(columns.get(), lines.get(), &fs::read(file)?)
        }
        _ => return Err("usage: alacritty10 COLUMNS ROWS FILE".into()),
    };
    println!("{}", lines.join("\n"));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A screen of 8 columns and 4 lines after this output; a `|` between lines.
    fn screen(output: &str) -> String {
        replay(8, 4, output.as_bytes()).join("|")
    }

    /// The four lines of the screen are `a`, `b`, `c` and `d` before.
    fn over(output: &str) -> String {
        screen(&format!("a\r\nb\r\nc\r\nd{output}"))
    }

    /// The same, and the second and third line are the region.
    fn over_region(output: &str) -> String {
        over(&format!("\x1b[2;3r{output}"))
    }

    /// The first line after this output.
    fn line(output: &str) -> String {
        replay(8, 4, output.as_bytes())[0].clone()
    }

    #[test]
    fn a_long_line_wraps() {
        assert_eq!(screen("lighthouses"), "lighthou|ses||");
    }

    #[test]
    fn the_wrap_waits_for_the_next_character() {
        assert_eq!(screen("lighthou\r\nx"), "lighthou|x||");
        assert_eq!(screen("lighthou\x1b[Kx"), "lighthou|x||");
        assert_eq!(screen("lighthou\t\nx"), "lighthou||x|");
    }

    #[test]
    fn a_wrap_in_the_last_line_scrolls() {
        assert_eq!(over("efghijkl"), "b|c|defghijk|l");
        assert_eq!(over_region("\x1b[3;7Hxyz"), "a|c     xy|z|d");
    }

    #[test]
    fn without_autowrap_the_last_column_is_overwritten() {
        assert_eq!(screen("\x1b[?7llighthouses"), "lighthos|||");
        assert_eq!(screen("\x1b[?7labcdefg語x"), "abcdefgx|||");
        assert_eq!(screen("\x1b[?7l\x1b[?7hlighthouses"), "lighthou|ses||");
    }

    #[test]
    fn each_character_has_its_width() {
        for narrow in "aé─€\u{2ff}\u{10ff}\u{3040}".chars() {
            assert_eq!(width(narrow), 1, "{narrow}");
        }
        for wide in "\u{1100}\u{3041}語각！￥✅✨🚀🦀\u{20000}".chars() {
            assert_eq!(width(wide), 2, "{wide}");
        }
        assert_eq!(width('\u{300}'), 0);
    }

    #[test]
    fn the_margin_does_not_cut_wide_characters() {
        assert_eq!(screen("四字熟語x"), "四字熟語|x||");
        assert_eq!(screen("a四字熟語"), "a四字熟|語||");
    }

    #[test]
    fn no_half_of_a_wide_character_is_left() {
        assert_eq!(line("四字\x1b[2Gx"), " x字");
        assert_eq!(line("四字\x1b[3Gx"), "四x");
        assert_eq!(line("四字\rx"), "x 字");
        assert_eq!(line("四字熟\x1b[3G\x1b[1K"), "    熟");
        assert_eq!(line("四字熟\x1b[4G\x1b[P"), "四 熟");
        assert_eq!(line("四字熟\r\x1b[2P"), "字熟");
        assert_eq!(line("四字熟\r\x1b[P"), " 字熟");
        assert_eq!(line("ab四字熟\x1b[2G\x1b[@x"), "axb四字");
        assert_eq!(line("四字\x1b[2G\x1b[@x"), " x 字");
    }

    #[test]
    fn characters_without_width_join_the_one_before() {
        assert_eq!(line("e\u{301}x"), "e\u{301}x");
        assert_eq!(line("語\u{301}x"), "語\u{301}x");
        assert_eq!(line("abcdefge\u{301}"), "abcdefge\u{301}");
        assert_eq!(line("\u{301}x"), "x");
    }

    #[test]
    fn controls_move_the_cursor() {
        assert_eq!(screen("ab\x08x\x07y"), "axy|||");
        assert_eq!(screen("\x08abc\ndef\rx"), "abc|x  def||");
        assert_eq!(screen("\x0ba\x0cb"), "|a| b|");
    }

    #[test]
    fn tabs_stop_every_eight_columns() {
        let line = |output: &str| replay(20, 1, output.as_bytes()).concat();
        assert_eq!(line("a\tb\tc\td"), "a       b       c  d");
        assert_eq!(line("a\tb\x1b[Zc\x1b[2Zd"), "d       c");
        assert_eq!(line("\x1b[9G\x1b[Za\x1b[2Ib"), "a               b");
    }

    #[test]
    fn orders_move_the_cursor() {
        assert_eq!(screen("\x1b[2;3Hx\x1b[Hy"), "y|  x||");
        assert_eq!(screen("\x1b[99;99Hx\x1b[3;Hy"), "||y|       x");
        assert_eq!(screen("\x1b[99999999B\x1b[99999999Cx"), "|||       x");
        assert_eq!(screen("ab\x1b[Bc\x1b[2Ad\x1b[2De"), "abed|  c||");
        assert_eq!(screen("\x1b[3Ca\x1b[2G\x1b[2db"), "   a| b||");
        assert_eq!(screen("a\x1b[2Eb\x1b[Fc"), "a|c|b|");
        assert_eq!(screen("\x1b[2B\x1b[Ca\x1bMb\x1bEc\x1bDd"), "|  b|ca| d");
    }

    #[test]
    fn a_line_feed_scrolls_the_region_only() {
        assert_eq!(over_region("\x1b[3;1H\nx"), "a|c|x|d");
        assert_eq!(over_region("\x1b[2;1H\nx"), "a|b|x|d");
        assert_eq!(over_region("\x1b[1;1H\nx"), "a|x|c|d");
        assert_eq!(over_region("\x1b[4;1H\nx"), "a|b|c|x");
    }

    #[test]
    fn a_reverse_line_feed_scrolls_the_region_only() {
        assert_eq!(over_region("\x1b[2;1H\x1bMx"), "a|x|b|d");
        assert_eq!(over_region("\x1b[3;1H\x1bMx"), "a|x|c|d");
        assert_eq!(over_region("\x1b[1;1H\x1bMx"), "x|b|c|d");
    }

    #[test]
    fn a_region_is_set_with_the_cursor_at_home() {
        assert_eq!(over("\x1b[2;9rx\x1b[4;1H\n"), "x|c|d|");
        assert_eq!(over("\x1b[2rx\x1b[4;1H\n"), "x|c|d|");
        assert_eq!(over("\x1b[3;3rx"), "a|b|c|dx");
        assert_eq!(over_region("\x1b[r\x1b[4;1H\n"), "b|c|d|");
    }

    #[test]
    fn the_cursor_stops_at_margins() {
        assert_eq!(over_region("\x1b[3;2H\x1b[9Ax"), "a|bx|c|d");
        assert_eq!(over_region("\x1b[2;2H\x1b[9Ax"), "a|bx|c|d");
        assert_eq!(over_region("\x1b[2;2H\x1b[9Bx"), "a|b|cx|d");
        assert_eq!(over_region("\x1b[1;2H\x1b[9Bx"), "a|b|cx|d");
        assert_eq!(over_region("\x1b[4;2H\x1b[9Ax"), "a|bx|c|d");
        assert_eq!(over_region("\x1b[4;2H\x1b[9Bx"), "a|b|c|dx");
        assert_eq!(over_region("\x1b[1;2H\x1b[9Ax"), "ax|b|c|d");
    }

    #[test]
    fn lines_are_inserted_and_deleted() {
        assert_eq!(over("\x1b[2;1H\x1b[Lx"), "a|x|b|c");
        assert_eq!(over("\x1b[2;1H\x1b[2Mx"), "a|x||");
        assert_eq!(over_region("\x1b[2;1H\x1b[L"), "a||b|d");
        assert_eq!(over_region("\x1b[2;1H\x1b[9M"), "a|||d");
        assert_eq!(over_region("\x1b[L\x1b[M"), "a|b|c|d");
        assert_eq!(over_region("\x1b[S"), "a|c||d");
        assert_eq!(over_region("\x1b[9T"), "a|||d");
    }

    #[test]
    fn cells_are_inserted_deleted_and_erased() {
        assert_eq!(line("abcdefgh\x1b[3G\x1b[2@"), "ab  cdef");
        assert_eq!(line("abcdefgh\x1b[3G\x1b[9@x"), "abx");
        assert_eq!(line("abcdefgh\x1b[3G\x1b[2Px"), "abxfgh");
        assert_eq!(line("abcdefgh\x1b[3G\x1b[9Px"), "abx");
        assert_eq!(line("abcdefgh\x1b[3G\x1b[2X"), "ab  efgh");
        assert_eq!(line("abcdefgh\x1b[3G\x1b[9Xx"), "abx");
        assert_eq!(line("abc\r\x1b[4hxy\x1b[4lz"), "xyzbc");
    }

    #[test]
    fn parts_of_a_line_are_erased() {
        assert_eq!(line("abcdef\x1b[3G\x1b[K"), "ab");
        assert_eq!(line("abcdef\x1b[3G\x1b[1K"), "   def");
        assert_eq!(line("abcdef\x1b[3G\x1b[2Kx"), "  x");
        assert_eq!(line("abcdef\x1b[3G\x1b[3K\x1b[?2K"), "abcdef");
    }

    #[test]
    fn parts_of_the_screen_are_erased() {
        assert_eq!(over("\x1b[2;2H\x1b[J"), "a|b||");
        assert_eq!(over("\x1b[2;2H\x1b[1J"), "||c|d");
        assert_eq!(over("\x1b[2;2H\x1b[2Jx"), "| x||");
        assert_eq!(over("\x1b[2;2H\x1b[3J"), "a|b|c|d");
    }

    #[test]
    fn the_cursor_is_saved_and_restored() {
        assert_eq!(screen("ab\x1b7\r\ncd\x1b8x"), "abx|cd||");
        assert_eq!(screen("ab\x1b[s\r\ncd\x1b[ux"), "abx|cd||");
        assert_eq!(screen("ab\x1b[?1048h\n\x1b[?1048lx"), "abx|||");
    }

    #[test]
    fn the_alternate_screen_begins_empty() {
        assert_eq!(screen("ab\r\ncd\x1b[?1049hx"), "|  x||");
        let twice = "ab\x1b[?1049hxy\x1b[?1049l\x1b[?1049hz";
        assert_eq!(screen(twice), "  z|||");
    }

    #[test]
    fn the_primary_screen_comes_back_as_it_was() {
        let output = "ab\x1b[?1049h\x1b[2J\x1b[4;4Hxyz\x1b[?1049lc";
        assert_eq!(screen(output), "abc|||");
    }

    #[test]
    fn the_screen_that_is_there_already_stays() {
        assert_eq!(screen("ab\x1b[?1049hx\x1b[?1049hy"), "  xy|||");
        assert_eq!(screen("ab\x1b[?1049lc"), "abc|||");
    }

    #[test]
    fn a_character_is_repeated() {
        assert_eq!(line("\x1b[2bx-\x1b[3by"), "x----y");
    }

    #[test]
    fn a_reset_begins_anew() {
        assert_eq!(over_region("\x1b[4h\x1bcx\ry\x1b[4;1Hz\n"), "||z|");
    }

    #[test]
    fn what_is_not_for_the_screen_is_not_shown() {
        assert_eq!(line("a\x1b]0;title\x07b\x1b]2;title\x1b\\c"), "abc");
        assert_eq!(line("a\x1bPq\x07r\x1b\\b\x1b_q\x18c"), "abc");
        assert_eq!(line("\x1b[1;38:5:9ma\x1b(]b\x1b[?25lc"), "abc");
        assert_eq!(line("ab\x1b[>1u\x1b[2 @\x1b#7c\x7f"), "abc");
    }

    #[test]
    fn orders_may_be_interrupted() {
        assert_eq!(screen("ab\x1b[2\x18c"), "abc|||");
        assert_eq!(screen("ab\x1b[2\x1b[Dc"), "ac|||");
        assert_eq!(screen("ab\x1b[2\r;3Hc"), "ab|  c||");
    }

    #[test]
    fn output_may_come_in_pieces() {
        let mut term = Term::new(8, 1);
        let mut parser = Parser::default();
        for c in "a\x1b[1;3Hb\x1b]0;title\x07c\x1b(Bd".chars() {
            parser.feed(&c.to_string(), &mut term);
        }
        assert_eq!(term.text(), ["a bcd"]);
    }
}
