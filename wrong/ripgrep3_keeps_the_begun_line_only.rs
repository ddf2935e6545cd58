// A log of many gigabytes does not fit into memory, so ripgrep reads it piece by piece into one
// buffer. A piece ends anywhere, mostly in the middle of a line. The buffer shows whole lines
// only; the begun one stays, moves to the front when there is room, and the next piece continues
// it. Make the buffer keep what it has not shown yet, and grow for a line that is longer than
// itself.

use std::io::{self, Read};

struct LineBuffer<R> {
    reader: R,
    buf: Vec<u8>,
    /// What lies before has been consumed.
    pos: usize,
    /// The end of the last whole line.
    lines_end: usize,
    /// The end of what has been read. What lies between `lines_end` and here is a begun line.
    end: usize,
}

impl<R: Read> LineBuffer<R> {
    fn new(reader: R, capacity: usize) -> Self {
        Self {
            reader,
            buf: vec![0; capacity],
            pos: 0,
            lines_end: 0,
            end: 0,
        }
    }

    /// The whole lines that are there and have not been consumed.
    fn buffer(&self) -> &[u8] {
        &self.buf[self.pos..self.lines_end]
    }

    /// The first `count` bytes of `buffer()` are not needed any more.
    fn consume(&mut self, count: usize) {
        assert!(count <= self.buffer().len());
        self.pos += count;
    }

    /// Reads until there is a new whole line in the buffer. At the end of the input the last line
    /// is whole without a line feed, too. False when nothing is left.
    fn fill(&mut self) -> io::Result<bool> {
        self.roll();
        loop {
            // Twice as long each time, so that a very long line is not copied very often.
            if self.end == self.buf.len() {
                self.buf.resize(self.buf.len() * 2, 0);
            }
            let count = self.reader.read(&mut self.buf[self.end..])?;
            if count == 0 {
                self.lines_end = self.end;
                return Ok(!self.buffer().is_empty());
            }
            let old_end = self.end;
            self.end += count;
            let fresh = &self.buf[old_end..self.end];
            if let Some(line_feed) = fresh.iter().rposition(|&byte| byte == b'\n') {
                self.lines_end = old_end + line_feed + 1;
                return Ok(true);
            }
        }
    }

    /// Makes room: what has not been consumed moves to the front of the buffer.
    fn roll(&mut self) {
        // `copy_within` copes with the two parts overlapping.
        self.buf.copy_within(self.lines_end..self.end, 0);
        self.end -= self.lines_end;
        self.lines_end = 0;
        self.pos = 0;
    }
}

fn main() -> io::Result<()> {
    let log = "06:10 fog\n06:40 fog, a ship's horn far off\n07:05 clear";
    let mut buffer = LineBuffer::new(log.as_bytes(), 16);
    while buffer.fill()? {
        let lines = buffer.buffer();
        println!("{:?}", String::from_utf8_lossy(lines));
        buffer.consume(lines.len());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "fog\n\nclear sky\nrain, later snow and sleet\nwind\n";

    /// Gives at most so many bytes at once, as a slow pipe does.
    struct Pipe<'a>(&'a [u8], usize);

    impl Read for Pipe<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(to.len());
            self.0.read(&mut to[..count])
        }
    }

    fn shown(buffer: &LineBuffer<impl Read>) -> String {
        assert!(buffer.buf.len() < 1000, "the buffer grows too much");
        String::from_utf8_lossy(buffer.buffer()).into_owned()
    }

    fn texts(mut buffer: LineBuffer<impl Read>) -> Vec<String> {
        let mut texts = Vec::new();
        while buffer.fill().unwrap() {
            assert!(texts.len() < 100, "the buffer never ends");
            texts.push(shown(&buffer));
            buffer.consume(buffer.buffer().len());
        }
        texts
    }

    #[test]
    fn what_fits_comes_at_once() {
        assert_eq!(texts(LineBuffer::new(LOG.as_bytes(), 100)), [LOG]);
    }

    #[test]
    fn a_piece_ends_with_its_last_whole_line() {
        let buffer = LineBuffer::new("fog\nrain\nclear".as_bytes(), 12);
        assert_eq!(texts(buffer), ["fog\nrain\n", "clear"]);
    }

    #[test]
    fn nothing_is_lost_whatever_the_pieces_are() {
        for capacity in 1..50 {
            for at_once in 1..50 {
                let buffer = LineBuffer::new(Pipe(LOG.as_bytes(), at_once), capacity);
                let texts = texts(buffer);
                assert_eq!(texts.concat(), LOG, "{capacity} bytes, {at_once} at once");
                assert!(texts.iter().all(|text| text.ends_with('\n')));
            }
        }
    }

    #[test]
    fn the_last_line_needs_no_line_feed() {
        let buffer = LineBuffer::new(Pipe(b"fog\nclear", 2), 4);
        assert_eq!(texts(buffer), ["fog\n", "clear"]);
    }

    #[test]
    fn before_the_first_piece_there_is_nothing() {
        assert_eq!(shown(&LineBuffer::new(LOG.as_bytes(), 8)), "");
    }

    #[test]
    fn when_reading_fails_what_is_there_stays() {
        struct Fails;
        impl Read for Fails {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("a dog sits on the cable"))
            }
        }
        let mut buffer = LineBuffer::new(b"fog\nrain\nsn".chain(Fails), 16);
        assert!(buffer.fill().unwrap());
        buffer.consume(4);
        assert!(buffer.fill().is_err());
        assert_eq!(shown(&buffer), "rain\n");
    }

    #[test]
    fn an_empty_input_has_no_lines() {
        assert!(!LineBuffer::new(io::empty(), 4).fill().unwrap());
    }

    #[test]
    fn what_is_not_consumed_stays() {
        let mut buffer = LineBuffer::new(Pipe(b"fog\nrain\nsnow\n", 5), 20);
        assert!(buffer.fill().unwrap());
        assert!(buffer.fill().unwrap());
        assert_eq!(shown(&buffer), "fog\nrain\n");
        buffer.consume(4);
        assert_eq!(shown(&buffer), "rain\n");
        assert!(buffer.fill().unwrap());
        assert_eq!(shown(&buffer), "rain\nsnow\n");
    }

    #[test]
    fn the_buffer_does_not_grow_for_short_lines() {
        let log = "wind\n".repeat(200);
        let mut buffer = LineBuffer::new(Pipe(log.as_bytes(), 7), 8);
        while buffer.fill().unwrap() {
            buffer.consume(shown(&buffer).len());
        }
        assert_eq!(buffer.buf.len(), 8);
    }

    #[test]
    fn it_grows_no_more_than_a_long_line_needs() {
        let log = "rain and ".repeat(3) + "fog\n";
        let mut buffer = LineBuffer::new(log.as_bytes(), 4);
        assert!(buffer.fill().unwrap());
        assert_eq!(shown(&buffer), log);
        assert_eq!(buffer.buf.len(), 32);
    }

    #[test]
    #[should_panic]
    fn more_than_there_is_cannot_be_consumed() {
        let mut buffer = LineBuffer::new("fog\nra".as_bytes(), 8);
        buffer.fill().unwrap();
        buffer.consume(5);
    }
}
