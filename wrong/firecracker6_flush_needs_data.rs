// To a disk the guest sends requests of three parts: a header (what, and from which sector on), the
// data, and a byte for the answer. Before anything is read or written the whole chain is
// judged, because afterwards it would be too late. To do: the types of requests, and the rules that
// a request has to obey.

const SECTOR: u64 = 512;
const HEADER: u32 = 16;
const ID: u32 = 20;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    In,
    Out,
    Flush,
    GetId,
    Unsupported(u32),
}

// Not `TryFrom`: an unknown number is no error here but a request that gets an answer.
impl From<u32> for Kind {
    fn from(number: u32) -> Kind {
        match number {
            0 => Kind::In,
            1 => Kind::Out,
            4 => Kind::Flush,
            8 => Kind::GetId,
            _ => Kind::Unsupported(number),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
struct Descriptor {
    address: u64,
    length: u32,
    /// The device may write to it, and not read.
    writable: bool,
}

#[derive(Debug, PartialEq)]
struct Request {
    kind: Kind,
    sector: u64,
    data: Option<Descriptor>,
    status: u64,
}

#[derive(Debug, PartialEq)]
enum RequestError {
    TooShort,
    HeaderLength(u32),
    MustBeReadable,
    MustBeWritable,
    StatusLength,
    DataLength(u32),
    BeyondTheEnd,
}

fn check_data(kind: Kind, data: Option<&Descriptor>) -> Result<(), RequestError> {
    match (kind, data) {
        (Kind::Flush, None) => Err(RequestError::TooShort),
        (_, None) => Err(RequestError::TooShort),
        (Kind::In | Kind::GetId, Some(data)) if !data.writable => Err(RequestError::MustBeWritable),
        (Kind::Out, Some(data)) if data.writable => Err(RequestError::MustBeReadable),
        _ => Ok(()),
    }
}

fn check_length(kind: Kind, sector: u64, length: u32, disk: u64) -> Result<(), RequestError> {
    match kind {
        Kind::In | Kind::Out => {
            let bytes = u64::from(length);
            if !bytes.is_multiple_of(SECTOR) {
                return Err(RequestError::DataLength(length));
            }
            let end = sector.checked_add(bytes / SECTOR);
            if end.is_none_or(|end| end > disk) {
                return Err(RequestError::BeyondTheEnd);
            }
            Ok(())
        }
        Kind::GetId if length < ID => Err(RequestError::DataLength(length)),
        _ => Ok(()),
    }
}

impl Request {
    /// `header` are the bytes behind the first descriptor, `disk` is the size in sectors.
    fn parse(header: &[u8; 16], chain: &[Descriptor], disk: u64) -> Result<Self, RequestError> {
        let (head, data, status) = match chain {
            [head, status] => (head, None, status),
            [head, data, status] => (head, Some(data), status),
            _ => return Err(RequestError::TooShort),
        };
        if head.writable {
            return Err(RequestError::MustBeReadable);
        }
        if head.length < HEADER {
            return Err(RequestError::HeaderLength(head.length));
        }
        let [a, b, c, d, _, _, _, _, sector @ ..] = *header;
        let kind = Kind::from(u32::from_le_bytes([a, b, c, d]));
        let sector = u64::from_le_bytes(sector);
        check_data(kind, data)?;
        check_length(kind, sector, data.map_or(0, |data| data.length), disk)?;
        if !status.writable {
            return Err(RequestError::MustBeWritable);
        }
        if status.length == 0 {
            return Err(RequestError::StatusLength);
        }
        Ok(Request {
            kind,
            sector,
            data: data.cloned(),
            status: status.address,
        })
    }
}

fn piece(address: u64, length: u32, writable: bool) -> Descriptor {
    Descriptor {
        address,
        length,
        writable,
    }
}

fn main() {
    let status = piece(0x3000, 1, true);
    for (kind, sector, writable) in [(0, 6, true), (0, 7, true), (1, 0, true), (9, 0, true)] {
        let mut header = [0; 16];
        header[0] = kind;
        header[8] = sector;
        let data = piece(0x2000, 1024, writable);
        let chain = [piece(0x1000, 16, false), data, status.clone()];
        println!("{:?}", Request::parse(&header, &chain, 8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A request to a disk of 8 sectors; `data` is a length and whether it is writable.
    fn parse(kind: u32, sector: u64, data: Option<(u32, bool)>) -> Result<Request, RequestError> {
        let mut header = [0xff; 16];
        header[..4].copy_from_slice(&kind.to_le_bytes());
        header[8..].copy_from_slice(&sector.to_le_bytes());
        let mut chain = vec![piece(0x1000, 16, false)];
        chain.extend(data.map(|(length, writable)| piece(0x2000, length, writable)));
        chain.push(piece(0x3000, 1, true));
        Request::parse(&header, &chain, 8)
    }

    #[test]
    fn each_number_is_a_kind() {
        let kinds = [0, 1, 4, 8, 2, 256].map(Kind::from);
        assert_eq!(
            kinds,
            [
                Kind::In,
                Kind::Out,
                Kind::Flush,
                Kind::GetId,
                Kind::Unsupported(2),
                Kind::Unsupported(256)
            ]
        );
    }

    #[test]
    fn a_request_has_its_parts() {
        let request = Request {
            kind: Kind::In,
            sector: 6,
            data: Some(piece(0x2000, 1024, true)),
            status: 0x3000,
        };
        assert_eq!(parse(0, 6, Some((1024, true))), Ok(request));
    }

    #[test]
    fn only_a_flush_comes_without_data() {
        assert!(parse(4, 0, None).is_ok());
        assert!(parse(4, 0, Some((7, false))).is_ok());
        for kind in [0, 1, 8, 11] {
            assert_eq!(parse(kind, 0, None), Err(RequestError::TooShort));
        }
    }

    #[test]
    fn data_has_a_direction() {
        assert_eq!(
            parse(0, 0, Some((512, false))),
            Err(RequestError::MustBeWritable)
        );
        assert_eq!(
            parse(8, 0, Some((20, false))),
            Err(RequestError::MustBeWritable)
        );
        assert_eq!(
            parse(1, 0, Some((512, true))),
            Err(RequestError::MustBeReadable)
        );
        assert!(parse(1, 0, Some((512, false))).is_ok());
    }

    #[test]
    fn sectors_are_whole() {
        for kind in [0, 1] {
            let answer = parse(kind, 0, Some((513, kind == 0)));
            assert_eq!(answer, Err(RequestError::DataLength(513)));
            assert!(parse(kind, 0, Some((0, kind == 0))).is_ok());
        }
    }

    #[test]
    fn the_last_sector_lies_on_the_disk() {
        for kind in [0, 1] {
            assert!(parse(kind, 7, Some((512, kind == 0))).is_ok());
            assert!(parse(kind, 0, Some((4096, kind == 0))).is_ok());
            for (sector, length) in [(8, 512), (7, 1024), (u64::MAX, 512)] {
                let answer = parse(kind, sector, Some((length, kind == 0)));
                assert_eq!(answer, Err(RequestError::BeyondTheEnd));
            }
        }
    }

    #[test]
    fn a_name_needs_room_and_no_sector() {
        assert_eq!(
            parse(8, 0, Some((19, true))),
            Err(RequestError::DataLength(19))
        );
        assert!(parse(8, 99, Some((20, true))).is_ok());
    }

    #[test]
    fn an_unknown_request_is_still_a_request() {
        let kind = parse(13, 99, Some((3, true))).map(|request| request.kind);
        assert_eq!(kind, Ok(Kind::Unsupported(13)));
    }

    #[test]
    fn header_and_status_have_their_directions_and_lengths() {
        let good = [piece(1, 16, false), piece(2, 1, true)];
        let parse = |change: fn(&mut [Descriptor; 2])| {
            let mut chain = good.clone();
            change(&mut chain);
            let mut header = [0; 16];
            header[0] = 4;
            Request::parse(&header, &chain, 8).err()
        };
        assert_eq!(parse(|_| {}), None);
        assert_eq!(
            parse(|chain| chain[0].writable = true),
            Some(RequestError::MustBeReadable)
        );
        assert_eq!(
            parse(|chain| chain[0].length = 15),
            Some(RequestError::HeaderLength(15))
        );
        assert_eq!(
            parse(|chain| chain[1].writable = false),
            Some(RequestError::MustBeWritable)
        );
        assert_eq!(
            parse(|chain| chain[1].length = 0),
            Some(RequestError::StatusLength)
        );
    }
}
