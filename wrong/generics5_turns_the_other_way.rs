// An echo machine records sound on a loop of tape. The loop has a fixed number of cells;
// each new sample goes over the oldest one, and the old one is heard as the echo. Tapes
// are to be had in all lengths, so the length is to become a part of the type.

struct TapeLoop<T, const N: usize> {
    cells: [T; N],
    head: usize,
}

impl<T: Copy, const N: usize> TapeLoop<T, N> {
    /// A tape with the same sample in all cells.
    fn filled_with(sample: T) -> Self {
        Self {
            cells: [sample; N],
            head: 0,
        }
    }

    /// Records a sample under the head and gives back the one that was there.
    fn record(&mut self, sample: T) -> T {
        let echo = self.cells[self.head];
        self.cells[self.head] = sample;
        self.head = (self.head + 1) % N;
        echo
    }

    /// All samples, the oldest one first.
    fn oldest_first(&self) -> [T; N] {
        let mut samples = self.cells;
        samples.rotate_right(self.head);
        samples
    }
}

fn main() {
    let mut tape = TapeLoop::<i16, 3>::filled_with(0);
    for sample in [5, 7, 9, 11] {
        println!("in {sample}, echo {}", tape.record(sample));
    }
    println!("on the tape: {:?}", tape.oldest_first());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_cells_but_the_newest_hold_what_the_tape_was_filled_with() {
        let mut tape = TapeLoop::<u8, 5>::filled_with(9);
        assert_eq!(tape.oldest_first(), [9, 9, 9, 9, 9]);
        tape.record(1);
        assert_eq!(tape.oldest_first(), [9, 9, 9, 9, 1]);
    }

    #[test]
    fn the_echo_comes_after_a_whole_loop() {
        let mut tape = TapeLoop::<i16, 3>::filled_with(0);
        assert_eq!(tape.record(5), 0);
        assert_eq!(tape.record(6), 0);
        assert_eq!(tape.record(7), 0);
        assert_eq!(tape.record(8), 5);
        assert_eq!(tape.record(9), 6);
    }

    #[test]
    fn the_oldest_sample_is_the_first() {
        let mut tape = TapeLoop::<char, 4>::filled_with('-');
        tape.record('a');
        tape.record('b');
        assert_eq!(tape.oldest_first(), ['-', '-', 'a', 'b']);
        tape.record('c');
        tape.record('d');
        tape.record('e');
        assert_eq!(tape.oldest_first(), ['b', 'c', 'd', 'e']);
    }

    #[test]
    fn the_shortest_tape_has_one_cell() {
        let mut tape = TapeLoop::<f64, 1>::filled_with(0.0);
        assert_eq!(tape.record(0.5), 0.0);
        assert_eq!(tape.record(1.5), 0.5);
        assert_eq!(tape.oldest_first(), [1.5]);
    }

    #[test]
    fn a_tape_can_go_round_often() {
        let mut tape = TapeLoop::<u32, 7>::filled_with(0);
        for sample in 1..=100 {
            tape.record(sample);
        }
        assert_eq!(tape.oldest_first(), [94, 95, 96, 97, 98, 99, 100]);
    }
}
