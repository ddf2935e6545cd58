// A microVM is set up over HTTP, on a socket that is a file: whoever may open the file may
// give orders. HTTP comes as a stream of bytes, in pieces of any size. To do: cut whole requests
// from what has come, and decide what each of them means, also that the machine's description
// cannot be changed any more once it runs.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;

const MAX_BODY: usize = 51200;

#[derive(Debug, PartialEq)]
struct Request {
    method: String,
    path: String,
    body: String,
}

#[derive(Debug, PartialEq)]
enum HttpError {
    Malformed,
    BodyTooLarge,
}

/// The value of a header; its name may be in large or small letters.
fn header<'h>(lines: &'h str, name: &str) -> Option<&'h str> {
    let mut pairs = lines.lines().filter_map(|line| line.split_once(':'));
    let (_, value) = pairs.find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    Some(value.trim())
}

fn first_request(buffer: &[u8]) -> Result<Option<(Request, usize)>, HttpError> {
    let Some(head_end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") else {
        return Ok(None);
    };
    let text = |bytes| std::str::from_utf8(bytes).map_err(|_| HttpError::Malformed);
    let head = text(&buffer[..head_end])?;
    let (line, headers) = head.split_once("\r\n").unwrap_or((head, ""));
    let words: Vec<&str> = line.split(' ').collect();
    let [method, path, "HTTP/1.1" | "HTTP/1.0"] = words[..] else {
        return Err(HttpError::Malformed);
    };
    let length = header(headers, "Content-Length").unwrap_or("0");
    let length: usize = length.parse().map_err(|_| HttpError::Malformed)?;
    if length > MAX_BODY {
        return Err(HttpError::BodyTooLarge);
    }
    let start = head_end + b"\r\n\r\n".len();
    let Some(body) = buffer.get(start..start + length) else {
        return Ok(None);
    };
    let request = Request {
        method: method.to_string(),
        path: path.to_string(),
        body: text(body)?.to_string(),
    };
    Ok(Some((request, start + length)))
}

#[derive(Debug, Default)]
struct Vm {
    running: bool,
    config: String,
    drives: Vec<(String, String)>,
}

impl Vm {
    /// The status and the body of the answer.
    fn handle(&mut self, request: &Request) -> (u16, String) {
        let fault = |text: &str| (400, format!("{{\"fault_message\":\"{text}\"}}"));
        let path: Vec<&str> = request.path.trim_start_matches('/').split('/').collect();
        match (request.method.as_str(), path.as_slice()) {
            ("GET", ["machine-config"]) => (200, self.config.clone()),
            ("PUT", ["machine-config" | "actions"]) if self.running => fault("not after the start"),
            ("PUT", ["machine-config"]) => {
                self.config = request.body.clone();
                (204, String::new())
            }
            ("PUT", ["drives", id]) if !id.is_empty() => {
                self.drives.retain(|(known, _)| known != id);
                self.drives.push((id.to_string(), request.body.clone()));
                (204, String::new())
            }
            ("PUT", ["actions"]) => {
                self.running = true;
                (204, String::new())
            }
            _ => fault("no such request"),
        }
    }
}

fn respond(stream: &mut impl Write, status: u16, body: &str) -> io::Result<()> {
    let reason = match status {
        200 => "OK",
        204 => "No Content",
        _ => "Bad Request",
    };
    write!(stream, "HTTP/1.1 {status} {reason}\r\n")?;
    if status != 204 {
        write!(stream, "Content-Length: {}\r\n", body.len())?;
    }
    write!(stream, "\r\n{}", body)
}

/// Answers the requests of one connection until it ends or makes no sense any more.
fn serve(stream: &mut (impl Read + Write), vm: &mut Vm) -> io::Result<()> {
    let mut buffer = Vec::new();
    let mut piece = [0; 512];
    loop {
        match first_request(&buffer) {
            Ok(Some((request, length))) => {
                let (status, body) = vm.handle(&request);
                respond(stream, status, &body)?;
                buffer.drain(..length);
            }
            Ok(None) => match stream.read(&mut piece)? {
                0 => return Ok(()),
                count => buffer.extend_from_slice(&piece[..count]),
            },
            Err(error) => return respond(stream, 400, &format!("{error:?}")),
        }
    }
}

/// What comes back for these bytes, on the two ends of a socket.
fn talk(vm: &mut Vm, bytes: &[u8]) -> io::Result<String> {
    let (mut client, mut server) = UnixStream::pair()?;
    client.write_all(bytes)?;
    client.shutdown(std::net::Shutdown::Write)?;
    serve(&mut server, vm)?;
    drop(server);
    let mut answer = String::new();
    client.read_to_string(&mut answer)?;
    Ok(answer)
}

