// Bytes come from the network in pieces of any size. Before the server spends time and memory
// on a frame it asks whether all of it is there: `check` walks over the frame without keeping
// anything. "Not yet" is no mistake but the usual case; a mistake is what can never become
// a frame, however much comes.

#[derive(Debug, PartialEq)]
enum NoFrame {
    Incomplete,
    Invalid(&'static str),
}

/// The bytes that are still to be looked at.
struct Scan<'a> {
    rest: &'a [u8],
}

impl Scan<'_> {
    fn byte(&mut self) -> Result<u8, NoFrame> {
        let (&first, rest) = self.rest.split_first().ok_or(NoFrame::Incomplete)?;
        self.rest = rest;
        Ok(first)
    }

    /// Passes a number and its line end.
    fn number(&mut self) -> Result<i64, NoFrame> {
        let end = self.line_end()?;
        let digits = str::from_utf8(&self.rest[..end]).ok();
        let number = digits.and_then(|digits| digits.parse().ok());
        self.rest = &self.rest[end + 2..];
        number.ok_or(NoFrame::Invalid("no number"))
    }

    /// Passes a line of text.
    fn line(&mut self) -> Result<(), NoFrame> {
        let end = self.line_end()?;
        self.rest = &self.rest[end + 2..];
        Ok(())
    }

    fn line_end(&self) -> Result<usize, NoFrame> {
        let mut pairs = self.rest.windows(2);
        pairs
            .position(|pair| pair == b"\r\n")
            .ok_or(NoFrame::Incomplete)
    }

    fn value(&mut self) -> Result<(), NoFrame> {
        let length = self.number()?;
        if length < 0 {
            return Ok(());
        }
        // What is below zero, or too large for this machine, does not fit a `usize`.
        let length = usize::try_from(length).map_err(|_| NoFrame::Invalid("bad length"))?;
        let after = self.rest.get(length..).ok_or(NoFrame::Incomplete)?;
        match after {
            [b'\r', b'\n', rest @ ..] => {
                self.rest = rest;
                Ok(())
            }
            [] | [b'\r'] => Err(NoFrame::Incomplete),
            _ => Err(NoFrame::Invalid("no line end")),
        }
    }

    // Whoever sends a list in a list in a list, a million deep, makes this recursion overflow
    // the stack. A server that is open to strangers would count the depth and give up.
    fn list(&mut self) -> Result<(), NoFrame> {
        let count = self.number()?;
        if count < 0 {
            return Err(NoFrame::Invalid("bad length"));
        }
        for _ in 0..count {
            self.check()?;
        }
        Ok(())
    }

    fn check(&mut self) -> Result<(), NoFrame> {
        match self.byte()? {
            b'+' | b'-' => self.line(),
            b':' => self.number().map(drop),
            b'$' => self.value(),
            b'*' => self.list(),
            _ => Err(NoFrame::Invalid("unknown kind")),
        }
    }
}

/// How many bytes the first frame has.
fn frame_length(bytes: &[u8]) -> Result<usize, NoFrame> {
    let mut scan = Scan { rest: bytes };
    scan.check()?;
    Ok(bytes.len() - scan.rest.len())
}

fn main() {
    for bytes in ["+PONG\r\n:7\r\n", "*2\r\n$3\r\nGET\r\n$5\r\nst", "?\r\n"] {
        println!("{bytes:?}: {:?}", frame_length(bytes.as_bytes()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use NoFrame::{Incomplete, Invalid};

    fn length(bytes: &str) -> Result<usize, NoFrame> {
        frame_length(bytes.as_bytes())
    }

    #[test]
    fn what_comes_after_the_frame_does_not_count() {
        assert_eq!(length("+OK\r\n+OK\r\n"), Ok(5));
        assert_eq!(length(":-12\r\n$"), Ok(6));
        assert_eq!(length("*1\r\n$4\r\nPING\r\n*1\r\n"), Ok(14));
    }

    #[test]
    fn a_value_may_hold_line_ends() {
        assert_eq!(length("$7\r\ntop\r\nup\r\n"), Ok(13));
        assert_eq!(length("$7\r\ntop\r\n"), Err(Incomplete));
        assert_eq!(length("$0\r\n\r\n"), Ok(6));
    }

    #[test]
    fn no_value_at_all_ends_with_its_length() {
        assert_eq!(length("$-1\r\n$"), Ok(5));
        assert_eq!(length("$-2\r\n"), Err(Invalid("bad length")));
    }

    #[test]
    fn a_value_that_is_longer_than_announced_is_invalid() {
        assert_eq!(length("$3\r\nMoon\r\n"), Err(Invalid("no line end")));
        assert_eq!(length("$3\r\nMoon"), Err(Invalid("no line end")));
    }

    #[test]
    fn a_list_is_as_long_as_all_its_frames() {
        assert_eq!(length("*0\r\n"), Ok(4));
        assert_eq!(length("*2\r\n*1\r\n:1\r\n*1\r\n:2\r\n:3\r\n"), Ok(20));
        assert_eq!(length("*-1\r\n"), Err(Invalid("bad length")));
    }

    #[test]
    fn a_mistake_is_seen_before_the_rest_has_come() {
        assert_eq!(length("!"), Err(Invalid("unknown kind")));
        assert_eq!(length("$five\r\n"), Err(Invalid("no number")));
        assert_eq!(length("*3\r\n:1\r\n?"), Err(Invalid("unknown kind")));
    }

    #[test]
    fn every_beginning_of_a_frame_is_incomplete() {
        let whole = "*4\r\n+on\r\n$6\r\ndo\r\nme\r\n$-1\r\n*2\r\n:1\r\n-no\r\n";
        assert_eq!(length(whole), Ok(whole.len()));
        for end in 0..whole.len() {
            assert_eq!(length(&whole[..end]), Err(Incomplete), "cut at {end}");
        }
    }

    #[test]
    fn a_huge_announcement_costs_nothing() {
        assert_eq!(length("*4000000000\r\n:1\r\n"), Err(Incomplete));
        assert_eq!(length("$9223372036854775807\r\n"), Err(Incomplete));
    }
}
