// The whole server: it speaks with every Redis client, also with redis-cli and redis-benchmark.
// Started with `--port 6379` it serves until its standard input ends (port 0: the system
// chooses one); without arguments it talks to itself. Three places are unfinished: how a value
// is cut out of the buffer, how a number is counted up, and the loop that serves a client.

use server::Server;
use std::env;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::process::ExitCode;

/// From bytes to the words of a request. All requests are flat lists, so nothing is nested.
mod request {
    pub type Words = Vec<Vec<u8>>;

    /// The first request and its length, none if not all of it is there. Programs send a list
    /// of values; a line of words comes from somebody with `telnet` or `nc`.
    pub fn first(bytes: &[u8]) -> Result<Option<(Words, usize)>, String> {
        let Some((head, mut at)) = line(bytes, 0) else {
            return Ok(None);
        };
        let Some(count) = head.strip_prefix(b"*") else {
            let words = head.split(u8::is_ascii_whitespace);
            let words = words.filter(|word| !word.is_empty()).map(<[u8]>::to_vec);
            return Ok(Some((words.collect(), at)));
        };
        let count = integer(count).ok_or("Protocol error: invalid multibulk length")?;
        let mut words = Words::new();
        for _ in 0..count {
            let Some((head, start)) = line(bytes, at) else {
                return Ok(None);
            };
            // The length decides, not the next line end: a value may hold any bytes.
            let end = start + value_length(head)?;
            if bytes.len() < end + 2 {
                return Ok(None);
            }
            words.push(bytes[start..end].to_vec());
            at = end + 2;
        }
        Ok(Some((words, at)))
    }

    fn value_length(head: &[u8]) -> Result<usize, String> {
        let Some(digits) = head.strip_prefix(b"$") else {
            let kind = char::from(*head.first().unwrap_or(&b' '));
            return Err(format!("Protocol error: expected '$', got '{kind}'"));
        };
        let length = integer(digits).and_then(|length| usize::try_from(length).ok());
        // Half a gigabyte is the limit of Redis too.
        let length = length.filter(|&length| length <= 512 << 20);
        length.ok_or_else(|| String::from("Protocol error: invalid bulk length"))
    }

    /// The line that starts at `from`, and where the next one starts.
    fn line(bytes: &[u8], from: usize) -> Option<(&[u8], usize)> {
        let end = from + bytes[from..].iter().position(|&byte| byte == b'\n')?;
        let line = &bytes[from..end];
        Some((line.strip_suffix(b"\r").unwrap_or(line), end + 1))
    }

    /// A number as Redis accepts it: without plus, blanks or zeros in front.
    pub fn integer(digits: &[u8]) -> Option<i64> {
        let digits = str::from_utf8(digits).ok()?;
        let number = digits.parse::<i64>().ok()?;
        (number.to_string() == digits).then_some(number)
    }
}

/// Answers, straight as the bytes that the client reads.
mod reply {
    use std::fmt::Display;

    pub fn simple(text: &str) -> Vec<u8> {
        format!("+{text}\r\n").into_bytes()
    }

    pub fn integer(number: impl Display) -> Vec<u8> {
        format!(":{number}\r\n").into_bytes()
    }

    pub fn bulk(value: &[u8]) -> Vec<u8> {
        let head = format!("${}\r\n", value.len());
        [head.as_bytes(), value, b"\r\n"].concat()
    }

    pub fn null() -> Vec<u8> {
        b"$-1\r\n".to_vec()
    }

    pub fn array(replies: &[Vec<u8>]) -> Vec<u8> {
        let head = format!("*{}\r\n", replies.len());
        [head.into_bytes(), replies.concat()].concat()
    }

    /// An error is one line, whatever the client has sent.
    pub fn error(text: impl AsRef<[u8]>) -> Vec<u8> {
        let one_line = |&byte: &u8| if b"\r\n".contains(&byte) { b' ' } else { byte };
        let text: Vec<u8> = text.as_ref().iter().map(one_line).collect();
        [b"-ERR ", &text[..], b"\r\n"].concat()
    }