fn main() -> io::Result<()> {
    let mut vm = Vm::default();
    let orders = "PUT /machine-config HTTP/1.1\r\nContent-Length: 16\r\n\r\n{\"vcpu_count\":2}\
        PUT /actions HTTP/1.1\r\n\r\nPUT /drives/a HTTP/1.1\r\n\r\n";
    println!("{}\n{vm:?}", talk(&mut vm, orders.as_bytes())?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixListener;

    fn put(path: &str, body: &str) -> Request {
        let (method, path, body) = ("PUT".into(), path.into(), body.into());
        Request { method, path, body }
    }

    #[test]
    fn a_request_has_a_body_of_the_length_it_says() {
        let text =
            b"PUT /a HTTP/1.1\r\nHost: x\r\ncontent-length:  3\r\n\r\nabcGET / HTTP/1.0\r\n\r\n";
        assert_eq!(first_request(text), Ok(Some((put("/a", "abc"), 51))));
        let (get, length) = first_request(&text[51..]).unwrap().unwrap();
        assert_eq!(
            (get.method.as_str(), get.body.as_str(), length),
            ("GET", "", 18)
        );
    }

    #[test]
    fn every_beginning_of_a_request_is_no_request_yet() {
        let text = "PUT /a HTTP/1.1\r\nContent-Length: 4\r\n\r\nü\r\n".as_bytes();
        for end in 0..text.len() {
            assert_eq!(first_request(&text[..end]), Ok(None), "{end}");
        }
        assert_eq!(
            first_request(text),
            Ok(Some((put("/a", "ü\r\n"), text.len())))
        );
    }

    #[test]
    fn what_is_no_http_is_refused() {
        for text in [
            "PUT /a\r\n\r\n",
            "PUT /a HTTP/2\r\n\r\n",
            "PUT  /a HTTP/1.1\r\n\r\n",
            "PUT /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        ] {
            assert_eq!(
                first_request(text.as_bytes()),
                Err(HttpError::Malformed),
                "{text}"
            );
        }
    }

    #[test]
    fn a_body_has_a_limit() {
        let head = |length: usize| format!("PUT /a HTTP/1.1\r\nContent-Length: {length}\r\n\r\n");
        assert_eq!(first_request(head(51200).as_bytes()), Ok(None));
        for length in [51201, usize::MAX] {
            let answer = first_request(head(length).as_bytes());
            assert_eq!(answer, Err(HttpError::BodyTooLarge));
        }
    }

    #[test]
    fn the_description_can_be_read_back() {
        let mut vm = Vm::default();
        assert_eq!(vm.handle(&put("/machine-config", "two")).0, 204);
        let mut get = put("/machine-config", "");
        get.method = "GET".to_string();
        assert_eq!(vm.handle(&get), (200, "two".to_string()));
        assert!(!vm.running);
    }

    #[test]
    fn a_drive_has_an_id_and_can_be_replaced() {
        let mut vm = Vm::default();
        for (path, status) in [("/drives/a", 204), ("/drives/b", 204), ("/drives/", 400)] {
            assert_eq!(vm.handle(&put(path, "old")).0, status);
        }
        assert_eq!(vm.handle(&put("/drives", "x")).0, 400);
        assert_eq!(vm.handle(&put("/drives/a", "new")).0, 204);
        let drive = |id: &str, body: &str| (id.to_string(), body.to_string());
        assert_eq!(vm.drives, [drive("b", "old"), drive("a", "new")]);
    }

    #[test]
    fn a_running_machine_keeps_its_description() {
        let mut vm = Vm::default();
        vm.handle(&put("/machine-config", "two"));
        assert_eq!(vm.handle(&put("/actions", "InstanceStart")).0, 204);
        for path in ["/machine-config", "/drives/a", "/actions"] {
            let (status, body) = vm.handle(&put(path, "three"));
            assert_eq!((status, body.contains("not after")), (400, true), "{path}");
        }
        assert_eq!((vm.config.as_str(), vm.drives.len()), ("two", 0));
    }

    #[test]
    fn other_requests_do_nothing() {
        let mut vm = Vm::default();
        for path in ["/", "/action", "/actions/now", "/machine-config/a"] {
            assert_eq!(vm.handle(&put(path, "x")).0, 400, "{path}");
        }
        assert!(!vm.running);
    }

    #[test]
    fn the_socket_is_a_file() {
        let name = format!("firecracker8-{}.socket", std::process::id());
        let path = std::env::temp_dir().join(name);
        let listener = UnixListener::bind(&path).unwrap();
        let mut client = UnixStream::connect(&path).unwrap();
        std::fs::remove_file(&path).unwrap();
        client
            .write_all(b"PUT /actions HTTP/1.1\r\n\r\nPUT /nothing HTTP/1.1\r\n\r\n")
            .unwrap();
        client.shutdown(std::net::Shutdown::Write).unwrap();
        let (mut server, _) = listener.accept().unwrap();
        let mut vm = Vm::default();
        serve(&mut server, &mut vm).unwrap();
        drop(server);
        let mut answer = String::new();
        client.read_to_string(&mut answer).unwrap();
        let body = "{\"fault_message\":\"no such request\"}";
        assert_eq!(
            answer,
            format!(
                "HTTP/1.1 204 No Content\r\n\r\n\
                 HTTP/1.1 400 Bad Request\r\nContent-Length: 35\r\n\r\n{body}"
            )
        );
    }

    #[test]
    fn nonsense_ends_the_conversation() {
        let mut vm = Vm::default();
        let answer = talk(&mut vm, b"hello\r\n\r\nPUT /actions HTTP/1.1\r\n\r\n").unwrap();
        assert!(answer.starts_with("HTTP/1.1 400 ") && answer.ends_with("\r\n\r\nMalformed"));
        assert!(!vm.running);
    }

    #[test]
    fn a_description_is_sent_with_its_length() {
        let mut vm = Vm {
            config: "two".to_string(),
            ..Vm::default()
        };
        let answer = talk(&mut vm, b"GET /machine-config HTTP/1.1\r\n\r\n").unwrap();
        assert_eq!(answer, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\ntwo");
    }
}
