// Two rings join driver and device. In the available ring the driver writes the heads of its
// chains and counts them; in the used ring the device writes which chain it has finished, and
// counts as well. The counts never go back: after 65535 comes 0. To do: the device's side of
// both rings.

/// The queue as it lies in guest memory, as numbers instead of bytes.
#[derive(Debug, Default)]
struct Shared {
    avail_index: u16,
    avail_ring: Vec<u16>,
    used_index: u16,
    used_ring: Vec<(u32, u32)>,
}

#[derive(Debug, PartialEq)]
enum RingError {
    /// The driver claims more new chains than the ring has room for.
    TooMany(u16),
    NoSuchDescriptor(u16),
}

/// What the device remembers.
#[derive(Debug, Default)]
struct Device {
    next_avail: u16,
    next_used: u16,
}

impl Device {
    fn waiting(&self, shared: &Shared) -> Result<u16, RingError> {
        let waiting = shared.avail_index.wrapping_sub(self.next_avail);
        if usize::from(waiting) > shared.avail_ring.len() {
            return Err(RingError::TooMany(waiting));
        }
        Ok(waiting)
    }

    fn pop(&mut self, shared: &Shared) -> Result<Option<u16>, RingError> {
        if self.waiting(shared)? == 0 {
            return Ok(None);
        }
        let size = shared.avail_ring.len();
        let head = shared.avail_ring[usize::from(self.next_avail) % size];
        if usize::from(head) >= size {
            return Err(RingError::NoSuchDescriptor(head));
        }
        self.next_avail = self.next_avail.wrapping_add(1);
        Ok(Some(head))
    }

    fn add_used(&mut self, shared: &mut Shared, head: u16, written: u32) {
        let slot = usize::from(self.next_used) % shared.used_ring.len();
        shared.used_ring[slot] = (u32::from(head), written);
        self.next_used = self.next_used.wrapping_add(1);
        // With a real guest on another core a fence belongs here: nobody may see the count first.
        shared.used_index = self.next_used;
    }

    /// Takes all chains that are waiting and gives each back.
    fn process(&mut self, shared: &mut Shared, written: u32) -> Result<Vec<u16>, RingError> {
        let mut heads = Vec::new();
        while let Some(head) = self.pop(shared)? {
            self.add_used(shared, head, written);
            heads.push(head);
        }
        Ok(heads)
    }
}

/// The driver's side.
impl Shared {
    fn new(size: usize) -> Shared {
        Shared {
            avail_ring: vec![0; size],
            used_ring: vec![(0, 0); size],
            ..Shared::default()
        }
    }

    fn offer(&mut self, head: u16) {
        let slot = usize::from(self.avail_index) % self.avail_ring.len();
        self.avail_ring[slot] = head;
        self.avail_index = self.avail_index.wrapping_add(1);
    }
}

fn main() {
    let mut shared = Shared::new(4);
    let mut device = Device::default();
    for heads in [vec![0, 3], vec![1], vec![2, 0]] {
        for head in heads {
            shared.offer(head);
        }
        println!(
            "{:?}: {:?}",
            device.process(&mut shared, 513),
            shared.used_ring
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both sides have worked for a while: `count` chains have gone through the queue.
    fn after(count: u16) -> (Shared, Device) {
        let mut shared = Shared::new(4);
        shared.avail_index = count;
        shared.used_index = count;
        let device = Device {
            next_avail: count,
            next_used: count,
        };
        (shared, device)
    }

    #[test]
    fn an_empty_ring_has_nothing() {
        let (shared, mut device) = after(0);
        assert_eq!(device.pop(&shared), Ok(None));
        assert_eq!(device.next_avail, 0);
    }

    #[test]
    fn chains_are_taken_in_their_order() {
        let (mut shared, mut device) = after(0);
        shared.offer(3);
        shared.offer(1);
        assert_eq!(device.waiting(&shared), Ok(2));
        assert_eq!(device.pop(&shared), Ok(Some(3)));
        assert_eq!(device.pop(&shared), Ok(Some(1)));
        assert_eq!(device.pop(&shared), Ok(None));
    }

    #[test]
    fn the_ring_is_used_again_from_its_beginning() {
        let (mut shared, mut device) = after(3);
        for head in [2, 0, 1] {
            shared.offer(head);
        }
        assert_eq!(device.process(&mut shared, 9), Ok(vec![2, 0, 1]));
        assert_eq!(shared.used_ring, [(0, 9), (1, 9), (0, 0), (2, 9)]);
        assert_eq!(shared.used_index, 6);
    }

    #[test]
    fn the_counts_go_on_behind_their_largest_value() {
        let (mut shared, mut device) = after(65534);
        for head in [0, 1, 2, 3] {
            shared.offer(head);
        }
        assert_eq!(device.waiting(&shared), Ok(4));
        assert_eq!(device.process(&mut shared, 1), Ok(vec![0, 1, 2, 3]));
        assert_eq!((device.next_avail, shared.used_index), (2, 2));
        assert_eq!(shared.used_ring, [(2, 1), (3, 1), (0, 1), (1, 1)]);
    }

    #[test]
    fn a_full_ring_is_possible_and_more_is_a_lie() {
        let (mut shared, mut device) = after(10);
        shared.avail_index = 14;
        assert_eq!(device.waiting(&shared), Ok(4));
        shared.avail_index = 15;
        assert_eq!(device.pop(&shared), Err(RingError::TooMany(5)));
        shared.avail_index = 9;
        assert_eq!(device.pop(&shared), Err(RingError::TooMany(65535)));
    }

    #[test]
    fn a_head_outside_of_the_table_does_not_stop_the_queue() {
        let (mut shared, mut device) = after(0);
        shared.offer(4);
        shared.offer(2);
        assert_eq!(device.pop(&shared), Err(RingError::NoSuchDescriptor(4)));
        assert_eq!(device.pop(&shared), Ok(Some(2)));
    }
}
