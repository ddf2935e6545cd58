// Driver and device talk through a virtqueue: three tables in guest memory. The driver chooses
// where they lie and how many entries they have, and tells the device. To do: compute the
// layout as section 2.7 of the virtio specification gives it, and let no queue pass that the
// device could not use.

const MAX_SIZE: u16 = 256;

/// What has to divide the addresses of the descriptor table, the available and the used ring.
const ALIGNMENTS: [u64; 3] = [16, 2, 4];

#[derive(Clone, Debug, PartialEq)]
struct Queue {
    size: u16,
    /// The addresses of the descriptor table, the available ring and the used ring.
    parts: [u64; 3],
}

#[derive(Debug, PartialEq)]
enum QueueError {
    Size(u16),
    Misaligned(u64),
    Outside(u64),
}

fn lengths(size: u16) -> [u64; 3] {
    let size = u64::from(size);
    let around = 3 * 2;
    [16 * size, around + 2 * size, around + 8 * size]
}

impl Queue {
    /// The parts one behind the other, each at the first address that it may have.
    fn place(start: u64, size: u16) -> Queue {
        let mut end = start;
        let mut parts = [0; 3];
        for ((part, alignment), length) in parts.iter_mut().zip(ALIGNMENTS).zip(lengths(size)) {
            *part = end.next_multiple_of(alignment);
            end = *part + length;
        }
        Queue { size, parts }
    }

    fn check(&self, memory: u64) -> Result<(), QueueError> {
        // Zero is no power of two, so an empty queue is refused as well.
        if self.size > MAX_SIZE || !self.size.is_power_of_two() {
            return Err(QueueError::Size(self.size));
        }
        for ((part, alignment), length) in self
            .parts
            .into_iter()
            .zip(ALIGNMENTS)
            .zip(lengths(self.size))
        {
            if !part.is_multiple_of(alignment) {
                return Err(QueueError::Misaligned(part));
            }
            if part.checked_add(1).is_none_or(|end| end > memory) {
                return Err(QueueError::Outside(part));
            }
        }
        Ok(())
    }
}

fn main() {
    for size in [1, 2, 16, 256, 100] {
        let queue = Queue::place(0x1000, size);
        let lengths = lengths(size);
        println!(
            "{size:3}: {:x?}, {lengths:?} bytes, {:?}",
            queue.parts,
            queue.check(0x4000)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMORY: u64 = 0x1_0000;

    #[test]
    fn the_parts_have_the_lengths_of_the_specification() {
        assert_eq!(lengths(1), [16, 8, 14]);
        assert_eq!(lengths(4), [64, 14, 38]);
        assert_eq!(lengths(256), [4096, 518, 2054]);
        assert_eq!(lengths(32768), [524_288, 65_542, 262_150]);
    }

    #[test]
    fn the_parts_follow_each_other() {
        assert_eq!(Queue::place(0, 1).parts, [0, 16, 24]);
        assert_eq!(Queue::place(0x2000, 256).parts, [0x2000, 0x3000, 0x3208]);
    }

    #[test]
    fn an_address_is_rounded_up_where_it_must_be() {
        assert_eq!(Queue::place(0, 2).parts, [0, 32, 44]);
        assert_eq!(Queue::place(0x1001, 4).parts, [0x1010, 0x1050, 0x1060]);
    }

    #[test]
    fn what_was_placed_is_good() {
        for size in [1, 2, 4, 8, 16, 32, 64, 128, 256] {
            assert_eq!(Queue::place(0x1007, size).check(MEMORY), Ok(()));
        }
    }

    #[test]
    fn the_size_is_a_power_of_two_and_not_too_large() {
        for size in [0, 3, 100, 255, 257, 512] {
            let queue = Queue {
                size,
                parts: [0, 0, 0],
            };
            assert_eq!(queue.check(MEMORY), Err(QueueError::Size(size)));
        }
    }

    #[test]
    fn every_part_has_its_alignment() {
        let good = Queue::place(0x1000, 4);
        for (index, wrong) in [(0, 0x1008), (1, 0x1041), (2, 0x1052)] {
            let mut queue = good.clone();
            queue.parts[index] = wrong;
            assert_eq!(queue.check(MEMORY), Err(QueueError::Misaligned(wrong)));
        }
    }

    #[test]
    fn every_part_lies_in_memory_to_its_last_byte() {
        // For four entries: 64, 14 and 38 bytes.
        let fits = Queue {
            size: 4,
            parts: [MEMORY - 64, MEMORY - 14, MEMORY - 40],
        };
        assert_eq!(fits.check(MEMORY), Ok(()));
        for (index, address) in [(0, MEMORY - 48), (1, MEMORY - 12), (2, MEMORY - 36)] {
            let mut queue = fits.clone();
            queue.parts[index] = address;
            assert_eq!(queue.check(MEMORY), Err(QueueError::Outside(address)));
        }
    }

    #[test]
    fn an_address_can_be_a_lie() {
        let mut queue = Queue::place(0, 4);
        queue.parts[0] = u64::MAX - 15;
        assert_eq!(
            queue.check(u64::MAX),
            Err(QueueError::Outside(u64::MAX - 15))
        );
    }
}
