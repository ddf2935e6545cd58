// The picture of a comet arrives in the read buffer, is stored, and is sent to everybody who
// asks for it. With `Vec<u8>` each of these steps copies it. The crate `bytes` has `BytesMut`,
// a buffer to read into, and `Bytes`, a handle to a part of one that is cheap to clone. Let the
// picture stay where it arrived.

use bytes::{Buf, Bytes, BytesMut};
use std::collections::HashMap;

/// Where the value at the front of the buffer starts and ends, if all of it is there.
fn find_value(buffer: &[u8]) -> Option<(usize, usize)> {
    let line = buffer.windows(2).position(|pair| pair == b"\r\n")?;
    let digits = str::from_utf8(buffer[..line].strip_prefix(b"$")?).ok()?;
    let start = line + 2;
    let end = start + digits.parse::<usize>().ok()?;
    (buffer.len() >= end + 2).then_some((start, end))
}

/// Takes the first value out of the buffer.
fn take_value(buffer: &mut BytesMut) -> Option<Bytes> {
    let (start, end) = find_value(buffer)?;
    // TODO: This copies the value, and also everything that has come after it.
    let value = Bytes::copy_from_slice(&buffer[start..end]);
    *buffer = BytesMut::from(&buffer[end + 2..]);
    Some(value)
}

#[derive(Default)]
struct Store {
    values: HashMap<String, Bytes>,
}

impl Store {
    fn set(&mut self, key: &str, value: Bytes) {
        self.values.insert(key.to_string(), value);
    }

    // TODO: Give away one more handle, not one more picture.
    fn get(&self, key: &str) -> Option<Bytes> {
        let value = self.values.get(key)?;
        Some(Bytes::copy_from_slice(value))
    }

    // TODO: The first `length` bytes, or all if there are less. They lie in the picture too.
    fn get_start(&self, key: &str, length: usize) -> Option<Bytes> {
        let value = self.values.get(key)?;
        Some(value.iter().copied().take(length).collect())
    }
}

fn main() {
    let mut buffer = BytesMut::from("$5\r\ncomet\r\n$4\r\nM");
    let mut store = Store::default();
    while let Some(value) = take_value(&mut buffer) {
        store.set("picture", value);
    }
    let picture = store.get("picture");
    let start = store.get_start("picture", 2);
    println!("{picture:?} {start:?}, {} bytes left", buffer.remaining());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store_with(value: Bytes) -> Store {
        let mut store = Store::default();
        store.set("picture", value);
        store
    }

    #[test]
    fn values_are_taken_one_after_the_other() {
        let mut buffer = BytesMut::from("$5\r\ncomet\r\n$0\r\n\r\n$4\r\n\r\n\r\n\r\n");
        assert_eq!(take_value(&mut buffer).unwrap(), "comet");
        assert_eq!(buffer, "$0\r\n\r\n$4\r\n\r\n\r\n\r\n");
        assert_eq!(take_value(&mut buffer).unwrap(), "");
        assert_eq!(take_value(&mut buffer).unwrap(), "\r\n\r\n");
        assert_eq!(buffer, "");
    }

    #[test]
    fn half_a_value_stays_in_the_buffer() {
        let mut buffer = BytesMut::from("$5\r\ncomet\r");
        assert_eq!(take_value(&mut buffer), None);
        buffer.extend_from_slice(b"\n");
        assert_eq!(take_value(&mut buffer).unwrap(), "comet");
    }

    #[test]
    fn a_value_stays_where_it_arrived() {
        let mut buffer = BytesMut::from("$5\r\ncomet\r\n$4\r\nMars\r\n");
        let arrived = buffer[4..].as_ptr();
        assert_eq!(take_value(&mut buffer).unwrap().as_ptr(), arrived);
    }

    #[test]
    fn what_came_after_it_stays_as_well() {
        let mut buffer = BytesMut::from("$5\r\ncomet\r\n$4\r\nMars\r\n");
        let next = buffer[11..].as_ptr();
        let comet = take_value(&mut buffer).unwrap();
        assert_eq!(buffer.as_ptr(), next);
        // The buffer goes on being written to. That does not change what was taken.
        buffer.fill(b'x');
        assert_eq!(comet, "comet");
    }

    #[test]
    fn everybody_gets_the_same_picture() {
        let picture = Bytes::from(vec![7; 10_000]);
        let address = picture.as_ptr();
        let store = store_with(picture);
        let (first, second) = (store.get("picture"), store.get("picture"));
        assert_eq!(first.unwrap().as_ptr(), address);
        assert_eq!(second.unwrap().as_ptr(), address);
        assert_eq!(store.get("nebula"), None);
    }

    #[test]
    fn a_start_is_a_part_of_the_picture() {
        let picture = Bytes::from_static(b"comet");
        let store = store_with(picture.clone());
        let start = store.get_start("picture", 3).unwrap();
        assert_eq!(start, "com");
        assert_eq!(start.as_ptr(), picture.as_ptr());
        assert_eq!(store.get_start("picture", 5).unwrap(), "comet");
        assert_eq!(store.get_start("picture", 6).unwrap(), "comet");
    }

    #[test]
    fn a_picture_lives_as_long_as_somebody_has_it() {
        let mut buffer = BytesMut::from("$5\r\ncomet\r\n");
        let mut store = store_with(take_value(&mut buffer).unwrap());
        drop(buffer);
        let sent = store.get("picture").unwrap();
        store.set("picture", Bytes::from_static(b"another"));
        assert!(sent.is_unique());
        assert_eq!(sent, "comet");
    }
}
