// A graphics card is fast once it is at work, but each call costs time. So nobody has letters drawn
// one by one: Alacritty gathers cells in a batch, which is drawn by one call. All glyphs of a batch
// come from the same texture (an "atlas", a large picture with many letters), and a batch has
// limited room. Lines below the text are gathered as well: neighbours become one rectangle.

/// A cell with something to draw in it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Cell {
    line: usize,
    column: usize,
    c: char,
    color: u32,
    underlined: bool,
}

/// A batch that was drawn by one call.
#[derive(Debug, PartialEq)]
struct DrawCall {
    texture: u32,
    cells: Vec<Cell>,
}

struct Renderer {
    most_cells: usize,
    /// The batch: all these cells have their glyphs in `texture`.
    texture: u32,
    batch: Vec<Cell>,
    calls: Vec<DrawCall>,
}

/// The atlas with the picture of this letter. A real one is filled as letters turn up.
fn texture_of(c: char) -> u32 {
    if c.is_ascii() { 1 } else { 2 }
}

impl Renderer {
    fn new(most_cells: usize) -> Renderer {
        Renderer {
            most_cells,
            texture: 0,
            batch: Vec::new(),
            calls: Vec::new(),
        }
    }

    fn draw_cell(&mut self, cell: Cell) {
        let texture = texture_of(cell.c);
        if texture != self.texture {
            self.flush();
            self.texture = texture;
        }
        self.batch.push(cell);
        if self.batch.len() == self.most_cells {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.batch.is_empty() {
            return;
        }
        self.calls.push(DrawCall {
            texture: self.texture,
            cells: self.batch.clone(),
        });
    }

    /// The end of the frame; returns all calls there were.
    fn finish(mut self) -> Vec<DrawCall> {
        self.flush();
        self.calls
    }
}

/// A line below the columns from `start` to `end`, both included.
#[derive(Debug, PartialEq)]
struct Underline {
    line: usize,
    start: usize,
    end: usize,
    color: u32,
}

/// The cells come line by line, from left to right.
fn underlines(cells: &[Cell]) -> Vec<Underline> {
    let mut underlines: Vec<Underline> = Vec::new();
    for cell in cells.iter().filter(|cell| cell.underlined) {
        if let Some(last) = underlines.last_mut()
            && (last.line, last.end + 1) == (cell.line, cell.column)
            && last.color == cell.color
        {
            last.end = cell.column;
            continue;
        }
        underlines.push(Underline {
            line: cell.line,
            start: cell.column,
            end: cell.column,
            color: cell.color,
        });
    }
    underlines
}

const GREY: u32 = 0xc0c0c0;

/// The cells of a line of text. Letters between `_` are underlined; blanks have nothing to draw.
fn cells(line: usize, text: &str) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut column = 0;
    let mut underlined = false;
    for c in text.chars() {
        if c == '_' {
            underlined = !underlined;
            continue;
        }
        if c != ' ' || underlined {
            cells.push(Cell {
                line,
                column,
                c,
                color: GREY,
                underlined,
            });
        }
        column += 1;
    }
    cells
}

fn main() {
    let command = cells(0, "$ cat _log book.txt_");
    let frame = [command, cells(1, "\u{2192} fog, no wind")].concat();
    let mut renderer = Renderer::new(100);
    for cell in &frame {
        renderer.draw_cell(*cell);
    }
    for call in renderer.finish() {
        println!("texture {}: {} cells", call.texture, call.cells.len());
    }
    println!("{:?}", underlines(&frame));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is drawn by each call.
    fn calls(most_cells: usize, text: &str) -> Vec<(u32, String)> {
        let mut renderer = Renderer::new(most_cells);
        for cell in cells(0, text) {
            renderer.draw_cell(cell);
        }
        let text = |cells: Vec<Cell>| cells.iter().map(|cell| cell.c).collect();
        let calls = renderer.finish().into_iter();
        calls.map(|call| (call.texture, text(call.cells))).collect()
    }

    fn call(texture: u32, text: &str) -> (u32, String) {
        (texture, text.to_string())
    }

    #[test]
    fn cells_of_one_texture_are_one_call() {
        assert_eq!(calls(9, "low tide"), [call(1, "lowtide")]);
    }

    #[test]
    fn another_texture_is_another_call() {
        let expected = [call(1, "a"), call(2, "→→"), call(1, "b")];
        assert_eq!(calls(9, "a→→b"), expected);
    }

    #[test]
    fn a_full_batch_is_drawn() {
        let expected = [call(1, "abc"), call(1, "def"), call(1, "g")];
        assert_eq!(calls(3, "abcdefg"), expected);
    }

    #[test]
    fn a_batch_that_fills_up_last_is_not_followed_by_an_empty_one() {
        assert_eq!(calls(3, "abc"), [call(1, "abc")]);
        assert_eq!(calls(3, "abc→"), [call(1, "abc"), call(2, "→")]);
    }

    #[test]
    fn a_full_batch_does_not_wait_for_the_next_cell() {
        let mut renderer = Renderer::new(2);
        for cell in cells(0, "ab") {
            renderer.draw_cell(cell);
        }
        assert_eq!(renderer.calls.len(), 1);
    }

    #[test]
    fn an_empty_frame_needs_no_call() {
        assert_eq!(calls(3, "   "), []);
    }

    #[test]
    fn a_new_batch_begins_without_cells() {
        let total: usize = calls(2, "abcde").iter().map(|call| call.1.len()).sum();
        assert_eq!(total, 5);
    }

    fn underline(line: usize, start: usize, end: usize) -> Underline {
        Underline {
            line,
            start,
            end,
            color: GREY,
        }
    }

    #[test]
    fn neighbours_share_an_underline() {
        let found = underlines(&cells(3, "a _bc d_e"));
        assert_eq!(found, [underline(3, 2, 5)]);
    }

    #[test]
    fn a_gap_ends_an_underline() {
        let found = underlines(&cells(0, "_ab_c_d_"));
        assert_eq!(found, [underline(0, 0, 1), underline(0, 3, 3)]);
    }

    #[test]
    fn an_underline_ends_with_its_line() {
        let two = [cells(0, "_ab_"), cells(1, "  _cd_")].concat();
        let found = underlines(&two);
        assert_eq!(found, [underline(0, 0, 1), underline(1, 2, 3)]);
    }

    #[test]
    fn an_underline_has_one_colour() {
        let mut three = cells(0, "_abc_");
        three[1].color = 0xff0000;
        let found = underlines(&three);
        assert_eq!(found.len(), 3);
        assert_eq!(found[1].color, 0xff0000);
    }

    #[test]
    fn without_underlined_cells_there_is_no_underline() {
        assert_eq!(underlines(&cells(0, "plain")), []);
    }
}
