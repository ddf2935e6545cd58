// What the guest takes for its memory is, for the host, a few blocks of bytes at certain guest
// addresses, with a hole below 4 GiB where the devices answer. Every address in a message
// from the guest may be a lie. To do: lay memory of any size around the hole, and find the
// bytes behind an address without ever panicking.

const HOLE_START: u64 = 3 << 30;
const HOLE_END: u64 = 4 << 30;

/// A guest address and a length for each region.
fn arrange(size: u64) -> Vec<(u64, u64)> {
    match size.checked_sub(HOLE_START) {
        None | Some(0) => vec![(0, size)],
        Some(rest) => vec![(0, HOLE_START), (HOLE_END, rest)],
    }
}

struct Region {
    start: u64,
    bytes: Vec<u8>,
}

#[derive(Debug, PartialEq)]
enum MemoryError {
    /// No region has this address.
    Outside(u64),
    /// The region ends before the access does.
    Crosses { start: u64, length: usize },
}

struct GuestMemory {
    /// In order of their addresses, without overlap.
    regions: Vec<Region>,
}

impl GuestMemory {
    fn new(ranges: &[(u64, usize)]) -> GuestMemory {
        let mut regions: Vec<Region> = ranges
            .iter()
            .map(|&(start, length)| Region {
                start,
                bytes: vec![0; length],
            })
            .collect();
        regions.sort_by_key(|region| region.start);
        GuestMemory { regions }
    }

    fn locate(&self, start: u64, length: usize) -> Result<(usize, usize, usize), MemoryError> {
        // The regions that begin at the address or before it; the last of them may have it.
        let count = self.regions.partition_point(|region| region.start <= start);
        let index = count.checked_sub(1).ok_or(MemoryError::Outside(start))?;
        let region = &self.regions[index];
        let offset = usize::try_from(start - region.start)
            .ok()
            .filter(|offset| *offset < region.bytes.len())
            .ok_or(MemoryError::Outside(start))?;
        // `offset + length` could be too large for a number: the guest chooses both.
        let end = offset
            .checked_add(length)
            .filter(|end| *end <= region.bytes.len())
            .ok_or(MemoryError::Crosses { start, length })?;
        Ok((index, offset, end))
    }

    fn read(&self, start: u64, length: usize) -> Result<&[u8], MemoryError> {
        let (index, from, to) = self.locate(start, length)?;
        Ok(&self.regions[index].bytes[from..to])
    }

    fn write(&mut self, start: u64, bytes: &[u8]) -> Result<(), MemoryError> {
        let (index, from, to) = self.locate(start, bytes.len())?;
        self.regions[index].bytes[from..to].copy_from_slice(bytes);
        Ok(())
    }

    fn read_u32(&self, start: u64) -> Result<u32, MemoryError> {
        let bytes = self.read(start, size_of::<u32>())?;
        // Also good: bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
        Ok(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }
}

fn main() {
    for gib in [1, 3, 6] {
        println!("{gib} GiB: {:x?}", arrange(gib << 30));
    }
    let mut memory = GuestMemory::new(&[(HOLE_END, 0x1000), (0, 0x1000)]);
    println!("{:?}", memory.write(HOLE_END + 8, &[0x2a, 0, 1, 0]));
    println!("{:x?}", memory.read_u32(HOLE_END + 8));
    println!("{:x?}", memory.read_u32(HOLE_START));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory() -> GuestMemory {
        let mut memory = GuestMemory::new(&[(0x5000, 0x20), (0x1000, 0x10), (0x1010, 0x10)]);
        memory.write(0x5000, &[1, 2, 3, 4, 5]).unwrap();
        memory
    }

    #[test]
    fn small_memory_is_one_region() {
        assert_eq!(arrange(128 << 20), [(0, 0x0800_0000)]);
        assert_eq!(arrange(0xc000_0000), [(0, 0xc000_0000)]);
    }

    #[test]
    fn large_memory_goes_on_behind_the_hole() {
        assert_eq!(arrange(0xc000_0001), [(0, 0xc000_0000), (0x1_0000_0000, 1)]);
        assert_eq!(
            arrange(0x1_4000_0000),
            [(0, 0xc000_0000), (0x1_0000_0000, 0x8000_0000)]
        );
    }

    #[test]
    fn bytes_are_found_in_the_region_that_has_them() {
        let mut memory = memory();
        memory.write(0x101f, &[9]).unwrap();
        assert_eq!(memory.read(0x101f, 1), Ok(&[9][..]));
        assert_eq!(memory.read(0x5001, 3), Ok(&[2, 3, 4][..]));
        assert_eq!(memory.regions[2].bytes[0xf], 0);
    }

    #[test]
    fn a_region_can_be_read_to_its_last_byte() {
        let memory = memory();
        assert_eq!(memory.read(0x5000, 0x20).map(<[u8]>::len), Ok(0x20));
        assert_eq!(
            memory.read(0x5001, 0x20),
            Err(MemoryError::Crosses {
                start: 0x5001,
                length: 0x20
            })
        );
    }

    #[test]
    fn before_between_and_behind_there_is_nothing() {
        let memory = memory();
        for start in [0, 0xfff, 0x1020, 0x4fff, 0x5020, u64::MAX] {
            assert_eq!(memory.read(start, 1), Err(MemoryError::Outside(start)));
        }
    }

    #[test]
    fn an_access_stays_in_one_region() {
        let mut memory = memory();
        let crosses = MemoryError::Crosses {
            start: 0x100e,
            length: 4,
        };
        assert_eq!(memory.write(0x100e, &[1; 4]), Err(crosses));
    }

    #[test]
    fn a_length_can_be_a_lie() {
        let start = 0x5001;
        let length = usize::MAX;
        let crosses = MemoryError::Crosses { start, length };
        assert_eq!(memory().read(start, length), Err(crosses));
    }

    #[test]
    fn numbers_are_little_endian() {
        assert_eq!(memory().read_u32(0x5000), Ok(0x0403_0201));
        assert_eq!(memory().read_u32(0x5001), Ok(0x0504_0302));
        assert!(memory().read_u32(0x501d).is_err());
    }
}
