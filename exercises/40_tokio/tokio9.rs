// An angler has many lines out on a frozen lake, and on each hole stands a flag that goes up when a
// fish bites. A boy walks from hole to hole, and where a flag is up he calls the angler. Here the
// lines are sockets and the boy is the reactor, a thread of its own: a task whose `read` would have
// to wait leaves its waker there, and sleeps. Write a read that never waits, and the boy's round.

use std::future::poll_fn;
use std::io::{self, ErrorKind, Read};
use std::net::{TcpListener, TcpStream};
use std::pin::pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

/// The sockets for which somebody waits, and who that is.
#[derive(Default)]
struct Watched {
    sockets: Vec<(Arc<TcpStream>, Waker)>,
    closed: bool,
}

#[derive(Default)]
struct Reactor {
    watched: Mutex<Watched>,
    changed: Condvar,
}

/// Whether a read would come back at once: with bytes, with the end, or with an error. `peek` is a
/// read that leaves the bytes where they are.
fn is_readable(socket: &TcpStream) -> bool {
    match socket.peek(&mut [0]) {
        Ok(_) => true,
        Err(error) => error.kind() != ErrorKind::WouldBlock,
    }
}

impl Reactor {
    /// Wakes the waker once, as soon as the socket is readable. An older waker for it is forgotten.
    fn watch(&self, socket: &Arc<TcpStream>, waker: &Waker) {
        let mut watched = self.watched.lock().unwrap();
        watched
            .sockets
            .retain(|(other, _)| !Arc::ptr_eq(other, socket));
        watched.sockets.push((Arc::clone(socket), waker.clone()));
        self.changed.notify_one();
    }

    /// One round: who waits for a socket that is readable now is woken and leaves the list.
    fn turn(&self) {
        // TODO: Not every flag is up, and who is called may want to be watched again at once.
        let mut watched = self.watched.lock().unwrap();
        for (_, waker) in watched.sockets.drain(..) {
            waker.wake();
        }
    }

    /// The reactor's thread: round after round, until it is closed. Operating systems have better
    /// ways, which sleep until a flag goes up (epoll, kqueue, IOCP), but std does not offer them.
    /// This one pauses for a millisecond, and sleeps only while nobody waits for any socket.
    fn run(&self) {
        loop {
            let watched = self.watched.lock().unwrap();
            let idle = |watched: &mut Watched| watched.sockets.is_empty() && !watched.closed;
            let watched = self.changed.wait_while(watched, idle).unwrap();
            let pause = Duration::from_millis(1);
            if self.changed.wait_timeout(watched, pause).unwrap().0.closed {
                return;
            }
            self.turn();
        }
    }

    fn close(&self) {
        self.watched.lock().unwrap().closed = true;
        self.changed.notify_one();
    }
}

/// A connection that never keeps a thread waiting.
struct Connection {
    socket: Arc<TcpStream>,
    reactor: Arc<Reactor>,
}

impl Connection {
    fn new(socket: TcpStream, reactor: &Arc<Reactor>) -> io::Result<Self> {
        // From now on a read that would have to wait gives an error of the kind `WouldBlock`.
        socket.set_nonblocking(true)?;
        let (socket, reactor) = (Arc::new(socket), Arc::clone(reactor));
        Ok(Connection { socket, reactor })
    }

    /// Some bytes, as soon as there are any. None at all means that there will never be more.
    async fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        poll_fn(|cx| self.poll_read(buffer, cx)).await
    }

    fn poll_read(&self, buffer: &mut [u8], cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        // TODO: An error of the kind `WouldBlock` is no failure, it says that there is nothing yet.
        // (`Read` is implemented for `&TcpStream` as well, so a shared socket can be read.)
        let _ = cx;
        Poll::Ready((&*self.socket).read(buffer))
    }
}

/// Everything that comes until the other side closes.
async fn read_all(connection: &Connection) -> io::Result<Vec<u8>> {
    let (mut all, mut buffer) = (Vec::new(), [0; 16]);
    loop {
        match connection.read(&mut buffer).await? {
            0 => return Ok(all),
            count => all.extend(&buffer[..count]),
        }
    }
}

/// Runs a future on this thread while the reactor runs on another.
fn block_on<F: Future>(reactor: &Reactor, future: F) -> F::Output {
    struct Sleeper(Thread);

    impl Wake for Sleeper {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    thread::scope(|scope| {
        scope.spawn(|| reactor.run());
        let waker = Waker::from(Arc::new(Sleeper(thread::current())));
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                reactor.close();
                return value;
            }
            thread::park();
        }
    })
}

/// Both ends of a new connection within this machine.
fn connect() -> io::Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let there = TcpStream::connect(listener.local_addr()?)?;
    Ok((listener.accept()?.0, there))
}

