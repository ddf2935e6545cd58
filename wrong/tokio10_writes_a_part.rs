// An echo service: whatever a client sends comes back, byte for byte. One thread serves them all,
// with an executor and a reactor like those you have written. They are ready; the service is not:
// write everything, echo until the end, and let no client wait for another. With `--port 7000` the
// program serves until its standard input ends; `nc 127.0.0.1 7000` is a client to try it with.

use std::env;
use std::future::poll_fn;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::pin::pin;
use std::process;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread::{self, JoinHandle};

/// The task queue. `block_on` polls what stands in it, until one task, the main one, is ready.
mod executor {
    use std::pin::Pin;
    use std::sync::mpsc::{self, Sender};
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Wake, Waker};

    struct Task {
        future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
        executor: Executor,
    }

    impl Wake for Task {
        fn wake(self: Arc<Self>) {
            let Executor(queue) = self.executor.clone();
            queue.send(self).ok();
        }
    }

    #[derive(Clone)]
    pub struct Executor(Sender<Arc<Task>>);

    impl Executor {
        pub fn spawn(&self, future: impl Future<Output = ()> + Send + 'static) {
            let (future, executor) = (Mutex::new(Some(Box::pin(future) as _)), self.clone());
            Arc::new(Task { future, executor }).wake();
        }
    }

    pub fn block_on<F>(main: impl FnOnce(Executor) -> F) -> F::Output
    where
        F: Future<Output: Send> + Send + 'static,
    {
        let (queue, ready) = mpsc::channel::<Arc<Task>>();
        let (output, result) = mpsc::channel();
        let executor = Executor(queue);
        let main = main(executor.clone());
        executor.spawn(async move { output.send(main.await).unwrap_or_default() });
        for task in ready {
            let waker = Waker::from(Arc::clone(&task));
            let mut slot = task.future.lock().unwrap();
            if let Some(future) = slot.as_mut()
                && future
                    .as_mut()
                    .poll(&mut Context::from_waker(&waker))
                    .is_ready()
            {
                *slot = None;
            }
            if let Ok(output) = result.try_recv() {
                return output;
            }
        }
        unreachable!("`executor` could still send a task")
    }
}

/// The thread that knows which sockets are worth another try.
mod reactor {
    use std::io::{self, ErrorKind};
    use std::net::TcpStream;
    use std::sync::{Arc, Mutex};
    use std::task::{Context, Poll, Waker};
    use std::thread;
    use std::time::Duration;

    pub enum Interest {
        Readable(Arc<TcpStream>),
        /// Accept and write: std cannot tell whether they would succeed, so they try each round.
        NextRound,
    }

    fn would_block<T>(result: &io::Result<T>) -> bool {
        result
            .as_ref()
            .is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
    }

    #[derive(Default)]
    pub struct Reactor(Mutex<Vec<(Interest, Waker)>>);

    impl Reactor {
        /// Starts the thread: a round a millisecond, as long as anybody uses the reactor.
        pub fn start() -> Arc<Self> {
            let reactor = Arc::new(Reactor::default());
            let running = Arc::downgrade(&reactor);
            thread::spawn(move || {
                while let Some(reactor) = running.upgrade() {
                    reactor.turn();
                    drop(reactor);
                    thread::park_timeout(Duration::from_millis(1));
                }
            });
            reactor
        }

        /// Tries an operation; if it would have to wait, the task is woken for another try.
        pub fn poll_io<T>(
            &self,
            interest: impl FnOnce() -> Interest,
            operation: impl FnOnce() -> io::Result<T>,
            cx: &mut Context<'_>,
        ) -> Poll<io::Result<T>> {
            let result = operation();
            if !would_block(&result) {
                return Poll::Ready(result);
            }
            self.0
                .lock()
                .unwrap()
                .push((interest(), cx.waker().clone()));
            Poll::Pending
        }

