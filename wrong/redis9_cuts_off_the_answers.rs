// A server is told to stop while clients are connected. To break off would lose answers that
// somebody is waiting for; to wait until all have left would take for ever. The way between:
// let nobody in any more, read no further requests, finish those that are in hand, and go when
// the last connection has said that it is done.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

struct Shared {
    stopping: AtomicBool,
    /// A handle to each open connection, by its number.
    open: Mutex<BTreeMap<usize, Arc<TcpStream>>>,
    answer: Box<dyn Fn(&str) -> String + Send + Sync>,
}

struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: JoinHandle<()>,
    /// Each connection reports at its end how many requests it has answered.
    reports: Receiver<usize>,
}

impl Server {
    fn start(answer: impl Fn(&str) -> String + Send + Sync + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            stopping: AtomicBool::new(false),
            open: Mutex::default(),
            answer: Box::new(answer),
        });
        let (report, reports) = mpsc::channel();
        let for_acceptor = Arc::clone(&shared);
        let acceptor = thread::spawn(move || accept(listener, for_acceptor, report));
        Ok(Self {
            address,
            shared,
            acceptor,
            reports,
        })
    }

    /// Returns the reports of all connections when everything has come to its end.
    fn stop(self) -> io::Result<Vec<usize>> {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // The acceptor waits for a client: be one, so that it looks at `stopping`.
        TcpStream::connect(self.address)?;
        self.acceptor.join().expect("the acceptor does not panic");

        // Only the reading is ended: who waits in `read_line` finds the end of the requests, and
        // who is at work can still write. A connection that came a moment ago is in the list
        // too, as the acceptor has put it there before it ended.
        for stream in self.shared.open.lock().unwrap().values() {
            // An error means that the client is gone already.
            stream.shutdown(Shutdown::Both).ok();
        }
        // Each connection owns a sender, and the acceptor's went with it. When all are gone the
        // channel is closed and the iterator ends: nobody has to be counted.
        Ok(self.reports.iter().collect())
    }
}

fn accept(listener: TcpListener, shared: Arc<Shared>, report: Sender<usize>) {
    for (number, stream) in listener.incoming().enumerate() {
        if shared.stopping.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream.map(Arc::new) else {
            continue;
        };
        let handle = Arc::clone(&stream);
        shared.open.lock().unwrap().insert(number, handle);
        let (shared, report) = (Arc::clone(&shared), report.clone());
        thread::spawn(move || {
            let count = serve(&stream, &shared);
            shared.open.lock().unwrap().remove(&number);
            report.send(count).ok();
        });
    }
}

/// Answers line by line until the requests end.
fn serve(mut stream: &TcpStream, shared: &Shared) -> usize {
    let mut requests = BufReader::new(stream);
    let mut count = 0;
    loop {
        let mut line = String::new();
        let read = requests.read_line(&mut line);
        let Some(request) = line.strip_suffix('\n').filter(|_| read.is_ok()) else {
            return count;
        };
        let answer = (shared.answer)(request) + "\n";
        if stream.write_all(answer.as_bytes()).is_err() {
            return count;
        }
        count += 1;
    }
}

fn main() -> io::Result<()> {
    let server = Server::start(|request| format!("{request}? Not tonight."))?;
    let mut client = TcpStream::connect(server.address)?;
    client.write_all(b"Neptune\n")?;
    let mut answer = String::new();
    BufReader::new(client).read_line(&mut answer)?;
    print!("{answer}");
    println!("answered by each connection: {:?}", server.stop()?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    struct Client {
        stream: BufReader<TcpStream>,
    }

    impl Client {
        fn connect(server: &Server) -> Self {
            let stream = BufReader::new(TcpStream::connect(server.address).unwrap());
            Self { stream }
        }

        fn send(&self, text: &str) {
            self.stream.get_ref().write_all(text.as_bytes()).unwrap();
        }

        fn ask(&mut self, request: &str) -> String {
            self.send(&format!("{request}\n"));
            let mut answer = String::new();
            self.stream.read_line(&mut answer).unwrap();
            answer
        }

        /// What comes until the server closes the connection.
        fn rest(mut self) -> String {
            let mut rest = String::new();
            self.stream.read_to_string(&mut rest).unwrap();
            rest
        }
    }

    fn start() -> Server {
        Server::start(str::to_uppercase).unwrap()
    }

    fn sorted_reports(server: Server) -> Vec<usize> {
        let mut reports = server.stop().unwrap();
        reports.sort();
        reports
    }

    #[test]
    fn clients_that_say_nothing_do_not_hold_up_the_end() {
        let server = start();
        let mut clients = [(); 3].map(|()| Client::connect(&server));
        for client in &mut clients {
            assert_eq!(client.ask("venus"), "VENUS\n");
        }
        assert_eq!(sorted_reports(server), [1, 1, 1]);
        for client in clients {
            assert_eq!(client.rest(), "");
        }
    }

    #[test]
    fn a_client_that_left_earlier_is_in_the_reports() {
        let server = start();
        let mut gone = Client::connect(&server);
        gone.ask("venus");
        gone.ask("mars");
        drop(gone);
        let mut still_there = Client::connect(&server);
        still_there.ask("moon");
        assert_eq!(sorted_reports(server), [1, 2]);
    }

    #[test]
    fn the_request_in_hand_is_still_answered() {
        let (begin, begun) = mpsc::channel();
        let (stop_seen, seen) = mpsc::channel();
        let seen = Mutex::new(seen);
        // The answer to "slow" takes until the other client has seen the end.
        let server = Server::start(move |request| {
            if request == "slow" {
                begin.send(()).unwrap();
                seen.lock().unwrap().recv().unwrap();
            }
            request.to_uppercase()
        });
        let server = server.unwrap();
        let client = Client::connect(&server);
        let mut other = Client::connect(&server);
        other.ask("quick");
        client.send("slow\n");
        begun.recv().unwrap();
        thread::spawn(move || {
            other.rest();
            stop_seen.send(()).unwrap();
        });
        assert_eq!(sorted_reports(server), [1, 1]);
        assert_eq!(client.rest(), "SLOW\n");
    }

    #[test]
    fn half_a_request_is_none() {
        let server = start();
        let mut client = Client::connect(&server);
        client.ask("venus");
        client.send("ma");
        assert_eq!(sorted_reports(server), [1]);
    }

    #[test]
    fn no_connection_is_left() {
        let server = start();
        let mut client = Client::connect(&server);
        client.ask("venus");
        let shared = Arc::clone(&server.shared);
        server.stop().unwrap();
        assert!(shared.open.lock().unwrap().is_empty());
    }

    #[test]
    fn without_clients_the_end_comes_at_once() {
        assert_eq!(start().stop().unwrap(), []);
    }
}
