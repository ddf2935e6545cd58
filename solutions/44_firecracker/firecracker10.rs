// All of it: a disk image behind a virtqueue. A small driver lays requests into guest memory as a
// Linux guest would, the device takes them out of the rings, moves bytes between memory and image, and
// gives the chains back. To do: follow a chain, move the data, and put a finished chain
// into the used ring. `firecracker10 IMAGE` reads commands and prints status and data in hex.

use std::io::{self, BufRead, Cursor, Read, Seek, SeekFrom, Write};

const SECTOR: u64 = 512;

#[derive(Debug, PartialEq)]
enum Fault {
    Memory(u64),
    Chain(u16),
    Request,
    BeyondTheEnd,
    Disk(io::ErrorKind),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        Fault::Disk(error.kind())
    }
}

struct Memory(Vec<u8>);

impl Memory {
    fn slice(&mut self, address: u64, length: u64) -> Result<&mut [u8], Fault> {
        let range = usize::try_from(address)
            .ok()
            .zip(usize::try_from(length).ok());
        range
            .and_then(|(start, length)| Some(start..start.checked_add(length)?))
            .and_then(|range| self.0.get_mut(range))
            .ok_or(Fault::Memory(address))
    }

    /// A little-endian number of so many bytes.
    fn number(&mut self, address: u64, length: u64) -> Result<u64, Fault> {
        let bytes = self.slice(address, length)?;
        Ok(bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn u16(&mut self, address: u64) -> Result<u16, Fault> {
        Ok(self.number(address, 2)? as u16)
    }

    fn put(&mut self, address: u64, bytes: &[u8]) -> Result<(), Fault> {
        self.slice(address, bytes.len() as u64)?
            .copy_from_slice(bytes);
        Ok(())
    }
}

/// Where the parts of a split virtqueue lie.
#[derive(Clone, Debug, PartialEq)]
struct Layout {
    size: u16,
    desc: u64,
    avail: u64,
    used: u64,
}

impl Layout {
    fn new(size: u16) -> Option<Layout> {
        let entries = u64::from(size);
        let avail = 16 * entries;
        let used = (avail + 6 + 2 * entries).next_multiple_of(4);
        size.is_power_of_two().then_some(Layout {
            size,
            desc: 0,
            avail,
            used,
        })
    }

    fn describe(&self) -> String {
        let entries = u64::from(self.size);
        let (desc, avail, used) = (16 * entries, 6 + 2 * entries, 6 + 8 * entries);
        format!(
            "desc {} {desc} avail {} {avail} used {} {used}",
            self.desc, self.avail, self.used
        )
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Descriptor {
    address: u64,
    length: u64,
    writable: bool,
}

const NEXT: u16 = 1;
const WRITE: u16 = 2;

/// The device's side of the queue.
struct Queue {
    layout: Layout,
    next_avail: u16,
    next_used: u16,
}

impl Queue {
    fn pop(&mut self, memory: &mut Memory) -> Result<Option<u16>, Fault> {
        if memory.u16(self.layout.avail + 2)? == self.next_avail {
            return Ok(None);
        }
        let slot = u64::from(self.next_avail % self.layout.size);
        self.next_avail = self.next_avail.wrapping_add(1);
        Ok(Some(memory.u16(self.layout.avail + 4 + 2 * slot)?))
    }

    fn chain(&self, memory: &mut Memory, head: u16) -> Result<Vec<Descriptor>, Fault> {
        let mut chain = Vec::new();
        let mut index = head;
        loop {
            if index >= self.layout.size || chain.len() == usize::from(self.layout.size) {
                return Err(Fault::Chain(index));
            }
            let entry = self.layout.desc + 16 * u64::from(index);
            let flags = memory.u16(entry + 12)?;
            chain.push(Descriptor {
                address: memory.number(entry, 8)?,
                length: memory.number(entry + 8, 4)?,
                writable: flags & WRITE != 0,
            });
            if flags & NEXT == 0 {
                return Ok(chain);
            }
            index = memory.u16(entry + 14)?;
        }
    }

    fn give_back(&mut self, memory: &mut Memory, head: u16, written: u32) -> Result<(), Fault> {
        let slot = u64::from(self.next_used % self.layout.size);
        let entry = self.layout.used + 4 + 8 * slot;
        memory.put(entry, &u32::from(head).to_le_bytes())?;
        memory.put(entry + 4, &written.to_le_bytes())?;
        self.next_used = self.next_used.wrapping_add(1);
        memory.put(self.layout.used + 2, &self.next_used.to_le_bytes())
    }
}

const IN: u64 = 0;
const OUT: u64 = 1;
const FLUSH: u64 = 4;
const GET_ID: u64 = 8;
const DISCARD: u64 = 11;

struct Disk<F> {
    image: F,
    /// In bytes, whole sectors.
    size: u64,
    id: [u8; 20],
}

impl<F: Read + Write + Seek> Disk<F> {
    fn new(mut image: F) -> io::Result<Disk<F>> {
        let size = image.seek(SeekFrom::End(0))? / SECTOR * SECTOR;
        let mut id = [0; 20];
        id[..12].copy_from_slice(b"capstone-001");
        Ok(Disk { image, size, id })
    }

    fn transfer(
        &mut self,
        memory: &mut Memory,
        pieces: &[Descriptor],
        sector: u64,
        to_memory: bool,
    ) -> Result<(), Fault> {
        let length: u64 = pieces.iter().map(|piece| piece.length).sum();
        if !length.is_multiple_of(SECTOR) {
            return Err(Fault::Request);
        }
        let start = sector.checked_mul(SECTOR).ok_or(Fault::BeyondTheEnd)?;
        let end = start.checked_add(length).ok_or(Fault::BeyondTheEnd)?;
        if end > self.size {
            return Err(Fault::BeyondTheEnd);
        }
        self.image.seek(SeekFrom::Start(start))?;
        for piece in pieces {
            let bytes = memory.slice(piece.address, piece.length)?;
            if to_memory {
                self.image.read_exact(bytes)?;
            } else {
                self.image.write_all(bytes)?;
            }
        }
        Ok(())
    }

    /// Carries out one chain; the number of bytes that were written to memory.
    fn execute(&mut self, memory: &mut Memory, chain: &[Descriptor]) -> Result<u32, Fault> {
        let [head, data @ .., status] = chain else {
            return Err(Fault::Request);
        };
        if head.writable || head.length < 16 || !status.writable || status.length == 0 {
            return Err(Fault::Request);
        }
        let kind = memory.number(head.address, 4)?;
        let sector = memory.number(head.address + 8, 8)?;
        let to_memory = kind == IN || kind == GET_ID;
        if (to_memory || kind == OUT) && data.iter().any(|piece| piece.writable != to_memory) {
            return Err(Fault::Request);
        }
        let length: u64 = data.iter().map(|piece| piece.length).sum();
        let done = match kind {
            IN => self
                .transfer(memory, data, sector, true)
                .map(|()| length as u32),
            OUT => self.transfer(memory, data, sector, false).map(|()| 0),
            FLUSH => self.image.flush().map(|()| 0).map_err(Fault::from),
            GET_ID => match data {
                [piece] if piece.length >= 20 => memory.put(piece.address, &self.id).map(|()| 20),
                _ => Err(Fault::Request),
            },
            _ => {
                memory.put(status.address, &[2])?;
                return Ok(1);
            }
        };
        memory.put(status.address, &[u8::from(done.is_err())])?;
        Ok(done.unwrap_or(0) + 1)
    }
}

/// Where the driver puts its things, behind the queue.
const HEADER: u64 = 0x4000;
const STATUS: u64 = 0x4010;
const DATA: u64 = 0x5000;
const MAX_DATA: u64 = 128 * SECTOR;
const PIECE: u64 = 32 * SECTOR;

/// Guest and host in one: the driver, the memory, the queue and the disk.
struct Machine<F> {
    memory: Memory,
    queue: Queue,
    disk: Disk<F>,
    /// How many chains the driver has offered.
    offered: u16,
    next_descriptor: u16,
}

impl<F: Read + Write + Seek> Machine<F> {
    fn new(image: F, layout: Layout) -> io::Result<Machine<F>> {
        Ok(Machine {
            memory: Memory(vec![0; (DATA + MAX_DATA) as usize]),
            queue: Queue {
                layout,
                next_avail: 0,
                next_used: 0,
            },
            disk: Disk::new(image)?,
            offered: 0,
            next_descriptor: 0,
        })
    }

    /// The driver: writes the chain of these pieces into the table and offers it.
    fn offer(&mut self, pieces: &[Descriptor]) -> Result<u16, Fault> {
        let layout = self.queue.layout.clone();
        let head = self.next_descriptor;
        for (place, piece) in pieces.iter().enumerate() {
            let index = self.next_descriptor;
            self.next_descriptor = (index + 1) % layout.size;
            let last = place + 1 == pieces.len();
            let flags = if last { 0 } else { NEXT } | if piece.writable { WRITE } else { 0 };
            let entry = layout.desc + 16 * u64::from(index);
            self.memory.put(entry, &piece.address.to_le_bytes())?;
            self.memory
                .put(entry + 8, &(piece.length as u32).to_le_bytes())?;
            self.memory.put(entry + 12, &flags.to_le_bytes())?;
            self.memory
                .put(entry + 14, &self.next_descriptor.to_le_bytes())?;
        }
        let slot = u64::from(self.offered % layout.size);
        self.memory
            .put(layout.avail + 4 + 2 * slot, &head.to_le_bytes())?;
        self.offered = self.offered.wrapping_add(1);
        self.memory
            .put(layout.avail + 2, &self.offered.to_le_bytes())?;
        Ok(head)
    }

    /// The device: takes all chains that are waiting. A chain that makes no sense goes back as it is.
    fn process(&mut self) -> Result<(), Fault> {
        while let Some(head) = self.queue.pop(&mut self.memory)? {
            let chain = self.queue.chain(&mut self.memory, head);
            let written = chain.and_then(|chain| self.disk.execute(&mut self.memory, &chain));
            self.queue
                .give_back(&mut self.memory, head, written.unwrap_or(0))?;
        }
        Ok(())
    }

    /// The driver: one request from beginning to end. `None` if the device did not count it.
    fn request(
        &mut self,
        kind: u64,
        sector: u64,
        data: &[u8],
        room: u64,
    ) -> Result<Option<(u8, Vec<u8>)>, Fault> {
        self.memory.put(HEADER, &kind.to_le_bytes())?;
        self.memory.put(HEADER + 8, &sector.to_le_bytes())?;
        self.memory.put(STATUS, &[0xff])?;
        self.memory.put(DATA, data)?;
        let piece = |address, length, writable| Descriptor {
            address,
            length,
            writable,
        };
        let mut pieces = vec![piece(HEADER, 16, false)];
        let (length, writable) = (room.max(data.len() as u64), room > 0);
        for start in (0..length).step_by(PIECE as usize) {
            pieces.push(piece(DATA + start, PIECE.min(length - start), writable));
        }
        pieces.push(piece(STATUS, 1, true));
        let slot = u64::from(self.offered % self.queue.layout.size);
        let head = self.offer(&pieces)?;
        self.process()?;
        let used = self.queue.layout.used;
        let entry = used + 4 + 8 * slot;
        if self.memory.u16(used + 2)? != self.offered || self.memory.u16(entry)? != head {
            return Ok(None);
        }
        let written = self.memory.number(entry + 4, 4)?.saturating_sub(1);
        let status = self.memory.slice(STATUS, 1)?[0];
        Ok(Some((status, self.memory.slice(DATA, written)?.to_vec())))
    }

    fn command(&mut self, line: &str) -> String {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.parse::<u64>().unwrap_or(u64::MAX);
        let answer = match words.as_slice() {
            ["read", sector, count] => match number(count).saturating_mul(SECTOR) {
                room @ 1..=MAX_DATA => self.request(IN, number(sector), &[], room),
                _ => return "error: 1 to 128 sectors".to_string(),
            },
            ["write", sector, hex] => match from_hex(hex) {
                Some(data) if (1..=MAX_DATA).contains(&(data.len() as u64)) => {
                    self.request(OUT, number(sector), &data, 0)
                }
                _ => return "error: data in hex, 1 to 128 sectors".to_string(),
            },
            ["flush"] => self.request(FLUSH, 0, &[], 0),
            ["id"] => self.request(GET_ID, 0, &[], 20),
            ["discard"] => self.request(DISCARD, 0, &[0; 16], 0),
            ["layout", size] => {
                let layout = size.parse().ok().and_then(Layout::new);
                let text = layout.map(|layout| layout.describe());
                return text.unwrap_or("error: a power of two up to 32768".to_string());
            }
            ["memory", start, length] => {
                return match self.memory.slice(number(start), number(length)) {
                    Ok(bytes) => to_hex(bytes),
                    Err(fault) => format!("error: {fault:?}"),
                };
            }
            _ => return "error: read, write, flush, id, discard, layout or memory".to_string(),
        };
        match answer {
            Ok(Some((status, data))) if data.is_empty() => format!("{status:02x}"),
            Ok(Some((status, data))) => format!("{status:02x} {}", to_hex(&data)),
            Ok(None) => "error: the device does not answer".to_string(),
            Err(fault) => format!("error: {fault:?}"),
        }
    }
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    Some(
        digits
            .chunks(2)
            .map(|pair| (16 * pair[0] + pair[1]) as u8)
            .collect(),
    )
}

fn main() -> io::Result<()> {
    let layout = Layout::new(8).expect("a power of two");
    if let Some(path) = std::env::args().nth(1) {
        let image = std::fs::File::options().read(true).write(true).open(path)?;
        let mut machine = Machine::new(image, layout)?;
        for line in io::stdin().lock().lines() {
            println!("{}", machine.command(&line?));
        }
        return Ok(());
    }
    let mut machine = Machine::new(Cursor::new(vec![0; 2048]), layout)?;
    let write = format!("write 3 {}", "c0ffee00".repeat(128));
    for line in [
        &write, "read 3 1", "flush", "id", "discard", "read 4 1", "layout 8",
    ] {
        let answer = machine.command(line);
        println!("{line:.20}: {answer:.60}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk of 160 sectors; each byte is the number of its sector.
    fn machine() -> Machine<Cursor<Vec<u8>>> {
        let bytes: Vec<u8> = (0..160 * 512).map(|place| (place / 512) as u8).collect();
        Machine::new(Cursor::new(bytes), Layout::new(8).unwrap()).unwrap()
    }

    fn piece(address: u64, length: u64, writable: bool) -> Descriptor {
        Descriptor {
            address,
            length,
            writable,
        }
    }

    #[test]
    fn the_parts_lie_where_the_specification_wants_them() {
        let text = |size| Layout::new(size).map(|layout| layout.describe());
        let eight = "desc 0 128 avail 128 22 used 152 70".to_string();
        assert_eq!(text(8), Some(eight));
        let two = "desc 0 32 avail 32 10 used 44 22".to_string();
        assert_eq!(text(2), Some(two));
        assert_eq!(text(12), None);
    }

    #[test]
    fn a_chain_is_followed_by_its_flags() {
        let mut machine = machine();
        machine.next_descriptor = 6;
        let pieces = [piece(1, 16, false), piece(2, 512, true), piece(3, 1, true)];
        let head = machine.offer(&pieces).unwrap();
        assert_eq!(head, 6);
        let chain = machine.queue.chain(&mut machine.memory, head);
        assert_eq!(chain, Ok(pieces.to_vec()));
    }

    #[test]
    fn a_chain_may_use_the_whole_table_but_go_in_no_circle() {
        let mut machine = machine();
        let pieces = vec![piece(1, 1, false); 8];
        let head = machine.offer(&pieces).unwrap();
        let chain = machine.queue.chain(&mut machine.memory, head);
        assert_eq!(chain, Ok(pieces));
        // The last one goes on, to the first.
        machine.memory.put(7 * 16 + 12, &[1]).unwrap();
        let chain = machine.queue.chain(&mut machine.memory, head);
        assert_eq!(chain, Err(Fault::Chain(0)));
    }

    #[test]
    fn an_index_outside_of_the_table_is_no_descriptor() {
        let mut machine = machine();
        machine
            .offer(&[piece(1, 1, false), piece(2, 1, false)])
            .unwrap();
        machine.memory.put(14, &[8]).unwrap();
        let chain = machine.queue.chain(&mut machine.memory, 0);
        assert_eq!(chain, Err(Fault::Chain(8)));
    }

    #[test]
    fn a_finished_chain_is_in_the_used_ring() {
        let mut machine = machine();
        machine.queue.next_used = 65534;
        machine
            .queue
            .give_back(&mut machine.memory, 5, 513)
            .unwrap();
        machine
            .queue
            .give_back(&mut machine.memory, 2, 0x0102_0304)
            .unwrap();
        machine.queue.give_back(&mut machine.memory, 7, 1).unwrap();
        let ring = machine.memory.slice(152, 70).unwrap();
        assert_eq!(ring[..4], [0, 0, 1, 0]);
        assert_eq!(ring[4..12], [7, 0, 0, 0, 1, 0, 0, 0]);
        assert_eq!(ring[4 + 6 * 8..][..8], [5, 0, 0, 0, 1, 2, 0, 0]);
        assert_eq!(ring[4 + 7 * 8..][..8], [2, 0, 0, 0, 4, 3, 2, 1]);
    }

    #[test]
    fn sectors_are_read() {
        let mut machine = machine();
        let answer = machine.command("read 7 2");
        assert_eq!(
            answer,
            format!("00 {}{}", "07".repeat(512), "08".repeat(512))
        );
    }

    #[test]
    fn many_sectors_come_in_several_pieces() {
        let mut machine = machine();
        let expected: String = (30..158).map(|sector| to_hex(&[sector; 512])).collect();
        assert_eq!(machine.command("read 30 128"), format!("00 {expected}"));
        let (_, data) = machine
            .request(OUT, 1, &[0xee; 40 * 512], 0)
            .unwrap()
            .unwrap();
        assert!(data.is_empty());
        assert_eq!(machine.disk.image.get_ref()[511..513], [0, 0xee]);
        assert_eq!(
            machine.disk.image.get_ref()[41 * 512 - 1..][..2],
            [0xee, 41]
        );
    }

    #[test]
    fn what_is_written_can_be_read() {
        let mut machine = machine();
        let line = format!("write 159 {}", "A5".repeat(512));
        assert_eq!(machine.command(&line), "00");
        assert_eq!(
            machine.command("read 159 1"),
            format!("00 {}", "a5".repeat(512))
        );
        assert!(machine.command("read 158 1").starts_with("00 9e9e"));
    }

    #[test]
    fn behind_the_end_nothing_is_moved() {
        let mut machine = machine();
        let before = machine.disk.image.get_ref().clone();
        assert_eq!(machine.command("read 160 1"), "01");
        assert_eq!(machine.command("read 159 2"), "01");
        for sector in [159, u64::MAX / 512, u64::MAX] {
            let (status, _) = machine
                .request(OUT, sector, &[1; 1024], 0)
                .unwrap()
                .unwrap();
            assert_eq!(status, 1);
        }
        assert_eq!(machine.disk.image.get_ref(), &before);
    }

    #[test]
    fn part_of_a_sector_is_refused() {
        let mut machine = machine();
        assert_eq!(machine.command("write 0 ff"), "01");
        assert_eq!(
            machine.command("read 0 1"),
            format!("00 {}", "00".repeat(512))
        );
    }

    #[test]
    fn the_other_requests_are_answered() {
        let mut machine = machine();
        assert_eq!(machine.command("flush"), "00");
        let name = "63617073746f6e652d3030310000000000000000";
        assert_eq!(machine.command("id"), format!("00 {name}"));
        assert_eq!(machine.command("discard"), "02");
        assert!(machine.command("format").starts_with("error: read"));
        assert!(machine.command("write 0 abc").starts_with("error: data"));
        assert!(machine.command("read 0 129").starts_with("error: 1 to"));
        assert_eq!(
            machine.command("layout 0"),
            "error: a power of two up to 32768"
        );
    }

    #[test]
    fn the_rings_go_round() {
        let mut machine = machine();
        for round in 0..30 {
            let answer = machine.command(&format!("read {round} 1"));
            assert_eq!(answer, format!("00 {}", to_hex(&[round; 512])));
        }
        assert_eq!(machine.command("memory 154 2"), "1e00");
    }

    #[test]
    fn a_chain_that_makes_no_sense_comes_back_unanswered() {
        let (header, status) = (piece(HEADER, 16, false), piece(STATUS, 1, true));
        let data = piece(DATA, 512, true);
        for (kind, chain) in [
            (IN, vec![header.clone()]),
            (
                IN,
                vec![piece(HEADER, 16, true), data.clone(), status.clone()],
            ),
            (
                IN,
                vec![piece(HEADER, 15, false), data.clone(), status.clone()],
            ),
            (
                IN,
                vec![header.clone(), data.clone(), piece(STATUS, 1, false)],
            ),
            (
                IN,
                vec![header.clone(), data.clone(), piece(STATUS, 0, true)],
            ),
            (
                IN,
                vec![header.clone(), piece(DATA, 512, false), status.clone()],
            ),
            (
                GET_ID,
                vec![header.clone(), piece(DATA, 20, false), status.clone()],
            ),
            (OUT, vec![header, data, status]),
        ] {
            let mut machine = machine();
            machine.memory.put(HEADER, &kind.to_le_bytes()).unwrap();
            machine.memory.put(STATUS, &[0xff]).unwrap();
            machine.offer(&chain).unwrap();
            machine.process().unwrap();
            assert_eq!(machine.memory.0[STATUS as usize], 0xff, "{chain:?}");
            assert_eq!(
                machine.memory.0[152..164],
                [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            );
        }
    }
}
