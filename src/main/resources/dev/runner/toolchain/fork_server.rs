//! Runs rustc or clippy-driver many times while loading it once.
//!
//! Loading a compiler's libraries and relocating them takes a quarter of the time that it needs to
//! look at a small file. This library is preloaded into the compiler (`LD_PRELOAD`) and comes
//! between the C library and `main`: when everything is loaded and nothing has begun, it waits for
//! requests on standard input. For each it forks, and the child goes on into the compiler's own
//! `main` with the arguments, the directory and the environment that were asked for, just as if
//! it had been started with them.
//!
//! Needs Linux with glibc on x86-64 or AArch64: the numbers below are theirs, and musl starts
//! programs otherwise. It ends, with all its children, when standard input does, and alone when
//! nothing was asked for long enough.
//!
//! The protocol is that of `ForkServer.java`. First comes [`GREETING`], then frames both ways:
//! three 32-bit numbers (a kind, a job, a length) in the machine's byte order, then as many bytes.

use std::collections::HashMap;
use std::ffi::{CStr, CString, OsStr};
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::mem::ManuallyDrop;
use std::os::fd::{AsRawFd, FromRawFd};
use std::os::raw::{c_char, c_int, c_long, c_ulong, c_void};
use std::os::unix::ffi::OsStrExt;
use std::sync::OnceLock;

const GREETING: &[u8] = b"fork server 1\n";
/// How long to wait for a request, in milliseconds, is in this variable.
const PATIENCE: &str = "RUNNER_FORK_PATIENCE";
/// What is set for the server alone, and that its children's children must not see.
const OWN_VARIABLES: [&str; 3] = ["LD_PRELOAD", "LD_BIND_NOW", PATIENCE];

// What is asked for: to run, with strings that each end in a zero byte (a directory, the largest
// file in bytes, how many arguments, the arguments, then variables to set as NAME=value and to take
// away as NAME), or to kill.
const RUN: u32 = 1;
const KILL: u32 = 2;

// What is told: what came on standard output, on standard error, and the status of waitpid.
const OUTPUT: u32 = 1;
const ERRORS: u32 = 2;
const ENDED: u32 = 3;
/// The status of what could not be forked or waited for, which is none of waitpid's.
const LOST: c_int = -1;

/// How much is read at a time. It is what a pipe holds, unless someone enlarged it.
const BUFFER: usize = 1 << 16;
/// How many reads empty a pipe of whatever size.
const PIPE_BUFFERS: usize = 16;
/// How often children are looked after where the kernel can't tell of their end, in milliseconds.
const LOOK_MILLIS: c_int = 2;

const SIGKILL: c_int = 9;
const WNOHANG: c_int = 1;
const NO_TIMEOUT: c_int = -1;
const POLLIN: i16 = 1;
const O_CLOEXEC: c_int = 0o2000000;
const PR_SET_PDEATHSIG: c_int = 1;
const RLIMIT_FSIZE: c_int = 1;
const RLIMIT_CORE: c_int = 4;
/// pidfd_open(2), which Linux has since 5.3: a file that is ready when a process has ended.
const SYS_PIDFD_OPEN: c_long = 434;
const RTLD_NEXT: *mut c_void = -1isize as *mut c_void;

type Main = extern "C" fn(c_int, *const *const c_char, *const *const c_char) -> c_int;
type Function = *const c_void;
type StartMain = unsafe extern "C" fn(
    Main,
    c_int,
    *const *const c_char,
    Function,
    Function,
    Function,
    *const c_void,
) -> c_int;

#[repr(C)]
struct PollFd {
    fd: c_int,
    events: i16,
    returned: i16,
}

#[repr(C)]
struct Limit {
    soft: u64,
    hard: u64,
}

extern "C" {
    static mut environ: *const *const c_char;

    fn dlsym(handle: *mut c_void, name: *const c_char) -> *mut c_void;
    fn dup2(from: c_int, to: c_int) -> c_int;
    fn fork() -> c_int;
    fn kill(pid: c_int, signal: c_int) -> c_int;
    fn pipe2(ends: *mut c_int, flags: c_int) -> c_int;
    fn poll(fds: *mut PollFd, count: c_ulong, timeout: c_int) -> c_int;
    fn prctl(option: c_int, ...) -> c_int;
    fn setrlimit(resource: c_int, limit: *const Limit) -> c_int;
    fn setsid() -> c_int;
    fn syscall(number: c_long, ...) -> c_long;
    fn waitpid(pid: c_int, status: *mut c_int, options: c_int) -> c_int;
}

