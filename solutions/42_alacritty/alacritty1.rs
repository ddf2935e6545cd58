// A program sends text and orders in one stream of bytes: "\x1b[2;5H" is an order that moves the
// cursor. The parser is a machine that takes one byte at a time and remembers its state. It finds
// out where an order ends, not what it means; that is the performer's business. Teach it the orders
// that begin with ESC [, such as "\x1b[1;31m" or "\x1b[K". Bytes come in pieces of any length.

/// Is told what the parser has found.
trait Perform {
    fn print(&mut self, c: char);
    /// A control character, a line feed for example.
    fn execute(&mut self, byte: u8);
    /// An order that began with ESC [ and ended with the letter `action`.
    fn csi_dispatch(&mut self, params: &[u16], action: char);
    /// A message that began with ESC ], a title of the window for example.
    fn osc_dispatch(&mut self, message: &str);
}

const ESC: u8 = 0x1b;
const CANCEL: u8 = 0x18;
const BELL: u8 = 0x07;

#[derive(Clone, Copy, Default)]
enum State {
    #[default]
    Ground,
    Escape,
    Csi,
    Osc,
}

#[derive(Default)]
struct Parser {
    state: State,
    /// The numbers of the order; the last one may be unfinished.
    params: Vec<u16>,
    message: String,
}

impl Parser {
    fn advance(&mut self, performer: &mut impl Perform, bytes: &[u8]) {
        for &byte in bytes {
            self.state = match self.state {
                State::Ground => self.ground(performer, byte),
                State::Escape => self.escape(byte),
                State::Csi => self.csi(performer, byte),
                State::Osc => self.osc(performer, byte),
            };
        }
    }

    // Each of these takes a byte and returns the state for the next one.

    fn ground(&mut self, performer: &mut impl Perform, byte: u8) -> State {
        match byte {
            ESC => return State::Escape,
            b' '..=b'~' => performer.print(char::from(byte)),
            _ => performer.execute(byte),
        }
        State::Ground
    }

    fn escape(&mut self, byte: u8) -> State {
        match byte {
            b'[' => {
                self.params = vec![0];
                State::Csi
            }
            b']' => {
                self.message.clear();
                State::Osc
            }
            // Orders of one letter are left out here.
            _ => State::Ground,
        }
    }

    fn csi(&mut self, performer: &mut impl Perform, byte: u8) -> State {
        match byte {
            b'0'..=b'9' => {
                // A number that is too large stays at the largest one, rather than to overflow.
                let digit = u16::from(byte - b'0');
                if let Some(param) = self.params.last_mut() {
                    *param = param.saturating_mul(10).saturating_add(digit);
                }
            }
            b';' => self.params.push(0),
            b'@'..=b'~' => {
                performer.csi_dispatch(&self.params, char::from(byte));
                return State::Ground;
            }
            ESC => return State::Escape,
            CANCEL => return State::Ground,
            0..b' ' => performer.execute(byte),
            _ => (),
        }
        State::Csi
    }

    fn osc(&mut self, performer: &mut impl Perform, byte: u8) -> State {
        match byte {
            BELL => {
                performer.osc_dispatch(&self.message);
                State::Ground
            }
            // The other end of a message is ESC \, and the backslash changes nothing any more.
            ESC => {
                performer.osc_dispatch(&self.message);
                State::Escape
            }
            _ => {
                self.message.push(char::from(byte));
                State::Osc
            }
        }
    }
}

/// Writes down what it is told.
#[derive(Default)]
struct Log(Vec<String>);

impl Perform for Log {
    fn print(&mut self, c: char) {
        self.0.push(format!("print {c}"));
    }

    fn execute(&mut self, byte: u8) {
        self.0.push(format!("execute {byte}"));
    }

    fn csi_dispatch(&mut self, params: &[u16], action: char) {
        self.0.push(format!("csi {params:?} {action}"));
    }

    fn osc_dispatch(&mut self, message: &str) {
        self.0.push(format!("osc {message}"));
    }
}

fn main() {
    let mut log = Log::default();
    let mut parser = Parser::default();
    for piece in ["\x1b]0;tides\x07\x1b[", "1;3", "2mHi\x1b[m\r\n"] {
        parser.advance(&mut log, piece.as_bytes());
    }
    println!("{}", log.0.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(bytes: &str) -> Vec<String> {
        let mut log = Log::default();
        Parser::default().advance(&mut log, bytes.as_bytes());
        log.0
    }

    #[test]
    fn text_is_printed_and_controls_are_executed() {
        assert_eq!(log("A~\r"), ["print A", "print ~", "execute 13"]);
        assert_eq!(log(" \n"), ["print  ", "execute 10"]);
    }

    #[test]
    fn an_order_has_numbers_and_a_last_letter() {
        assert_eq!(log("\x1b[2;5H"), ["csi [2, 5] H"]);
        assert_eq!(log("\x1b[120Gx"), ["csi [120] G", "print x"]);
        assert_eq!(log("\x1b[4@\x1b[1~"), ["csi [4] @", "csi [1] ~"]);
    }

    #[test]
    fn a_number_that_is_left_out_is_zero() {
        assert_eq!(log("\x1b[K"), ["csi [0] K"]);
        assert_eq!(log("\x1b[;7H"), ["csi [0, 7] H"]);
        assert_eq!(log("\x1b[1;m"), ["csi [1, 0] m"]);
    }

    #[test]
    fn the_next_order_begins_without_numbers() {
        assert_eq!(log("\x1b[31m\x1b[K"), ["csi [31] m", "csi [0] K"]);
    }

    #[test]
    fn an_order_may_come_in_pieces() {
        let mut log = Log::default();
        let mut parser = Parser::default();
        for byte in b"\x1b[10;20Hx" {
            parser.advance(&mut log, &[*byte]);
        }
        assert_eq!(log.0, ["csi [10, 20] H", "print x"]);
    }

    #[test]
    fn nothing_is_shown_of_an_order_without_an_end() {
        assert!(log("\x1b[10;20").is_empty());
    }

    #[test]
    fn a_control_inside_an_order_is_executed_at_once() {
        assert_eq!(log("\x1b[3\r1m"), ["execute 13", "csi [31] m"]);
        assert_eq!(log("\x1b[\x1f3m"), ["execute 31", "csi [3] m"]);
    }

    #[test]
    fn an_escape_inside_an_order_begins_another_one() {
        assert_eq!(log("\x1b[3\x1b[4mx"), ["csi [4] m", "print x"]);
    }

    #[test]
    fn a_cancelled_order_is_forgotten() {
        assert_eq!(log("\x1b[3\x18m"), ["print m"]);
    }

    #[test]
    fn other_bytes_inside_an_order_are_ignored() {
        assert_eq!(log("\x1b[?25 \x7fl"), ["csi [25] l"]);
    }

    #[test]
    fn a_number_stops_at_the_largest_one() {
        assert_eq!(log("\x1b[65535C"), ["csi [65535] C"]);
        assert_eq!(log("\x1b[65536C"), ["csi [65535] C"]);
        assert_eq!(log("\x1b[99999999C"), ["csi [65535] C"]);
    }

    #[test]
    fn a_message_ends_in_one_of_two_ways() {
        assert_eq!(log("\x1b]0;log\x07x"), ["osc 0;log", "print x"]);
        assert_eq!(log("\x1b]0;log\x1b\\x"), ["osc 0;log", "print x"]);
    }

    #[test]
    fn each_message_begins_empty() {
        assert_eq!(log("\x1b]2;a\x07\x1b]2;b\x07"), ["osc 2;a", "osc 2;b"]);
    }
}