fn main() -> io::Result<()> {
    use std::io::Write;

    let (here, mut there) = connect()?;
    let reactor = Arc::new(Reactor::default());
    let connection = Connection::new(here, &reactor)?;
    let fish = thread::spawn(move || there.write_all(b"perch, pike, perch"));
    let catch = block_on(&reactor, read_all(&connection))?;
    println!("caught: {}", String::from_utf8_lossy(&catch));
    fish.join().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A waker that counts.
    #[derive(Default)]
    struct Count(Mutex<u32>);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            *self.0.lock().unwrap() += 1;
        }
    }

    fn calls(count: &Count) -> u32 {
        *count.0.lock().unwrap()
    }

    /// A connection, its other end, and somebody who reads from it.
    struct Hole {
        connection: Connection,
        there: TcpStream,
        angler: Arc<Count>,
    }

    impl Hole {
        fn new(reactor: &Arc<Reactor>) -> Self {
            let (here, there) = connect().unwrap();
            let connection = Connection::new(here, reactor).unwrap();
            let angler = Arc::default();
            Hole {
                connection,
                there,
                angler,
            }
        }

        fn read(&self, buffer: &mut [u8]) -> Poll<io::Result<usize>> {
            let waker = Waker::from(Arc::clone(&self.angler));
            self.connection
                .poll_read(buffer, &mut Context::from_waker(&waker))
        }

        /// Reads while the flag goes up; bytes need a moment from one end to the other.
        fn turn_until_called(&self, reactor: &Reactor) {
            while calls(&self.angler) == 0 {
                assert!(
                    !reactor.watched.lock().unwrap().sockets.is_empty(),
                    "nobody is watched"
                );
                reactor.turn();
            }
        }
    }

    fn watched(reactor: &Reactor) -> usize {
        reactor.watched.lock().unwrap().sockets.len()
    }

    #[test]
    fn a_read_that_would_have_to_wait_is_pending_and_watched() {
        let reactor = Arc::default();
        let hole = Hole::new(&reactor);
        assert!(hole.read(&mut [0; 4]).is_pending());
        assert_eq!((watched(&reactor), calls(&hole.angler)), (1, 0));
    }

    #[test]
    fn without_a_bite_nobody_is_called() {
        let reactor = Arc::default();
        let hole = Hole::new(&reactor);
        assert!(hole.read(&mut [0; 4]).is_pending());
        reactor.turn();
        reactor.turn();
        assert_eq!((watched(&reactor), calls(&hole.angler)), (1, 0));
    }

    #[test]
    fn a_bite_calls_the_angler_once() {
        let reactor = Arc::default();
        let mut hole = Hole::new(&reactor);
        assert!(hole.read(&mut [0; 4]).is_pending());
        hole.there.write_all(b"pike").unwrap();
        hole.turn_until_called(&reactor);
        reactor.turn();
        assert_eq!((watched(&reactor), calls(&hole.angler)), (0, 1));
        let mut buffer = [0; 9];
        assert!(matches!(hole.read(&mut buffer), Poll::Ready(Ok(4))));
        assert_eq!(&buffer[..4], b"pike");
        assert_eq!(watched(&reactor), 0);
    }

    #[test]
    fn only_the_flag_that_is_up_counts() {
        let reactor = Arc::default();
        let (still, mut bitten) = (Hole::new(&reactor), Hole::new(&reactor));
        assert!(still.read(&mut [0; 4]).is_pending());
        assert!(bitten.read(&mut [0; 4]).is_pending());
        bitten.there.write_all(b"!").unwrap();
        bitten.turn_until_called(&reactor);
        assert_eq!((calls(&still.angler), watched(&reactor)), (0, 1));
        assert!(Arc::ptr_eq(
            &reactor.watched.lock().unwrap().sockets[0].0,
            &still.connection.socket
        ));
    }

    #[test]
    fn who_reads_again_is_watched_once() {
        let reactor = Arc::default();
        let hole = Hole::new(&reactor);
        assert!(hole.read(&mut [0; 4]).is_pending());
        assert!(hole.read(&mut [0; 4]).is_pending());
        assert_eq!(watched(&reactor), 1);
    }

    #[test]
    fn the_end_of_the_connection_is_a_bite_too() {
        let reactor = Arc::default();
        let hole = Hole::new(&reactor);
        assert!(hole.read(&mut [0; 4]).is_pending());
        hole.there.shutdown(std::net::Shutdown::Write).unwrap();
        hole.turn_until_called(&reactor);
        assert!(matches!(hole.read(&mut [0; 4]), Poll::Ready(Ok(0))));
    }

    /// Whether the reactor was free when it called.
    struct Hasty(Arc<Reactor>, Mutex<Option<bool>>);

    impl Wake for Hasty {
        fn wake(self: Arc<Self>) {
            *self.1.lock().unwrap() = Some(self.0.watched.try_lock().is_ok());
        }
    }

    #[test]
    fn who_is_called_may_be_watched_again_at_once() {
        let reactor = Arc::new(Reactor::default());
        let mut hole = Hole::new(&reactor);
        let hasty = Arc::new(Hasty(Arc::clone(&reactor), Mutex::default()));
        let waker = Waker::from(Arc::clone(&hasty));
        reactor.watch(&hole.connection.socket, &waker);
        hole.there.write_all(b"!").unwrap();
        while hasty.1.lock().unwrap().is_none() {
            reactor.turn();
        }
        assert_eq!(*hasty.1.lock().unwrap(), Some(true));
    }

    #[test]
    fn a_catch_in_pieces_arrives_whole() {
        let reactor = Arc::new(Reactor::default());
        let mut hole = Hole::new(&reactor);
        assert!(hole.read(&mut [0; 4]).is_pending());
        let pieces = thread::spawn(move || {
            for piece in ["perch, ", "pike, ", "and the longest eel of the winter"] {
                hole.there.write_all(piece.as_bytes()).unwrap();
            }
        });
        let catch = block_on(&reactor, read_all(&hole.connection)).unwrap();
        assert_eq!(catch, b"perch, pike, and the longest eel of the winter");
        pieces.join().unwrap();
    }
}