static COMPILER: OnceLock<Main> = OnceLock::new();

/// glibc calls this in a program's first instructions; it is to call `main`.
///
/// # Safety
///
/// The arguments are those that glibc's own function takes.
#[no_mangle]
pub unsafe extern "C" fn __libc_start_main(
    main: Main,
    argc: c_int,
    argv: *const *const c_char,
    init: Function,
    fini: Function,
    rtld_fini: Function,
    stack_end: *const c_void,
) -> c_int {
    let own = dlsym(RTLD_NEXT, c"__libc_start_main".as_ptr());
    let start_main: StartMain = std::mem::transmute(own);
    let _ = COMPILER.set(main);
    start_main(serve, argc, argv, init, fini, rtld_fini, stack_end)
}

/// Stands for the compiler's `main`, and in each child becomes it.
extern "C" fn serve(_: c_int, _: *const *const c_char, _: *const *const c_char) -> c_int {
    let mut server = Server::new();
    let Some(job) = server.run() else {
        server.children.values().for_each(Child::kill);
        std::process::exit(0);
    };
    let Some(main) = COMPILER.get() else {
        std::process::abort();
    };
    // Both must last as long as the process does.
    let arguments = pointers(job.arguments);
    let variables = pointers(job.variables);
    unsafe { environ = variables.as_ptr() };
    main(
        arguments.len() as c_int - 1,
        arguments.as_ptr(),
        variables.as_ptr(),
    )
}

/// The strings as C wants them, with a null pointer after the last. They are never freed.
fn pointers(strings: Vec<CString>) -> ManuallyDrop<Vec<*const c_char>> {
    let mut all: Vec<*const c_char> = strings
        .into_iter()
        .map(|string| string.into_raw() as *const c_char)
        .collect();
    all.push(std::ptr::null());
    ManuallyDrop::new(all)
}

/// What a child is to be.
struct Job {
    directory: CString,
    largest_file: u64,
    arguments: Vec<CString>,
    variables: Vec<CString>,
}

impl Job {
    fn parse(request: &[u8], inherited: &[CString]) -> Option<Job> {
        let mut strings = request.split_inclusive(|byte| *byte == 0);
        let mut next = || {
            CStr::from_bytes_with_nul(strings.next()?)
                .ok()
                .map(CStr::to_owned)
        };
        let directory = next()?;
        let largest_file = next()?.to_str().ok()?.parse().ok()?;
        let count: usize = next()?.to_str().ok()?.parse().ok()?;
        let arguments = (0..count).map(|_| next()).collect::<Option<Vec<_>>>()?;
        let mut variables = inherited.to_vec();
        while let Some(change) = next() {
            let changed = name(&change);
            variables.retain(|variable| name(variable) != changed);
            if changed.len() < change.as_bytes().len() {
                variables.push(change);
            }
        }
        Some(Job {
            directory,
            largest_file,
            arguments,
            variables,
        })
    }

    /// In the child: a session, limits, a directory and streams of its own.
    fn enter(&self, [output, errors]: [&File; 2]) -> Option<()> {
        let no_cores = Limit { soft: 0, hard: 0 };
        let files = Limit {
            soft: self.largest_file,
            hard: self.largest_file,
        };
        unsafe {
            setsid();
            prctl(PR_SET_PDEATHSIG, SIGKILL as c_ulong);
            setrlimit(RLIMIT_CORE, &no_cores);
            setrlimit(RLIMIT_FSIZE, &files);
        }
        std::env::set_current_dir(OsStr::from_bytes(self.directory.as_bytes())).ok()?;
        let nothing = File::open("/dev/null").ok()?;
        for (from, to) in [(&nothing, 0), (output, 1), (errors, 2)] {
            if unsafe { dup2(from.as_raw_fd(), to) } != to {
                return None;
            }
        }
        Some(())
    }
}

