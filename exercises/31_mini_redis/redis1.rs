// A Redis server and its clients exchange frames: short texts, errors, numbers, values of
// any bytes ("bulk strings"), "there is none", and lists of all of these. The protocol, RESP,
// fixes every byte of them. Let each frame write itself so that the other side can read it.

use std::fmt::Display;

#[derive(Debug, Clone, PartialEq)]
enum Frame {
    /// `+OK` and a line end. Line ends are always the two bytes `\r\n`.
    Simple(String),
    /// `-ERR syntax error` and a line end.
    Error(String),
    /// `:42` and a line end.
    Integer(i64),
    /// `$7`, a line end, seven bytes of whatever value, and one more line end.
    Bulk(Vec<u8>),
    /// `$-1` and a line end: there is no value. An empty one is `$0` and two line ends.
    Null,
    /// `*3`, a line end, and three frames of any kind.
    Array(Vec<Frame>),
}

impl Frame {
    // TODO: Values and lists are more than one line.
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Frame::Simple(text) => write_line(out, b'+', text),
            Frame::Error(text) => write_line(out, b'-', text),
            Frame::Integer(number) => write_line(out, b':', number),
            Frame::Bulk(value) => write_line(out, b'$', String::from_utf8_lossy(value)),
            Frame::Null => write_line(out, b'$', "-1"),
            Frame::Array(frames) => write_line(out, b'*', frames.len()),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }
}

fn write_line(out: &mut Vec<u8>, kind: u8, text: impl Display) {
    out.push(kind);
    out.extend_from_slice(text.to_string().as_bytes());
    out.extend_from_slice(b"\r\n");
}

fn main() {
    // What a planetarium's server may have to say about tonight.
    let tonight = Frame::Array(vec![
        Frame::Simple(String::from("OK")),
        Frame::Bulk("Über den Polen".as_bytes().to_vec()),
        Frame::Integer(120),
        Frame::Null,
        Frame::Error(String::from("ERR the dome is closed")),
    ]);
    println!("{}", tonight.to_bytes().escape_ascii());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bulk(value: &str) -> Frame {
        Frame::Bulk(value.as_bytes().to_vec())
    }

    fn written(frame: &Frame) -> String {
        String::from_utf8(frame.to_bytes()).unwrap()
    }

    #[test]
    fn a_value_comes_after_its_length() {
        assert_eq!(written(&bulk("Jupiter")), "$7\r\nJupiter\r\n");
    }

    #[test]
    fn the_length_counts_bytes_and_not_letters() {
        assert_eq!(written(&bulk("Kühlung")), "$8\r\nKühlung\r\n");
    }

    #[test]
    fn an_empty_value_is_a_value() {
        assert_eq!(written(&bulk("")), "$0\r\n\r\n");
        assert_eq!(written(&Frame::Null), "$-1\r\n");
    }

    #[test]
    fn a_value_may_hold_line_ends_and_bytes_that_are_no_text() {
        let frame = Frame::Bulk(vec![0xff, b'\r', b'\n', 0]);
        assert_eq!(frame.to_bytes(), b"$4\r\n\xff\r\n\0\r\n");
    }

    #[test]
    fn a_list_holds_frames_of_every_kind() {
        let frame = Frame::Array(vec![
            Frame::Simple(String::from("OK")),
            Frame::Error(String::from("ERR no such dome")),
            Frame::Integer(-3),
            bulk("x"),
            Frame::Null,
        ]);
        assert_eq!(
            written(&frame),
            "*5\r\n+OK\r\n-ERR no such dome\r\n:-3\r\n$1\r\nx\r\n$-1\r\n"
        );
    }

    #[test]
    fn a_list_may_hold_lists() {
        let empty = Frame::Array(vec![]);
        let row = Frame::Array(vec![bulk("row"), Frame::Integer(4)]);
        assert_eq!(
            written(&Frame::Array(vec![empty, row])),
            "*2\r\n*0\r\n*2\r\n$3\r\nrow\r\n:4\r\n"
        );
    }
}
