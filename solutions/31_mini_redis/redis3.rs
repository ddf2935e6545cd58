// The whole frame lies in the server's buffer. Now it is read: kind by kind, into a value that
// the rest of the program can match on. Nothing is copied for that, texts and values stay where
// they are, and the frame only points to them. So a frame may live as long as the buffer; the
// reader, which is done after the frame, must not hold it back.

#[derive(Debug, PartialEq)]
enum Frame<'a> {
    Simple(&'a str),
    Error(&'a str),
    Integer(i64),
    Bulk(&'a [u8]),
    Null,
    Array(Vec<Frame<'a>>),
}

struct Reader<'a> {
    rest: &'a [u8],
}

// With `'a` in the results they borrow from the buffer. Without it elision would tie them to
// `&mut self`, and the reader would stay borrowed for as long as a frame is in use.
impl<'a> Reader<'a> {
    /// The next line without its end.
    fn line(&mut self) -> Option<&'a str> {
        let end = self.rest.windows(2).position(|pair| pair == b"\r\n")?;
        let line = self.take(end)?;
        str::from_utf8(line).ok()
    }

    /// The next `length` bytes; the line end behind them is passed over.
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest.strip_prefix(b"\r\n")?;
        Some(bytes)
    }
}

/// Reads one frame. What is no frame, or no whole one, gives none.
fn parse<'a>(reader: &mut Reader<'a>) -> Option<Frame<'a>> {
    let (kind, text) = reader.line()?.split_at_checked(1)?;
    Some(match kind {
        "+" => Frame::Simple(text),
        "-" => Frame::Error(text),
        ":" => Frame::Integer(text.parse().ok()?),
        "$" if text == "-1" => Frame::Null,
        "$" => Frame::Bulk(reader.take(text.parse().ok()?)?),
        "*" => Frame::Array(parse_list(text.parse().ok()?, reader)?),
        _ => return None,
    })
}

// `collect` stops at the first `None`. A loop with `push` and `?` does the same; a vector with
// room for `count` frames from the start would let a client reserve our memory with one line.
fn parse_list<'a>(count: usize, reader: &mut Reader<'a>) -> Option<Vec<Frame<'a>>> {
    (0..count).map(|_| parse(reader)).collect()
}

fn main() {
    let buffer = b"*2\r\n$3\r\nGET\r\n$5\r\nseats\r\n".to_vec();
    let mut reader = Reader { rest: &buffer };
    println!("{:?}", parse(&mut reader));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All frames of the buffer. The readers are gone when the frames are looked at.
    fn frames(mut buffer: &[u8]) -> Vec<Frame<'_>> {
        let mut frames = Vec::new();
        loop {
            let mut reader = Reader { rest: buffer };
            let Some(frame) = parse(&mut reader) else {
                return frames;
            };
            frames.push(frame);
            buffer = reader.rest;
        }
    }

    #[test]
    fn every_kind_is_read() {
        assert_eq!(
            frames(b"+OK\r\n-ERR full\r\n:-7\r\n$3\r\ndim\r\n$0\r\n\r\n$-1\r\n"),
            [
                Frame::Simple("OK"),
                Frame::Error("ERR full"),
                Frame::Integer(-7),
                Frame::Bulk(b"dim"),
                Frame::Bulk(b""),
                Frame::Null,
            ]
        );
    }

    #[test]
    fn a_value_keeps_its_line_ends() {
        assert_eq!(
            frames(b"$4\r\n\r\n\xff\n\r\n"),
            [Frame::Bulk(b"\r\n\xff\n")]
        );
    }

    #[test]
    fn a_list_has_all_its_frames_in_order() {
        assert_eq!(
            frames(b"*3\r\n$3\r\nGET\r\n:1\r\n$1\r\nx\r\n*0\r\n"),
            [
                Frame::Array(vec![
                    Frame::Bulk(b"GET"),
                    Frame::Integer(1),
                    Frame::Bulk(b"x")
                ]),
                Frame::Array(vec![]),
            ]
        );
    }

    #[test]
    fn lists_may_hold_lists() {
        let inner = Frame::Array(vec![Frame::Null, Frame::Simple("end")]);
        assert_eq!(
            frames(b"*2\r\n*2\r\n$-1\r\n+end\r\n:5\r\n"),
            [Frame::Array(vec![inner, Frame::Integer(5)])]
        );
    }

    #[test]
    fn a_list_that_lacks_a_frame_is_none() {
        assert_eq!(frames(b"*2\r\n:1\r\n"), []);
        assert_eq!(frames(b"*2\r\n:1\r\n?2\r\n"), []);
    }

    #[test]
    fn nothing_is_copied() {
        let buffer = b"$6\r\nSaturn\r\n".to_vec();
        let frames = frames(&buffer);
        let [Frame::Bulk(value)] = frames[..] else {
            panic!("{frames:?}");
        };
        assert!(std::ptr::eq(value, &buffer[4..10]));
    }
}
