// A terminal reads what is there, up to some thousand bytes, and a piece may end within a
// character: "é" is two bytes, "語" three. Whoever decodes each piece for itself shows the
// replacement character � although nothing is wrong. Keep the beginning of such a character for the
// next piece, and show � only for bytes that cannot become a character any more, whatever comes.

use std::mem;

#[derive(Default)]
struct Decoder {
    /// The first bytes of a character that has no end yet.
    partial: Vec<u8>,
}

impl Decoder {
    /// Appends to the text what is certain with this piece.
    fn advance(&mut self, piece: &[u8], text: &mut String) {
        let bytes = [mem::take(&mut self.partial), piece.to_vec()].concat();
        let mut rest = bytes.as_slice();

        while let Err(error) = str::from_utf8(rest) {
            let (valid, after) = rest.split_at(error.valid_up_to());
            text.push_str(&String::from_utf8_lossy(valid));
            // Without a length the bytes are not wrong, there are only too few of them.
            let Some(invalid) = error.error_len() else {
                text.push(char::REPLACEMENT_CHARACTER);
                return;
            };
            text.push(char::REPLACEMENT_CHARACTER);
            rest = &after[invalid..];
        }

        text.push_str(&String::from_utf8_lossy(rest));
    }

    /// There are no more pieces.
    fn finish(&mut self, text: &mut String) {
        // `clear` would do for the bytes; `take` empties the list and lets us look at it.
        if !mem::take(&mut self.partial).is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
}

fn main() {
    let mut decoder = Decoder::default();
    let mut text = String::new();
    // A file name in Japanese, cut twice.
    for piece in [&b"\xe8\xa8\x98"[..], b"\xe9", b"\x8c\xb2.t", b"xt"] {
        decoder.advance(piece, &mut text);
        println!("{text:8} and {} bytes to come", decoder.partial.len());
    }
    decoder.finish(&mut text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(pieces: &[&[u8]]) -> String {
        let mut decoder = Decoder::default();
        let mut text = String::new();
        for piece in pieces {
            decoder.advance(piece, &mut text);
        }
        decoder.finish(&mut text);
        assert!(decoder.partial.is_empty(), "something was left over");
        text
    }

    /// Right and wrong bytes.
    const STREAMS: [&[u8]; 8] = [
        b"",
        b"plain text",
        "smørrebrød, 語, \u{1f980}!".as_bytes(),
        b"\xff and \xc3\xa9",
        b"\x80\x80",
        b"\xe8\xaa",
        b"\xf0\x9f\xa6 crab",
        b"\xc0\xaf\xed\xa0\x80\xe8\xe8\xaa\x9e",
    ];

    #[test]
    fn one_piece_is_decoded_as_usual() {
        for stream in STREAMS {
            assert_eq!(decode(&[stream]), String::from_utf8_lossy(stream));
        }
    }

    #[test]
    fn it_does_not_matter_where_the_pieces_end() {
        for stream in STREAMS {
            for cut in 0..=stream.len() {
                let (one, two) = stream.split_at(cut);
                let expected = String::from_utf8_lossy(stream);
                assert_eq!(decode(&[one, two]), expected, "cut at {cut}");
            }
        }
    }

    #[test]
    fn each_byte_may_be_a_piece() {
        for stream in STREAMS {
            let pieces: Vec<&[u8]> = stream.chunks(1).collect();
            assert_eq!(decode(&pieces), String::from_utf8_lossy(stream));
        }
    }

    #[test]
    fn empty_pieces_change_nothing() {
        assert_eq!(decode(&[b"", b"\xc3", b"", b"\xb8", b""]), "ø");
    }

    #[test]
    fn complete_characters_do_not_wait() {
        let mut decoder = Decoder::default();
        let mut text = String::new();
        decoder.advance(b"caf\xc3\xa9 \xe8\xaa", &mut text);
        assert_eq!(text, "café ");
        assert_eq!(decoder.partial, b"\xe8\xaa");
    }

    #[test]
    fn an_error_is_shown_as_soon_as_it_is_certain() {
        let mut decoder = Decoder::default();
        let mut text = String::new();
        decoder.advance(b"\xe8\xaa", &mut text);
        decoder.advance(b"\x1b[K", &mut text);
        assert_eq!(text, "\u{fffd}\x1b[K");
    }

    #[test]
    fn an_end_within_a_character_is_one_error() {
        assert_eq!(decode(&[b"x\xf0\x9f\xa6"]), "x\u{fffd}");
        assert_eq!(decode(&[b"x", b"\xf0", b"\x9f"]), "x\u{fffd}");
    }
}