/// What stands before the equals sign; all of it where there is none.
fn name(variable: &CStr) -> &[u8] {
    variable
        .to_bytes()
        .split(|byte| *byte == b'=')
        .next()
        .unwrap_or_default()
}

/// A child that runs, or whose end was not told yet.
struct Child {
    pid: c_int,
    /// Ready when it has ended; `None` where the kernel has no such thing.
    end: Option<File>,
    /// Standard output and standard error, until they end.
    streams: [Option<File>; 2],
}

impl Child {
    fn new(pid: c_int, output: File, errors: File) -> Child {
        let end = unsafe { syscall(SYS_PIDFD_OPEN, pid, 0) } as c_int;
        Child {
            pid,
            end: (end >= 0).then(|| unsafe { File::from_raw_fd(end) }),
            streams: [Some(output), Some(errors)],
        }
    }

    /// The child leads a session, or is about to.
    fn kill(&self) {
        unsafe {
            kill(-self.pid, SIGKILL);
            kill(self.pid, SIGKILL);
        }
    }
}

/// What there is to do for the one that forked.
enum Turn {
    Parent,
    Child(Job),
}

struct Server {
    requests: ManuallyDrop<File>,
    replies: ManuallyDrop<File>,
    patience: c_int,
    inherited: Vec<CString>,
    children: HashMap<u32, Child>,
}

impl Server {
    fn new() -> Server {
        unsafe { setsid() };
        let patience = std::env::var(PATIENCE)
            .ok()
            .and_then(|millis| millis.parse().ok());
        Server {
            requests: ManuallyDrop::new(unsafe { File::from_raw_fd(0) }),
            replies: ManuallyDrop::new(unsafe { File::from_raw_fd(1) }),
            patience: patience.unwrap_or(c_int::MAX),
            inherited: inherited(),
            children: HashMap::new(),
        }
    }

    /// Serves as long as there is somebody to serve; the job, in each child.
    fn run(&mut self) -> Option<Job> {
        self.replies.write_all(GREETING).ok()?;
        loop {
            let mut fds = vec![watched(&self.requests)];
            let mut owners = vec![];
            for (&id, child) in &self.children {
                for (index, stream) in child.streams.iter().enumerate() {
                    if let Some(stream) = stream {
                        fds.push(watched(stream));
                        owners.push((id, index));
                    }
                }
            }
            // After the streams, so that each of these has its owner at the same place.
            fds.extend(
                self.children
                    .values()
                    .filter_map(|child| child.end.as_ref())
                    .map(watched),
            );
            let ready = wait(&mut fds, self.timeout());
            if ready == 0 && self.children.is_empty() {
                return None;
            }
            for (polled, &(id, index)) in fds[1..].iter().zip(&owners) {
                if polled.returned != 0 {
                    self.forward(id, index)?;
                }
            }
            self.reap()?;
            if fds[0].returned != 0 {
                if let Turn::Child(job) = self.obey()? {
                    return Some(job);
                }
            }
        }
    }

    fn timeout(&self) -> c_int {
        if self.children.is_empty() {
            self.patience
        } else if self.children.values().all(|child| child.end.is_some()) {
            NO_TIMEOUT
        } else {
            LOOK_MILLIS
        }
    }

    /// Does what the next request asks for; `None` if there will be none.
    fn obey(&mut self) -> Option<Turn> {
        let mut header = [0; 12];
        self.requests.read_exact(&mut header).ok()?;
        let number = |at| Some(u32::from_ne_bytes(header.get(at..at + 4)?.try_into().ok()?));
        let (kind, id) = (number(0)?, number(4)?);
        let mut request = vec![0; number(8)? as usize];
        self.requests.read_exact(&mut request).ok()?;
        match kind {
            RUN => self.start(id, Job::parse(&request, &self.inherited)?),
            KILL => {
                // It may have ended, which was told and will be read.
                self.children.get(&id).into_iter().for_each(Child::kill);
                Some(Turn::Parent)
            }
            _ => None,
        }
    }

