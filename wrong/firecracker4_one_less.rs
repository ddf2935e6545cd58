// A request is a chain of descriptors: each names a piece of guest memory, says whether the device
// may write to it, and which descriptor comes next. The guest writes the table, so a chain
// can lead anywhere, also in a circle. To do: an iterator over a chain that ends in any case, with
// the last descriptor or with one error.

const NEXT: u16 = 1;
const WRITE: u16 = 2;

#[derive(Clone, Debug, PartialEq)]
struct Descriptor {
    address: u64,
    length: u32,
    flags: u16,
    next: u16,
}

#[derive(Debug, PartialEq)]
enum ChainError {
    NoSuchDescriptor(u16),
    Endless,
}

impl Descriptor {
    fn is_writable(&self) -> bool {
        self.flags & WRITE != 0
    }

    fn decode(bytes: &[u8; 16]) -> Descriptor {
        let [a, b, c, d, e, f, g, h, rest @ ..] = *bytes;
        let [i, j, k, l, flags @ .., m, n] = rest;
        Descriptor {
            address: u64::from_le_bytes([a, b, c, d, e, f, g, h]),
            length: u32::from_le_bytes([i, j, k, l]),
            flags: u16::from_le_bytes(flags),
            next: u16::from_le_bytes([m, n]),
        }
    }
}

/// Iterates over the descriptors of one chain.
struct Chain<'m> {
    table: &'m [[u8; 16]],
    next: Option<u16>,
    /// How many descriptors the chain can still have without using one twice.
    left: usize,
}

impl<'m> Chain<'m> {
    fn new(table: &'m [[u8; 16]], head: u16) -> Chain<'m> {
        Chain {
            table,
            next: Some(head),
            left: table.len() - 1,
        }
    }
}

impl Iterator for Chain<'_> {
    type Item = Result<Descriptor, ChainError>;

    fn next(&mut self) -> Option<Self::Item> {
        // `take` leaves `None`: whatever happens below, the iterator ends unless told otherwise.
        let index = self.next.take()?;
        let Some(bytes) = self.table.get(usize::from(index)) else {
            return Some(Err(ChainError::NoSuchDescriptor(index)));
        };
        let Some(left) = self.left.checked_sub(1) else {
            return Some(Err(ChainError::Endless));
        };
        self.left = left;
        let descriptor = Descriptor::decode(bytes);
        if descriptor.flags & NEXT != 0 {
            self.next = Some(descriptor.next);
        }
        Some(Ok(descriptor))
    }
}

/// How many bytes the device reads and how many it may write.
fn sizes(mut chain: Chain) -> Result<(u64, u64), ChainError> {
    chain.try_fold((0, 0), |(readable, writable), descriptor| {
        let descriptor = descriptor?;
        let length = u64::from(descriptor.length);
        Ok(if descriptor.is_writable() {
            (readable, writable + length)
        } else {
            (readable + length, writable)
        })
    })
}

fn encode(address: u64, length: u32, flags: u16, next: u16) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&address.to_le_bytes());
    bytes[8..12].copy_from_slice(&length.to_le_bytes());
    bytes[12..14].copy_from_slice(&flags.to_le_bytes());
    bytes[14..].copy_from_slice(&next.to_le_bytes());
    bytes
}

fn main() {
    let table = [
        encode(0x8000, 16, NEXT, 2),
        encode(0x9000, 1, WRITE, 0),
        encode(0xa000, 512, NEXT | WRITE, 1),
        encode(0, 0, NEXT, 3),
    ];
    for descriptor in Chain::new(&table, 0) {
        println!("{descriptor:x?}");
    }
    println!(
        "{:?}, {:?}",
        sizes(Chain::new(&table, 0)),
        sizes(Chain::new(&table, 3))
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(table: &[[u8; 16]], head: u16) -> Vec<Result<u64, ChainError>> {
        let chain = Chain::new(table, head).take(20);
        chain.map(|d| d.map(|d| d.address)).collect()
    }

    #[test]
    fn a_descriptor_is_decoded_from_its_bytes() {
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        let descriptor = Descriptor {
            address: 0x0807_0605_0403_0201,
            length: 0x0c0b_0a09,
            flags: 0x0e0d,
            next: 0x100f,
        };
        assert_eq!(Descriptor::decode(&bytes), descriptor);
    }

    #[test]
    fn a_chain_goes_on_as_long_as_the_flag_says_so() {
        let table = [
            encode(10, 1, NEXT, 2),
            encode(20, 1, 0, 0),
            encode(30, 1, NEXT | WRITE, 1),
        ];
        assert_eq!(addresses(&table, 0), [Ok(10), Ok(30), Ok(20)]);
        assert_eq!(addresses(&table, 1), [Ok(20)]);
    }

    #[test]
    fn an_index_outside_of_the_table_ends_the_chain() {
        let table = [encode(10, 1, NEXT, 2), encode(20, 1, 0, 7)];
        assert_eq!(
            addresses(&table, 0),
            [Ok(10), Err(ChainError::NoSuchDescriptor(2))]
        );
        assert_eq!(addresses(&table, 9), [Err(ChainError::NoSuchDescriptor(9))]);
    }

    #[test]
    fn a_circle_comes_to_an_end() {
        let table = [encode(10, 1, NEXT, 1), encode(20, 1, NEXT, 0)];
        assert_eq!(
            addresses(&table, 0),
            [Ok(10), Ok(20), Err(ChainError::Endless)]
        );
        let table = [encode(10, 1, NEXT, 0)];
        assert_eq!(addresses(&table, 0), [Ok(10), Err(ChainError::Endless)]);
    }

    #[test]
    fn a_chain_may_use_the_whole_table() {
        let table = [
            encode(10, 1, NEXT, 1),
            encode(20, 1, NEXT, 2),
            encode(30, 1, 0, 0),
        ];
        assert_eq!(addresses(&table, 0), [Ok(10), Ok(20), Ok(30)]);
    }

    #[test]
    fn sizes_are_added_by_direction() {
        let table = [
            encode(10, 16, NEXT, 1),
            encode(20, 512, NEXT | WRITE, 2),
            encode(30, 7, NEXT, 3),
            encode(40, 1, WRITE, 0),
        ];
        assert_eq!(sizes(Chain::new(&table, 0)), Ok((23, 513)));
    }

    #[test]
    fn sizes_may_be_larger_than_a_descriptor_can_say() {
        let table = [encode(10, u32::MAX, NEXT, 1), encode(20, u32::MAX, 0, 0)];
        assert_eq!(
            sizes(Chain::new(&table, 0)),
            Ok((2 * u64::from(u32::MAX), 0))
        );
    }

    #[test]
    fn a_broken_chain_has_no_sizes() {
        let table = [encode(10, 16, NEXT, 1), encode(20, 16, NEXT, 5)];
        assert_eq!(
            sizes(Chain::new(&table, 0)),
            Err(ChainError::NoSuchDescriptor(5))
        );
    }
}
