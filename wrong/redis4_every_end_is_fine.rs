// A network stream knows nothing of frames. One read may bring half a frame, or two and a
// half. The connection therefore has a buffer of its own that outlives a single read: what is
// not used up stays in it and is the beginning of the next frame. Hand out one frame at a
// time, whatever the pieces look like.

use frame::Frame;
use std::io::{self, Read};

mod frame {
    use std::io::{Error, ErrorKind};

    /// A small part of RESP: lines of text, and values.
    #[derive(Debug, Clone, PartialEq)]
    pub enum Frame {
        Simple(String),
        Bulk(Vec<u8>),
    }

    /// The first frame in `bytes` and its length; none if not all of it is there yet.
    pub fn first(bytes: &[u8]) -> Result<Option<(Frame, usize)>, Error> {
        let Some(end) = bytes.windows(2).position(|pair| pair == b"\r\n") else {
            return Ok(None);
        };
        let line = String::from_utf8_lossy(&bytes[..end]);
        if let Some(text) = line.strip_prefix('+') {
            return Ok(Some((Frame::Simple(text.to_string()), end + 2)));
        }
        let length = line.strip_prefix('$').and_then(|text| text.parse().ok());
        let length: usize = length.ok_or(ErrorKind::InvalidData)?;
        let value = bytes.get(end + 2..end + 2 + length + 2);
        Ok(value.map(|value| (Frame::Bulk(value[..length].to_vec()), end + 4 + length)))
    }
}

struct Connection<S> {
    stream: S,
    /// What has been read and not yet handed out.
    buffer: Vec<u8>,
}

impl<S: Read> Connection<S> {
    fn new(stream: S) -> Self {
        let buffer = Vec::new();
        Self { stream, buffer }
    }

    fn read_frame(&mut self) -> io::Result<Option<Frame>> {
        loop {
            // First what is there already: a read waits until something comes, and a client
            // that has sent all its frames and waits for answers would wait for ever.
            if let Some((frame, length)) = frame::first(&self.buffer)? {
                self.buffer.drain(..length);
                return Ok(Some(frame));
            }
            let mut piece = [0; 1024];
            match self.stream.read(&mut piece)? {
                0 => return Ok(None),
                count => self.buffer.extend_from_slice(&piece[..count]),
            }
        }
    }
}

fn main() -> io::Result<()> {
    let bytes: &[u8] = b"+hello\r\n$5\r\nstars\r\n";
    // `chain` ends its first read where the first half ends.
    let mut connection = Connection::new(bytes[..11].chain(&bytes[11..]));
    while let Some(frame) = connection.read_frame()? {
        println!("{frame:?}, still in the buffer: {:?}", connection.buffer);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::VecDeque;

    /// A stream that brings these pieces, one with each read, and then ends.
    struct Pieces(VecDeque<Vec<u8>>);

    impl Read for Pieces {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let Some(piece) = self.0.pop_front() else {
                return Ok(0);
            };
            into[..piece.len()].copy_from_slice(&piece);
            Ok(piece.len())
        }
    }

    fn connect<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Connection<Pieces> {
        let pieces = pieces.into_iter().map(<[u8]>::to_vec).collect();
        Connection::new(Pieces(pieces))
    }

    fn all(mut connection: Connection<Pieces>) -> Vec<Frame> {
        let mut frames = Vec::new();
        while let Some(frame) = connection.read_frame().unwrap() {
            frames.push(frame);
        }
        frames
    }

    const BYTES: &[u8] = b"+PING\r\n$9\r\nfour\r\nway\r\n$0\r\n\r\n+\r\n";

    fn expected() -> Vec<Frame> {
        vec![
            Frame::Simple(String::from("PING")),
            Frame::Bulk(b"four\r\nway".to_vec()),
            Frame::Bulk(Vec::new()),
            Frame::Simple(String::new()),
        ]
    }

    #[test]
    fn several_frames_in_one_piece_come_one_after_the_other() {
        assert_eq!(all(connect([BYTES])), expected());
    }

    #[test]
    fn a_cut_at_any_byte_changes_nothing() {
        for cut in 1..BYTES.len() {
            let pieces = [&BYTES[..cut], &BYTES[cut..]];
            assert_eq!(all(connect(pieces)), expected(), "cut at {cut}");
        }
    }

    #[test]
    fn bytes_may_come_one_by_one() {
        assert_eq!(all(connect(BYTES.chunks(1))), expected());
    }

    #[test]
    fn a_frame_may_be_larger_than_any_piece() {
        let bytes = [b"$5000\r\n", &[b'*'; 5000][..], b"\r\n"].concat();
        let frames = all(connect(bytes.chunks(700)));
        assert_eq!(frames, [Frame::Bulk(vec![b'*'; 5000])]);
    }

    #[test]
    fn what_is_there_is_handed_out_before_the_next_read() {
        let mut connection = connect([&b"+one\r\n+two\r\n"[..], b"+three\r\n"]);
        for _ in 0..2 {
            connection.read_frame().unwrap();
        }
        assert_eq!(connection.stream.0.len(), 1);
        assert_eq!(connection.buffer, b"");
    }

    #[test]
    fn an_end_within_a_frame_is_an_error() {
        let mut connection = connect([&b"+one\r\n$5\r\ntw"[..]]);
        assert!(connection.read_frame().unwrap().is_some());
        let error = connection.read_frame().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn bytes_that_are_no_frame_are_an_error() {
        let mut connection = connect([&b"+one\r\nGET seats\r\n"[..]]);
        assert!(connection.read_frame().unwrap().is_some());
        let error = connection.read_frame().unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    }
}