        fn turn(&self) {
            let is_met = |(interest, _): &mut (Interest, _)| match interest {
                Interest::Readable(socket) => !would_block(&socket.peek(&mut [0])),
                Interest::NextRound => true,
            };
            let met: Vec<_> = self.0.lock().unwrap().extract_if(.., is_met).collect();
            met.into_iter().for_each(|(_, waker)| waker.wake());
        }

        /// Forgets all who wait, and so drops their tasks and connections.
        pub fn clear(&self) {
            let waiting = std::mem::take(&mut *self.0.lock().unwrap());
            drop(waiting);
        }
    }
}

use executor::{Executor, block_on};
use reactor::{Interest, Reactor};

/// Something that takes bytes: perhaps all of them, perhaps fewer, perhaps none for the time being.
trait AsyncWrite {
    fn poll_write(&self, bytes: &[u8], cx: &mut Context<'_>) -> Poll<io::Result<usize>>;
}

struct Connection {
    socket: Arc<TcpStream>,
    reactor: Arc<Reactor>,
}

impl AsyncWrite for Connection {
    fn poll_write(&self, bytes: &[u8], cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let write = || (&*self.socket).write(bytes);
        self.reactor.poll_io(|| Interest::NextRound, write, cx)
    }
}

impl Connection {
    /// Some bytes as soon as there are any; 0 when the client sends no more.
    async fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        // However busy this client is, before each read the other tasks have their turn.
        yield_now().await;
        let readable = || Interest::Readable(Arc::clone(&self.socket));
        poll_fn(|cx| {
            self.reactor
                .poll_io(readable, || (&*self.socket).read(buffer), cx)
        })
        .await
    }
}

struct Listener {
    socket: TcpListener,
    reactor: Arc<Reactor>,
}

impl Listener {
    async fn accept(&self) -> io::Result<Connection> {
        yield_now().await;
        let accept = || self.socket.accept();
        let accepted = poll_fn(|cx| self.reactor.poll_io(|| Interest::NextRound, accept, cx));
        let (socket, _) = accepted.await?;
        socket.set_nonblocking(true)?;
        let (socket, reactor) = (Arc::new(socket), Arc::clone(&self.reactor));
        Ok(Connection { socket, reactor })
    }
}