    pub fn unknown(name: &[u8], args: &[Vec<u8>]) -> Vec<u8> {
        let quoted = args.iter().map(|word| [b"'", &word[..], b"' "].concat());
        let args = quoted.collect::<Vec<_>>().concat();
        let text = [b"unknown command '", name, b"', with args beginning with: "].concat();
        error([text, args].concat())
    }
}

/// Values and their ends.
mod db {
    use super::request::integer;
    use std::collections::{BTreeSet, HashMap};
    use std::time::Instant;

    pub const NO_INTEGER: &str = "value is not an integer or out of range";

    pub struct Entry {
        pub value: Vec<u8>,
        pub end: Option<Instant>,
    }

    #[derive(Default)]
    pub struct Db {
        entries: HashMap<Vec<u8>, Entry>,
        ends: BTreeSet<(Instant, Vec<u8>)>,
    }

    impl Db {
        pub fn purge(&mut self, now: Instant) {
            while self.ends.first().is_some_and(|(end, _)| *end <= now) {
                let ended = self.ends.pop_first();
                ended.and_then(|(_, key)| self.entries.remove(&key));
            }
        }

        pub fn get(&self, key: &[u8]) -> Option<&Entry> {
            self.entries.get(key)
        }

        pub fn take(&mut self, key: &[u8]) -> Option<Entry> {
            let entry = self.entries.remove(key)?;
            if let Some(end) = entry.end {
                self.ends.remove(&(end, key.to_vec()));
            }
            Some(entry)
        }

        pub fn set(&mut self, key: &[u8], value: Vec<u8>, end: Option<Instant>) {
            self.take(key);
            if let Some(end) = end {
                self.ends.insert((end, key.to_vec()));
            }
            self.entries.insert(key.to_vec(), Entry { value, end });
        }

        pub fn incr(&mut self, key: &[u8]) -> Result<i64, String> {
            let (old, end) = match self.get(key) {
                Some(entry) => (integer(&entry.value).ok_or(NO_INTEGER)?, entry.end),
                None => (0, None),
            };
            let new = old.wrapping_add(1);
            // A counter that is to end at midnight still does after it was counted up.
            self.set(key, new.to_string().into_bytes(), end);
            Ok(new)
        }
    }
}

/// What the commands do, but for those of the channels.
mod command {
    use super::db::{Db, Entry, NO_INTEGER};
    use super::reply;
    use super::request::integer;
    use std::ops::RangeInclusive;
    use std::time::{Duration, Instant};

    const MANY: usize = usize::MAX;

    /// Each command and how many words it has, its name included.
    pub const COMMANDS: &[(&str, RangeInclusive<usize>)] = &[
        ("ping", 1..=2),
        ("echo", 2..=2),
        ("get", 2..=2),
        ("set", 3..=MANY),
        ("del", 2..=MANY),
        ("exists", 2..=MANY),
        ("incr", 2..=2),
        ("expire", 3..=3),
        ("ttl", 2..=2),
        ("publish", 3..=3),
        ("subscribe", 2..=MANY),
        ("config", 3..=3),
        ("command", 1..=MANY),
    ];

    pub fn run(db: &mut Db, now: Instant, name: &str, args: &[Vec<u8>]) -> Result<Vec<u8>, String> {
        // After this everything in the store is alive, and the commands need not ask.
        db.purge(now);
        Ok(match name {
            "ping" if args.is_empty() => reply::simple("PONG"),
            "ping" | "echo" => reply::bulk(&args[0]),
            "get" => match db.get(&args[0]) {
                Some(entry) => reply::bulk(&entry.value),
                None => reply::null(),
            },
            "set" => {
                let end = end_option(&args[2..], now)?;
                db.set(&args[0], args[1].clone(), end);
                reply::simple("OK")
            }
            "del" => reply::integer(args.iter().filter_map(|key| db.take(key)).count()),
            "exists" => reply::integer(args.iter().filter_map(|key| db.get(key)).count()),
            "incr" => reply::integer(db.incr(&args[0])?),
            "expire" => {
                let seconds = integer(&args[1]).ok_or(NO_INTEGER)?;
                let end = moment(now, seconds.checked_mul(1000), "expire")?;
                let entry = db.take(&args[0]);
                let found = entry.map(|entry| db.set(&args[0], entry.value, Some(end)));
                reply::integer(found.iter().count())
            }
            "ttl" => reply::integer(time_to_live(db.get(&args[0]), now)),
            "config" => config(&args[0], &args[1])?,
            // Clients ask `COMMAND` for a description of all commands; an empty one will do.
            _ => reply::array(&[]),
        })
    }

