// A program may set a scroll region: only its lines move, and a status line below them stays. From
// a region at the top of the screen, lines go into the history; from one further down they are
// lost. And whoever has scrolled back to read wants to see the same lines on and on, though new
// output pushes lines in from below. Write what becomes of the lines, and what is seen.

use std::mem;
use std::ops::Range;

struct Grid {
    /// The oldest line first.
    history: Vec<String>,
    most_history: usize,
    screen: Vec<String>,
    /// How many lines above the screen the view begins.
    display_offset: usize,
}

impl Grid {
    /// The lines of the region move up, and empty ones follow.
    fn scroll_up(&mut self, region: Range<usize>, count: usize) {
        let count = count.min(region.len());
        let lines = &mut self.screen[region.clone()];
        lines.rotate_left(count);
        let free = &mut self.screen[region.end - count..region.end];
        let gone: Vec<String> = free.iter_mut().map(mem::take).collect();

        if region.start > 0 {
            return;
        }
        self.history.extend(gone);
        let surplus = self.history.len().saturating_sub(self.most_history);
        self.history.drain(..surplus);
        if self.display_offset > 0 {
            self.display_offset = self.display_offset + count;
        }
    }

    /// The user turns the wheel: up into the history, or down if `lines` is negative.
    fn scroll_display(&mut self, lines: isize) {
        let offset = self.display_offset.saturating_add_signed(lines);
        self.display_offset = offset.min(self.history.len());
    }

    /// As many lines as the screen has, beginning at the display offset.
    fn view(&self) -> Vec<&str> {
        let first = self.history.len() - self.display_offset;
        let lines = self.history.iter().chain(&self.screen);
        lines
            .skip(first)
            .take(self.screen.len())
            .map(String::as_str)
            .collect()
    }
}

fn grid(screen: &[&str], most_history: usize) -> Grid {
    Grid {
        history: Vec::new(),
        most_history,
        screen: screen.iter().map(|line| line.to_string()).collect(),
        display_offset: 0,
    }
}

fn main() {
    let mut grid = grid(&["1", "2", "3", "status"], 100);
    grid.scroll_up(0..3, 1);
    grid.scroll_up(1..3, 1);
    println!("the screen: {:?}", grid.view());
    grid.scroll_display(3);
    println!("scrolled back: {:?}", grid.view());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_screen_scrolls_into_the_history() {
        let mut grid = grid(&["a", "b", "c"], 9);
        grid.scroll_up(0..3, 2);
        assert_eq!(grid.screen, ["c", "", ""]);
        assert_eq!(grid.history, ["a", "b"]);
    }

    #[test]
    fn lines_outside_the_region_stay() {
        let mut grid = grid(&["a", "b", "c", "d"], 9);
        grid.scroll_up(1..3, 1);
        assert_eq!(grid.screen, ["a", "c", "", "d"]);
    }

    #[test]
    fn a_region_below_the_top_leaves_no_history() {
        let mut grid = grid(&["a", "b", "c", "d"], 9);
        grid.scroll_up(1..3, 1);
        assert!(grid.history.is_empty());
    }

    #[test]
    fn a_region_at_the_top_leaves_history_even_if_it_is_small() {
        let mut grid = grid(&["a", "b", "status"], 9);
        grid.scroll_up(0..2, 1);
        assert_eq!(grid.screen, ["b", "", "status"]);
        assert_eq!(grid.history, ["a"]);
    }

    #[test]
    fn more_lines_than_the_region_has_can_not_leave_it() {
        let mut grid = grid(&["a", "b", "status"], 9);
        grid.scroll_up(0..2, 7);
        assert_eq!(grid.screen, ["", "", "status"]);
        assert_eq!(grid.history, ["a", "b"]);
    }

    #[test]
    fn the_history_keeps_the_youngest_lines() {
        let mut grid = grid(&["a", "b", "c"], 2);
        grid.scroll_up(0..3, 1);
        grid.scroll_up(0..3, 2);
        assert_eq!(grid.history, ["b", "c"]);
    }

    #[test]
    fn without_scrolling_back_the_screen_is_seen() {
        let mut grid = grid(&["a", "b"], 9);
        grid.scroll_up(0..2, 1);
        assert_eq!(grid.view(), ["b", ""]);
    }

    fn scrolled_back(lines: isize) -> Grid {
        let mut grid = grid(&["a", "b", "c"], 4);
        grid.scroll_up(0..3, 2);
        grid.screen[1] = "d".to_string();
        grid.screen[2] = "e".to_string();
        grid.scroll_display(lines);
        grid
    }

    #[test]
    fn the_view_shows_history_above_the_screen() {
        assert_eq!(scrolled_back(1).view(), ["b", "c", "d"]);
    }

    #[test]
    fn the_view_ends_at_the_oldest_line() {
        assert_eq!(scrolled_back(99).view(), ["a", "b", "c"]);
    }

    #[test]
    fn the_view_ends_at_the_screen() {
        let mut grid = scrolled_back(2);
        grid.scroll_display(-1);
        assert_eq!(grid.view(), ["b", "c", "d"]);
        grid.scroll_display(-99);
        assert_eq!(grid.view(), ["c", "d", "e"]);
    }

    #[test]
    fn new_output_does_not_move_what_is_read() {
        let mut grid = scrolled_back(1);
        grid.scroll_up(0..3, 1);
        assert_eq!(grid.view(), ["b", "c", "d"]);
        grid.scroll_up(1..3, 1);
        assert_eq!(grid.view(), ["b", "c", "d"]);
    }

    #[test]
    fn a_view_at_the_screen_stays_there() {
        let mut grid = scrolled_back(0);
        grid.scroll_up(0..3, 1);
        assert_eq!(grid.view(), ["d", "e", ""]);
    }

    #[test]
    fn forgotten_lines_can_not_be_read_on() {
        let mut grid = scrolled_back(2);
        grid.scroll_up(0..3, 3);
        assert_eq!(grid.history, ["b", "c", "d", "e"]);
        assert_eq!(grid.view(), ["b", "c", "d"]);
    }
}