    fn start(&mut self, id: u32, job: Job) -> Option<Turn> {
        let (Some(output), Some(errors)) = (pipe(), pipe()) else {
            return self
                .tell(ENDED, id, &LOST.to_ne_bytes())
                .map(|()| Turn::Parent);
        };
        match unsafe { fork() } {
            -1 => self.tell(ENDED, id, &LOST.to_ne_bytes())?,
            0 => {
                // The others' streams are not its business.
                self.children.clear();
                if job.enter([&output.1, &errors.1]).is_none() {
                    // Never an exit code that the compiler could have ended with.
                    std::process::abort();
                }
                return Some(Turn::Child(job));
            }
            pid => {
                self.children
                    .insert(id, Child::new(pid, output.0, errors.0));
            }
        }
        Some(Turn::Parent)
    }

    /// Passes on what a child wrote; a stream that has ended is let go of.
    fn forward(&mut self, id: u32, index: usize) -> Option<()> {
        let mut buffer = [0; BUFFER];
        let Some(stream) = self
            .children
            .get_mut(&id)
            .map(|child| &mut child.streams[index])
        else {
            return Some(());
        };
        let length = match stream.as_ref().map(|mut file| file.read(&mut buffer)) {
            Some(Ok(length)) => length,
            Some(Err(fault)) if fault.kind() == ErrorKind::Interrupted => return Some(()),
            _ => 0,
        };
        if length == 0 {
            *stream = None;
            return Some(());
        }
        self.tell(
            if index == 0 { OUTPUT } else { ERRORS },
            id,
            &buffer[..length],
        )
    }

    /// Tells which children have ended. What still comes from one that has, nobody waits for.
    fn reap(&mut self) -> Option<()> {
        let ended: Vec<(u32, c_int)> = self
            .children
            .iter()
            .filter_map(|(&id, child)| {
                let mut status = 0;
                match unsafe { waitpid(child.pid, &mut status, WNOHANG) } {
                    0 => None,
                    pid if pid == child.pid => Some((id, status)),
                    _ => Some((id, LOST)),
                }
            })
            .collect();
        for (id, status) in ended {
            self.drain(id)?;
            self.children.remove(&id);
            self.tell(ENDED, id, &status.to_ne_bytes())?;
        }
        Some(())
    }

    /// Passes on what an ended child left in its pipes, which hold no more than a few buffers.
    fn drain(&mut self, id: u32) -> Option<()> {
        for index in [0, 1].repeat(PIPE_BUFFERS) {
            let stream = self
                .children
                .get(&id)
                .and_then(|child| child.streams[index].as_ref());
            if stream.is_some_and(|file| wait(&mut [watched(file)], 0) > 0) {
                self.forward(id, index)?;
            }
        }
        Some(())
    }

    /// `None` if nobody hears it any more.
    fn tell(&mut self, kind: u32, id: u32, content: &[u8]) -> Option<()> {
        let mut frame = Vec::with_capacity(12 + content.len());
        for number in [kind, id, content.len() as u32] {
            frame.extend_from_slice(&number.to_ne_bytes());
        }
        frame.extend_from_slice(content);
        self.replies.write_all(&frame).ok()
    }
}

/// Our environment as we were given it, without what is ours alone.
fn inherited() -> Vec<CString> {
    let mut all = vec![];
    let mut at = unsafe { environ };
    while let Some(variable) = unsafe { at.as_ref() }.filter(|string| !string.is_null()) {
        let variable = unsafe { CStr::from_ptr(*variable) };
        if OWN_VARIABLES
            .iter()
            .all(|own| own.as_bytes() != name(variable))
        {
            all.push(variable.to_owned());
        }
        at = unsafe { at.add(1) };
    }
    all
}

/// A pipe's reading and writing end, which no program inherits that a child starts.
fn pipe() -> Option<(File, File)> {
    let mut ends = [0; 2];
    if unsafe { pipe2(ends.as_mut_ptr(), O_CLOEXEC) } != 0 {
        return None;
    }
    Some(unsafe { (File::from_raw_fd(ends[0]), File::from_raw_fd(ends[1])) })
}

fn watched(file: &File) -> PollFd {
    PollFd {
        fd: file.as_raw_fd(),
        events: POLLIN,
        returned: 0,
    }
}

/// How many of them have something to read or have ended; 0 when the time is over, -1 on a signal.
fn wait(fds: &mut [PollFd], timeout: c_int) -> c_int {
    unsafe { poll(fds.as_mut_ptr(), fds.len() as c_ulong, timeout) }
}