    fn end_option(options: &[Vec<u8>], now: Instant) -> Result<Option<Instant>, String> {
        let (unit, number) = match options {
            [] => return Ok(None),
            [option, number] if option.eq_ignore_ascii_case(b"ex") => (1000, number),
            [option, number] if option.eq_ignore_ascii_case(b"px") => (1, number),
            _ => return Err(String::from("syntax error")),
        };
        let number = integer(number).ok_or(NO_INTEGER)?;
        let millis = number.checked_mul(unit).filter(|&millis| millis > 0);
        moment(now, millis, "set").map(Some)
    }

    /// What would lie in the past is now.
    fn moment(now: Instant, millis: Option<i64>, name: &str) -> Result<Instant, String> {
        let length = millis.map(|millis| Duration::from_millis(millis.try_into().unwrap_or(0)));
        let moment = length.and_then(|length| now.checked_add(length));
        moment.ok_or_else(|| format!("invalid expire time in '{name}' command"))
    }

    /// In seconds, rounded; -1: without an end, -2: not there.
    fn time_to_live(entry: Option<&Entry>, now: Instant) -> i64 {
        match entry.map(|entry| entry.end) {
            None => -2,
            Some(None) => -1,
            Some(Some(end)) => {
                let rounded = (end - now + Duration::from_millis(500)).as_secs();
                rounded.try_into().unwrap_or(i64::MAX)
            }
        }
    }

    /// The two settings that redis-benchmark asks for, as they are on a server without a disk.
    fn config(what: &[u8], name: &[u8]) -> Result<Vec<u8>, String> {
        if !what.eq_ignore_ascii_case(b"get") {
            let what = String::from_utf8_lossy(what);
            return Err(format!("unknown subcommand '{what}'. Try CONFIG HELP."));
        }
        Ok(match name {
            b"save" => reply::array(&[name, b""].map(reply::bulk)),
            b"appendonly" => reply::array(&[name, b"no"].map(reply::bulk)),
            _ => reply::array(&[]),
        })
    }
}

/// One client, and what it shares with all others.
mod session {
    use super::command::{self, COMMANDS};
    use super::db::Db;
    use super::{reply, request};
    use std::collections::{BTreeMap, HashMap};
    use std::io::Read;
    use std::sync::mpsc::Sender;
    use std::sync::{Arc, Mutex};
    use std::time::Instant;

    type Outbox = Sender<Vec<u8>>;

    #[derive(Default)]
    pub struct Shared {
        db: Mutex<Db>,
        channels: Mutex<HashMap<Vec<u8>, BTreeMap<usize, Outbox>>>,
    }

    pub struct Session {
        pub number: usize,
        pub shared: Arc<Shared>,
        /// What is put here somebody else writes to the client.
        pub outbox: Outbox,
        pub channels: Vec<Vec<u8>>,
    }

    impl Session {
        /// Serves the client until it has no more requests.
        pub fn serve(&mut self, mut input: impl Read) {
            let mut buffer = Vec::new();
            let mut piece = [0; 4096];
            while let Ok(count @ 1..) = input.read(&mut piece) {
                buffer.extend_from_slice(&piece[..count]);
                loop {
                    match request::first(&buffer) {
                        Ok(Some((words, length))) => {
                            buffer.drain(..length);
                            self.handle(&words, Instant::now());
                        }
                        // What is left is the beginning of the next request.
                        Ok(None) => break,
                        // Nobody knows any more where the next request would begin.
                        Err(text) => return self.send(reply::error(text)),
                    }
                }
            }
        }

