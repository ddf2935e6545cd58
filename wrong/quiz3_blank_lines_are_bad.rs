// The crew of a houseboat keeps its kitty in a text, amounts in cents: "in 4000 rent
// for the berth", "out 1250 paint". Read the entries, report the first bad one, and
// add up whatever has an effect on the kitty. This quiz mixes chapters 12 to 18:
// the compiler's messages come first, then the tests, and one test is yours to write.

use std::fmt;
use std::num::ParseIntError;

#[derive(Debug, PartialEq)]
enum LedgerError {
    BadLine(String),
    BadAmount(ParseIntError),
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::BadLine(line) => write!(f, "cannot read: {line}"),
            Self::BadAmount(cause) => write!(f, "bad amount: {cause}"),
        }
    }
}

impl std::error::Error for LedgerError {}

// `?` converts the error with `From`. Without this, `parse` could do it by hand:
// amount.parse::<u32>().map_err(LedgerError::BadAmount)?
impl From<ParseIntError> for LedgerError {
    fn from(cause: ParseIntError) -> Self {
        Self::BadAmount(cause)
    }
}

trait Booking {
    fn effect(&self) -> i64;
}

#[derive(Debug, PartialEq)]
enum Entry<'a> {
    In(u32, &'a str),
    Out(u32, &'a str),
}

impl Booking for Entry<'_> {
    fn effect(&self) -> i64 {
        match self {
            Self::In(cents, _) => i64::from(*cents),
            Self::Out(cents, _) => -i64::from(*cents),
        }
    }
}

fn parse(line: &str) -> Result<Entry<'_>, LedgerError> {
    let bad_line = || LedgerError::BadLine(line.to_string());
    let (kind, rest) = line.split_once(' ').ok_or_else(bad_line)?;
    let (amount, note) = rest.split_once(' ').ok_or_else(bad_line)?;
    let cents = amount.parse::<u32>()?;
    match kind {
        "in" => Ok(Entry::In(cents, note)),
        "out" => Ok(Entry::Out(cents, note)),
        _ => Err(bad_line()),
    }
}

/// All entries of the text. Blank lines are no entries.
fn ledger(text: &str) -> Result<Vec<Entry<'_>>, LedgerError> {
    let lines = text.lines();
    lines.map(parse).collect()
}

fn balance<B: Booking>(bookings: &[B]) -> i64 {
    bookings.iter().map(|booking| booking.effect()).sum()
}

fn main() {
    match ledger("in 4000 rent for the berth\n\nout 1250 paint") {
        Ok(entries) => println!("{entries:?}: {} cents", balance(&entries)),
        Err(error) => println!("{error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Found(u8);

    impl Booking for Found {
        fn effect(&self) -> i64 {
            i64::from(self.0)
        }
    }

    #[test]
    fn an_entry_keeps_its_whole_note() {
        assert_eq!(
            parse("in 900 sale of old rope"),
            Ok(Entry::In(900, "sale of old rope"))
        );
    }

    #[test]
    fn an_entry_without_a_note_is_a_bad_line() {
        assert_eq!(
            parse("out 900"),
            Err(LedgerError::BadLine("out 900".to_string()))
        );
    }

    #[test]
    fn a_line_that_is_neither_in_nor_out_is_a_bad_line() {
        let line = "lend 300 ladder";
        assert_eq!(parse(line), Err(LedgerError::BadLine(line.to_string())));
    }

    #[test]
    fn a_bad_amount_tells_its_cause() {
        let message = parse("out -5 paint").unwrap_err().to_string();
        assert_eq!(message, "bad amount: invalid digit found in string");
    }

    #[test]
    fn the_ledger_has_all_entries_in_order() {
        let entries = ledger("out 250 tea\nin 100 deposit").unwrap();
        assert_eq!(entries, [Entry::Out(250, "tea"), Entry::In(100, "deposit")]);
    }

    #[test]
    fn blank_lines_are_no_entries() {
        assert_eq!(ledger("\nin 1 coin\n  \n").unwrap().len(), 1);
        assert_eq!(ledger(""), Ok(vec![]));
    }

    #[test]
    fn the_first_bad_line_is_reported() {
        let error = ledger("in 1 coin\nnonsense\nout x tea").unwrap_err();
        assert_eq!(error.to_string(), "cannot read: nonsense");
    }

    #[test]
    fn money_spent_lowers_the_balance() {
        assert_eq!(
            balance(&[Entry::In(400, "rent"), Entry::Out(650, "paint")]),
            -250
        );
    }

    #[test]
    fn the_largest_amounts_can_be_spent() {
        assert_eq!(Entry::Out(u32::MAX, "engine").effect(), -4_294_967_295);
    }

    #[test]
    fn anything_with_an_effect_can_be_added_up() {
        assert_eq!(balance(&[Found(5), Found(20)]), 25);
    }
}