async fn yield_now() {
    let mut is_second = false;
    poll_fn(|cx| {
        if std::mem::replace(&mut is_second, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// Whether the service has been told to end, and the waker of who waits for that.
#[derive(Clone, Default)]
struct Stop(Arc<Mutex<(bool, Option<Waker>)>>);

impl Stop {
    fn tell(&self) {
        let waker = {
            let mut state = self.0.lock().unwrap();
            state.0 = true;
            state.1.take()
        };
        waker.into_iter().for_each(Waker::wake);
    }

    fn poll_told(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut state = self.0.lock().unwrap();
        state.1 = Some(cx.waker().clone());
        if state.0 {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

/// The value of the future, or `None` if the service has to stop before it is ready.
async fn until<F: Future>(stop: &Stop, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    poll_fn(|cx| match stop.poll_told(cx) {
        Poll::Ready(()) => Poll::Ready(None),
        Poll::Pending => future.as_mut().poll(cx).map(Some),
    })
    .await
}

/// Writes all of the bytes, however many writes that takes.
async fn write_all(out: &(impl AsyncWrite + Sync), bytes: &[u8]) -> io::Result<()> {
    let mut rest = &bytes[..bytes.len().min(3)];
    while !rest.is_empty() {
        match poll_fn(|cx| out.poll_write(rest, cx)).await? {
            // Nothing was taken and nothing ever will be: std's `write_all` gives this error too.
            0 => return Err(ErrorKind::WriteZero.into()),
            count => rest = &rest[count..],
        }
    }
    Ok(())
}

/// Sends back whatever comes, until the client sends no more.
async fn echo(connection: Connection) -> io::Result<()> {
    let mut buffer = [0; 4096];
    loop {
        let count = connection.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        write_all(&connection, &buffer[..count]).await?;
    }
}

/// Serves clients until it is told to stop. Gives how many have come.
async fn serve(listener: Listener, executor: Executor, stop: Stop) -> usize {
    let mut clients = 0;
    while let Some(accepted) = until(&stop, listener.accept()).await {
        clients += 1;
        // A task for each client, whose end nobody awaits. What breaks one connection is written
        // down, and concerns no other.
        executor.spawn(async move {
            let served = match accepted {
                Ok(connection) => echo(connection).await,
                Err(error) => Err(error),
            };
            served.unwrap_or_else(|error| eprintln!("a connection failed: {error}"));
        });
    }
    clients
}

/// A service that is running: all of it on one thread, besides the reactor's.
struct Service {
    address: SocketAddr,
    stop: Stop,
    thread: JoinHandle<usize>,
}

impl Service {
    fn start(port: u16) -> io::Result<Self> {
        let socket = TcpListener::bind(("127.0.0.1", port))?;
        socket.set_nonblocking(true)?;
        let address = socket.local_addr()?;
        let stop = Stop::default();
        let told = stop.clone();
        let thread = thread::spawn(move || {
            let reactor = Reactor::start();
            let listener = Listener {
                socket,
                reactor: Arc::clone(&reactor),
            };
            let clients = block_on(|executor| serve(listener, executor, told));
            reactor.clear();
            clients
        });
        Ok(Service {
            address,
            stop,
            thread,
        })
    }

    fn end(self) -> usize {
        self.stop.tell();
        self.thread.join().expect("the service has panicked")
    }
}

/// Sends a text, and gives what comes back until the service closes.
fn ask(address: SocketAddr, text: &str) -> io::Result<String> {
    let mut socket = TcpStream::connect(address)?;
    socket.write_all(text.as_bytes())?;
    socket.shutdown(Shutdown::Write)?;
    io::read_to_string(socket)
}

fn self_test() -> io::Result<()> {
    let service = Service::start(0)?;
    let _idle = TcpStream::connect(service.address)?;
    for text in ["hello", "who is there?\nthere?\n", "Echo \u{1f30a}"] {
        assert_eq!(ask(service.address, text)?, text);
    }
    println!("self-test: {} clients, every byte came back", service.end());
    Ok(())
}

fn main() -> io::Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let port = match arguments.as_slice() {
        [] => return self_test(),
        [option, port] if option == "--port" => port.parse().ok(),
        _ => None,
    };
    let Some(port) = port else {
        eprintln!("usage: tokio10 [--port N]");
        process::exit(2);
    };
    let service = Service::start(port)?;
    println!("listening on {}", service.address);
    io::copy(&mut io::stdin(), &mut io::sink())?;
    println!("served {} clients", service.end());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// A client that gives up, and lets its test fail, when nothing comes for three seconds.
    fn client(service: &Service) -> TcpStream {
        let socket = TcpStream::connect(service.address).unwrap();
        socket
            .set_read_timeout(Some(Duration::from_secs(3)))
            .unwrap();
        socket
    }

    fn says(socket: &mut TcpStream, text: &str) {
        socket.write_all(text.as_bytes()).unwrap();
        let mut echo = vec![0; text.len()];
        socket.read_exact(&mut echo).expect("no echo");
        assert_eq!(echo, text.as_bytes());
    }

    /// Closes its half; gives what still comes.
    fn ends(mut socket: TcpStream) -> Vec<u8> {
        socket.shutdown(Shutdown::Write).unwrap();
        let mut rest = Vec::new();
        socket.read_to_end(&mut rest).expect("no end");
        rest
    }

    /// Takes at most three bytes at a time, and none at all every other time.
    #[derive(Default)]
    struct Narrow(Mutex<(Vec<u8>, u32)>);

    impl AsyncWrite for Narrow {
        fn poll_write(&self, bytes: &[u8], cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
            let mut state = self.0.lock().unwrap();
            state.1 += 1;
            assert!(state.1 < 1000, "written again and again");
            if state.1 % 2 == 1 {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            let count = bytes.len().min(3);
            state.0.extend(&bytes[..count]);
            Poll::Ready(Ok(count))
        }
    }

    fn written(text: &'static str) -> String {
        let bytes = block_on(|_| async move {
            let narrow = Narrow::default();
            write_all(&narrow, text.as_bytes()).await.unwrap();
            narrow.0.into_inner().unwrap().0
        });
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn everything_is_written_however_little_goes_at_a_time() {
        for text in ["", "a", "abc", "abcd", "the quick brown fox"] {
            assert_eq!(written(text), text);
        }
    }

    /// Takes nothing any more.
    struct Full;

    impl AsyncWrite for Full {
        fn poll_write(&self, _: &[u8], _: &mut Context<'_>) -> Poll<io::Result<usize>> {
            Poll::Ready(Ok(0))
        }
    }

    #[test]
    fn a_write_that_takes_nothing_is_an_error() {
        let result = block_on(|_| write_all(&Full, b"a"));
        assert_eq!(result.unwrap_err().kind(), ErrorKind::WriteZero);
    }

    #[test]
    fn who_yields_lets_the_others_go_first() {
        let was_first = block_on(|executor| async move {
            let other = Arc::new(Mutex::new(false));
            let slot = Arc::clone(&other);
            executor.spawn(async move { *slot.lock().unwrap() = true });
            yield_now().await;
            *other.lock().unwrap()
        });
        assert!(was_first);
    }

    #[test]
    fn a_client_can_talk_for_a_long_time() {
        let service = Service::start(0).unwrap();
        let mut socket = client(&service);
        says(&mut socket, "hello");
        says(&mut socket, "are you still ");
        says(&mut socket, "there?\n");
        assert_eq!(ends(socket), b"");
        service.end();
    }

    #[test]
    fn who_says_nothing_gets_nothing() {
        let service = Service::start(0).unwrap();
        assert_eq!(ends(client(&service)), b"");
        service.end();
    }

    #[test]
    fn an_idle_client_keeps_nobody_waiting() {
        let service = Service::start(0).unwrap();
        let mut idle = client(&service);
        says(&mut client(&service), "hello");
        says(&mut idle, "now me");
        service.end();
    }

    #[test]
    fn many_clients_are_served_at_the_same_time() {
        let service = Service::start(0).unwrap();
        let mut sockets: Vec<_> = (0..50).map(|_| client(&service)).collect();
        for (n, socket) in sockets.iter_mut().enumerate().rev() {
            says(socket, &format!("I am number {n}"));
        }
        assert_eq!(service.end(), 50);
    }

    #[test]
    fn a_long_message_comes_back_whole() {
        let service = Service::start(0).unwrap();
        let socket = client(&service);
        let message: Vec<u8> = (0..3_000_000u32).map(|n| (n % 251) as u8).collect();
        let (mut half, sent) = (socket.try_clone().unwrap(), message.clone());
        let sender = thread::spawn(move || {
            half.write_all(&sent)
                .and_then(|()| half.shutdown(Shutdown::Write))
                .ok();
        });
        let mut back = Vec::new();
        (&socket).read_to_end(&mut back).ok();
        assert!(back == message, "{} bytes came back", back.len());
        sender.join().unwrap();
        service.end();
    }

    #[test]
    fn a_broken_connection_concerns_nobody_else() {
        let service = Service::start(0).unwrap();
        let mut other = client(&service);
        for _ in 0..5 {
            // To close while there is something left to read breaks the connection.
            let mut broken = client(&service);
            broken.write_all(&[7; 100_000]).unwrap();
            broken.read_exact(&mut [0; 1]).expect("no echo");
        }
        for _ in 0..10 {
            says(&mut other, "still here");
        }
        service.end();
    }

    #[test]
    fn the_service_counts_its_clients_and_ends() {
        let service = Service::start(0).unwrap();
        assert_eq!(ask(service.address, "one").unwrap(), "one");
        assert_eq!(ask(service.address, "two").unwrap(), "two");
        assert_eq!(service.end(), 2);
        assert_eq!(Service::start(0).unwrap().end(), 0);
    }
}