        pub fn handle(&mut self, words: &[Vec<u8>], now: Instant) {
            let Some((first, args)) = words.split_first() else {
                return; // an empty line
            };
            let same = |name: &str| name.as_bytes().eq_ignore_ascii_case(first);
            let Some((name, sizes)) = COMMANDS.iter().find(|(name, _)| same(name)) else {
                return self.send(reply::unknown(first, args));
            };
            if !sizes.contains(&words.len()) {
                let text = format!("wrong number of arguments for '{name}' command");
                return self.send(reply::error(text));
            }
            let listens = !self.channels.is_empty();
            match *name {
                "subscribe" => args.iter().for_each(|channel| self.subscribe(channel)),
                "ping" if listens => {
                    let words = [reply::bulk(b"pong"), reply::bulk(&args.concat())];
                    self.send(reply::array(&words));
                }
                _ if listens => {
                    let allowed = "(P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET";
                    let text = format!("Can't execute '{name}': only {allowed}");
                    self.send(reply::error(text + " are allowed in this context"));
                }
                "publish" => self.publish(&args[0], &args[1]),
                _ => {
                    // One lock for a whole command: nobody comes in between.
                    let mut db = self.shared.db.lock().unwrap();
                    let result = command::run(&mut db, now, name, args);
                    self.send(result.unwrap_or_else(reply::error));
                }
            }
        }

        fn subscribe(&mut self, channel: &[u8]) {
            let mut all = self.shared.channels.lock().unwrap();
            let outboxes = all.entry(channel.to_vec()).or_default();
            if outboxes.insert(self.number, self.outbox.clone()).is_none() {
                self.channels.push(channel.to_vec());
            }
            let count = reply::integer(self.channels.len());
            let words = [reply::bulk(b"subscribe"), reply::bulk(channel), count];
            // As `all` is still locked, no message gets in front of this.
            self.send(reply::array(&words));
        }

        fn publish(&self, channel: &[u8], text: &[u8]) {
            let message = reply::array(&[b"message", channel, text].map(reply::bulk));
            let all = self.shared.channels.lock().unwrap();
            let outboxes = all.get(channel).into_iter().flat_map(BTreeMap::values);
            let sent = outboxes.filter(|outbox| outbox.send(message.clone()).is_ok());
            self.send(reply::integer(sent.count()));
        }

        fn send(&self, reply: Vec<u8>) {
            // If nobody writes any more, the client is gone; the next read will find that out.
            self.outbox.send(reply).ok();
        }
    }

    impl Drop for Session {
        fn drop(&mut self) {
            let mut all = self.shared.channels.lock().unwrap();
            for outboxes in all.values_mut() {
                outboxes.remove(&self.number);
            }
            all.retain(|_, outboxes| !outboxes.is_empty());
        }
    }
}

/// Connections, with two threads each: one reads and works, the other writes.
mod server {
    use super::session::{Session, Shared};
    use std::collections::BTreeMap;
    use std::io::{self, Write};
    use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::{self, Receiver, Sender};
    use std::sync::{Arc, Mutex};
    use std::thread::{self, JoinHandle};

    #[derive(Default)]
    struct Connections {
        stopping: AtomicBool,
        open: Mutex<BTreeMap<usize, Arc<TcpStream>>>,
    }

    pub struct Server {
        pub address: SocketAddr,
        connections: Arc<Connections>,
        acceptor: JoinHandle<()>,
        /// Nothing is ever sent here. Each connection has a sender and drops it at its end.
        done: Receiver<()>,
    }

    impl Server {
        pub fn start(port: u16) -> io::Result<Self> {
            let listener = TcpListener::bind(("127.0.0.1", port))?;
            let address = listener.local_addr()?;
            let connections = Arc::new(Connections::default());
            let (working, done) = mpsc::channel();
            let for_acceptor = Arc::clone(&connections);
            let acceptor = thread::spawn(move || accept(&listener, &for_acceptor, &working));
            Ok(Self {
                address,
                connections,
                acceptor,
                done,
            })
        }

        /// Ends as in exercise 9: what has been asked for is still answered.
        pub fn stop(self) -> io::Result<()> {
            self.connections.stopping.store(true, Ordering::SeqCst);
            TcpStream::connect(self.address)?;
            self.acceptor.join().expect("the acceptor does not panic");
            for stream in self.connections.open.lock().unwrap().values() {
                stream.shutdown(Shutdown::Read).ok();
            }
            self.done.recv().ok();
            Ok(())
        }
    }

    fn accept(listener: &TcpListener, connections: &Arc<Connections>, working: &Sender<()>) {
        let shared = Arc::new(Shared::default());
        for (number, stream) in listener.incoming().enumerate() {
            if connections.stopping.load(Ordering::SeqCst) {
                return;
            }
            let Ok(stream) = stream.map(Arc::new) else {
                continue;
            };
            let handle = Arc::clone(&stream);
            connections.open.lock().unwrap().insert(number, handle);
            let (outbox, replies) = mpsc::channel();
            let mut session = Session {
                number,
                shared: Arc::clone(&shared),
                outbox,
                channels: Vec::new(),
            };
            let (connections, working) = (Arc::clone(connections), working.clone());
            thread::spawn(move || {
                let writing = Arc::clone(&stream);
                let writer = thread::spawn(move || write(&writing, &replies));
                session.serve(&*stream);
                // With the session goes the last sender of its outbox, and the writer ends.
                drop(session);
                writer.join().ok();
                connections.open.lock().unwrap().remove(&number);
                drop(working);
            });
        }
    }

    /// A client that asks much and reads nothing would make this wait, and the outbox grow. The
    /// real Redis drops such a client.
    fn write(mut stream: &TcpStream, replies: &Receiver<Vec<u8>>) {
        while let Ok(mut bytes) = replies.recv() {
            // What is ready at the same time leaves at the same time.
            bytes.extend(replies.try_iter().flatten());
            if stream.write_all(&bytes).is_err() {
                return;
            }
        }
    }
}

/// Sends everything, then reads until the server has closed the connection.
fn talk(server: &Server, requests: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(server.address)?;
    stream.write_all(requests.as_bytes())?;
    stream.shutdown(Shutdown::Write)?;
    let mut replies = String::new();
    stream.read_to_string(&mut replies)?;
    Ok(replies)
}

fn main() -> io::Result<ExitCode> {
    let args: Vec<String> = env::args().skip(1).collect();
    let port = match &args[..] {
        [] => Some(0),
        [option, port] if option == "--port" => port.parse().ok(),
        _ => None,
    };
    let Some(port) = port else {
        eprintln!("usage: redis10 [--port NUMBER]");
        return Ok(ExitCode::from(2));
    };
    let server = Server::start(port)?;
    if args.is_empty() {
        let requests = "SET seats 120 EX 60\r\nINCR seats\r\nTTL seats\r\nDIM lights\r\n";
        print!("{}", talk(&server, requests)?);
    } else {
        println!("listening on {}", server.address);
        io::copy(&mut io::stdin(), &mut io::sink())?;
    }
    server.stop()?;
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::session::{Session, Shared};
    use super::*;
    use std::sync::Arc;
    use std::sync::mpsc::{self, Receiver};
    use std::time::{Duration, Instant};

    /// A client without a network, and with a clock of its own.
    struct Client {
        session: Session,
        inbox: Receiver<Vec<u8>>,
        start: Instant,
    }

    impl Client {
        fn new(number: usize, shared: &Arc<Shared>) -> Self {
            let (outbox, inbox) = mpsc::channel();
            let session = Session {
                number,
                shared: Arc::clone(shared),
                outbox,
                channels: Vec::new(),
            };
            let start = Instant::now();
            Self {
                session,
                inbox,
                start,
            }
        }

        fn alone() -> Self {
            Self::new(1, &Arc::default())
        }

        /// What has come, with `|` for a line end.
        fn received(&self) -> String {
            let bytes = self.inbox.try_iter().flatten().collect();
            String::from_utf8(bytes).unwrap().replace("\r\n", "|")
        }

        /// Each line is `milliseconds: request => reply`; later lines may leave out the time.
        fn plays(&mut self, script: &str) {
            let mut now = self.start;
            for line in script.lines().map(str::trim) {
                let (request, reply) = line.split_once(" => ").unwrap();
                let (millis, request) = request.split_once(": ").unwrap_or(("", request));
                if let Ok(millis) = millis.parse() {
                    now = self.start + Duration::from_millis(millis);
                }
                let words: Vec<_> = request.split(' ').map(|word| word.into()).collect();
                self.session.handle(&words, now);
                assert_eq!(self.received(), reply, "{line}");
            }
        }
    }

    /// A connection that brings these pieces, one with each read.
    struct Pieces<'a>(Vec<&'a [u8]>);

    impl Read for Pieces<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            self.0.remove(0).read(into)
        }
    }

    fn served(pieces: Vec<&[u8]>) -> String {
        let mut client = Client::alone();
        client.session.serve(Pieces(pieces));
        client.received()
    }

    #[test]
    fn a_value_in_a_request_may_hold_any_bytes() {
        let bytes = b"*2\r\n$4\r\nECHO\r\n$6\r\nup\r\n\xff\n\r\nPING\r\n";
        let words = vec![b"ECHO".to_vec(), b"up\r\n\xff\n".to_vec()];
        let expected = Ok(Some((words, 26)));
        assert_eq!(request::first(bytes), expected);
        assert_eq!(request::first(&bytes[..26]), expected);
        for end in 0..26 {
            assert_eq!(request::first(&bytes[..end]), Ok(None), "cut at {end}");
        }
    }

    #[test]
    fn requests_may_be_cut_anywhere() {
        let bytes = b" SET  a 1\r\n*2\r\n$4\r\nECHO\r\n$3\r\nx\r\n\r\n*0\r\n\nINCR a\nINCR b";
        let expected = "+OK|$3|x||:2|";
        assert_eq!(served(vec![bytes]), expected);
        assert_eq!(served(bytes.chunks(1).collect()), expected);
        for cut in 1..bytes.len() {
            let pieces = vec![&bytes[..cut], &bytes[cut..]];
            assert_eq!(served(pieces), expected, "cut at {cut}");
        }
    }

    #[test]
    fn what_can_never_become_a_request_ends_the_conversation() {
        for (bytes, error) in [
            ("*01\r\n", "invalid multibulk length"),
            ("*1\r\n:5\r\n", "expected '$', got ':'"),
            ("*1\r\n$-1\r\n", "invalid bulk length"),
            ("*1\r\n$536870913\r\n", "invalid bulk length"),
        ] {
            let bytes = format!("PING\r\n{bytes}PING\r\n");
            let expected = format!("+PONG|-ERR Protocol error: {error}|");
            assert_eq!(served(vec![bytes.as_bytes(), b"PING\r\n"]), expected);
        }
        assert_eq!(request::first(b"*1\r\n$536870912\r\n"), Ok(None));
    }

    #[test]
    fn a_number_is_counted_up() {
        Client::alone().plays(
            "INCR visitors => :1|
             INCR visitors => :2|
             GET visitors => $1|2|
             SET visitors -10 => +OK|
             INCR visitors => :-9|",
        );
    }

    #[test]
    fn what_is_no_number_is_not_counted_up() {
        for value in ["many", "1.5", "+5", "007", "", "9223372036854775808"] {
            Client::alone().plays(&format!(
                "SET visitors {value} => +OK|
                 INCR visitors => -ERR value is not an integer or out of range|
                 GET visitors => ${}|{value}|",
                value.len()
            ));
        }
        Client::alone().plays(
            "SET visitors 9223372036854775807 => +OK|
             INCR visitors => -ERR increment or decrement would overflow|
             GET visitors => $19|9223372036854775807|",
        );
    }

    #[test]
    fn counting_up_does_not_prolong_a_life() {
        Client::alone().plays(
            "0: SET visitors 5 EX 10 => +OK|
             4000: INCR visitors => :6|
             TTL visitors => :6|
             10000: INCR visitors => :1|
             TTL visitors => :-1|",
        );
    }

    #[test]
    fn values_are_kept_found_and_deleted() {
        Client::alone().plays(
            "SET seats 120 => +OK|
             get seats => $3|120|
             GET rows => $-1|
             EXISTS seats rows seats => :2|
             DEL seats rows seats => :1|
             GET seats => $-1|",
        );
    }

    #[test]
    fn values_end_when_their_time_has_come() {
        Client::alone().plays(
            "0: SET a 1 px 1500 => +OK|
             TTL a => :2|
             1: TTL a => :1|
             1499: GET a => $1|1|
             1500: TTL a => :-2|
             SET a 1 EX 5 => +OK|
             SET a 2 => +OK|
             7000: GET a => $1|2|
             EXPIRE a 2 => :1|
             8999: EXISTS a => :1|
             9000: EXPIRE a 2 => :0|
             SET a 1 => +OK|
             EXPIRE a -1 => :1|
             EXISTS a => :0|
             SET a 1 PX 1 => +OK|
             9001: GET a => $-1|",
        );
    }

    #[test]
    fn a_bad_lifetime_changes_nothing() {
        Client::alone().plays(
            "SET a 1 => +OK|
             SET a 2 EX => -ERR syntax error|
             SET a 2 EX 5 PX 5 => -ERR syntax error|
             SET a 2 XY 5 => -ERR syntax error|
             SET a 2 EX 0 => -ERR invalid expire time in 'set' command|
             SET a 2 PX -1 => -ERR invalid expire time in 'set' command|
             SET a 2 EX x => -ERR value is not an integer or out of range|
             EXPIRE a 9223372036854775807 => -ERR invalid expire time in 'expire' command|
             GET a => $1|1|
             TTL a => :-1|",
        );
    }

    #[test]
    fn a_wrong_number_of_words_is_refused() {
        let requests = "PING a b,ECHO a b,GET a b,INCR a b,EXPIRE a 1 NX,TTL a b,PUBLISH a b c,\
                        SET a,CONFIG GET a b,SUBSCRIBE";
        for request in requests.split(',') {
            let name = request.split(' ').next().unwrap().to_lowercase();
            Client::alone().plays(&format!(
                "{request} => -ERR wrong number of arguments for '{name}' command|"
            ));
        }
    }

    #[test]
    fn tools_get_the_answers_they_need() {
        Client::alone().plays(
            "PING => +PONG|
             PING hello => $5|hello|
             COMMAND DOCS => *0|
             CONFIG GET save => *2|$4|save|$0||
             CONFIG get dome => *0|
             CONFIG SET save => -ERR unknown subcommand 'SET'. Try CONFIG HELP.|
             Dim lights 5 => -ERR unknown command 'Dim', with args beginning with: 'lights' '5' |",
        );
    }

    #[test]
    fn messages_reach_those_who_listen() {
        let shared = Arc::default();
        let clients = [1, 2, 3].map(|number| Client::new(number, &shared));
        let [mut guide, mut porter, mut office] = clients;
        office.plays("PUBLISH doors open => :0|");
        guide.plays(
            "SUBSCRIBE doors stars => *3|$9|subscribe|$5|doors|:1|*3|$9|subscribe|$5|stars|:2|
             SUBSCRIBE doors => *3|$9|subscribe|$5|doors|:2|
             PING => *2|$4|pong|$0||
             GET a => -ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context|",
        );
        office.plays("PUBLISH doors open => :1|");
        assert_eq!(guide.received(), "*3|$7|message|$5|doors|$4|open|");
        porter.plays("SUBSCRIBE doors => *3|$9|subscribe|$5|doors|:1|");
        office.plays("PUBLISH doors closed => :2|");
        drop(guide);
        office.plays("PUBLISH doors closed => :1|");
        office.plays("PUBLISH stars up => :0|");
    }

    #[test]
    fn a_server_answers_over_the_network_and_stops() {
        let server = Server::start(0).unwrap();
        let mut guide = TcpStream::connect(server.address).unwrap();
        guide.write_all(b"SUBSCRIBE doors\r\n").unwrap();
        guide.read_exact(&mut [0; 34]).unwrap();
        let replies = talk(&server, "PING\r\nPUBLISH doors open\r\n").unwrap();
        assert_eq!(replies, "+PONG\r\n:1\r\n");
        server.stop().unwrap();
        let mut rest = String::new();
        guide.read_to_string(&mut rest).unwrap();
        let message = "*3\r\n$7\r\nmessage\r\n$5\r\ndoors\r\n$4\r\nopen\r\n";
        assert_eq!(rest, message);
    }
}
