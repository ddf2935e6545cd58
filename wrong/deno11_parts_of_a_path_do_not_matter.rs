// A small runtime: each line of a script calls an op, and an op does nothing that the flags do not
// permit. The parts are those of this track; three of them have gaps: who decides between allow and
// deny, an op that asks nobody, and the end of the event loop. The program takes
// `run [--allow-read[=…]] [--allow-net[=…]] [--allow-env[=…]] [--deny-…] SCRIPT`, and
// `check-permission` with the same flags, a kind and a value, tells what they mean.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process;
use std::thread;

mod permissions {
    use std::env;
    use std::net::IpAddr;
    use std::path::{Component, Path, PathBuf};

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum State {
        Granted,
        Denied,
        Prompt,
    }

    /// An entry of a flag's list. What is asked for has the form of an entry as well.
    pub trait Entry: Sized {
        /// How exact an entry is: the greater, the more.
        type Rank: Ord;

        fn parse(text: &str) -> Result<Self, String>;

        fn covers(&self, query: &Self) -> bool;

        fn rank(&self) -> Self::Rank;

        /// Is the other one a part of what this one stands for?
        fn has_within(&self, _other: &Self) -> bool {
            false
        }
    }

    impl Entry for PathBuf {
        type Rank = usize;

        fn parse(text: &str) -> Result<PathBuf, String> {
            let cwd = env::current_dir().map_err(|error| error.to_string())?;
            Ok(absolute(&cwd, text))
        }

        fn covers(&self, query: &PathBuf) -> bool {
            query.starts_with(self)
        }

        fn rank(&self) -> usize {
            self.components().count()
        }

        fn has_within(&self, other: &PathBuf) -> bool {
            other.starts_with(self)
        }
    }

    pub fn absolute(cwd: &Path, path: &str) -> PathBuf {
        let mut absolute = PathBuf::new();
        for component in cwd.join(path).components() {
            if component == Component::ParentDir {
                absolute.pop();
            } else {
                absolute.push(component);
            }
        }
        absolute
    }

    pub struct Host {
        name: String,
        wildcard: bool,
        port: Option<u16>,
    }

    impl Entry for Host {
        type Rank = (bool, bool, usize);

        fn parse(text: &str) -> Result<Host, String> {
            let invalid = |what: &str| format!("{what} in {text:?}");
            let (host, port) = match text.strip_prefix('[').map(|rest| rest.split_once(']')) {
                Some(None) => return Err(invalid("missing bracket")),
                Some(Some((ip, ""))) => (ip, None),
                Some(Some((ip, port))) => (ip, Some(port.strip_prefix(':').unwrap_or("?"))),
                None => match text.split_once(':') {
                    Some((host, port)) => (host, Some(port)),
                    None => (text, None),
                },
            };
            let port = port.map(|port| port.parse().map_err(|_| invalid("invalid port")));
            let (name, wildcard) = match host.strip_prefix("*.") {
                Some(domain) => (domain, true),
                None => (host, false),
            };
            // An IPv4 address in the clothes of IPv6 is the same address.
            let name = match name.parse::<IpAddr>() {
                Ok(ip) => ip.to_canonical().to_string(),
                Err(_) => name.trim_end_matches('.').to_lowercase(),
            };
            if name.is_empty() || name.contains(['*', '/', ' ']) {
                return Err(invalid("invalid host"));
            }
            let port = port.transpose()?;
            Ok(Host {
                name,
                wildcard,
                port,
            })
        }

        fn covers(&self, query: &Host) -> bool {
            let host_fits = match query.name.strip_suffix(&self.name) {
                Some("") => true,
                Some(below) => self.wildcard && below.ends_with('.'),
                None => false,
            };
            host_fits && (self.port.is_none() || self.port == query.port)
        }

        fn rank(&self) -> (bool, bool, usize) {
            (self.port.is_some(), !self.wildcard, self.name.len())
        }
    }

    pub struct Name {
        text: String,
        prefix: bool,
    }

    impl Entry for Name {
        type Rank = (bool, usize);

        fn parse(text: &str) -> Result<Name, String> {
            let prefix = text.ends_with('*');
            let text = text.trim_end_matches('*').to_string();
            Ok(Name { text, prefix })
        }

        fn covers(&self, query: &Name) -> bool {
            query.text == self.text || self.prefix && query.text.starts_with(&self.text)
        }

        fn rank(&self) -> (bool, usize) {
            (!self.prefix, self.text.len())
        }
    }

    /// What `--allow-X` and `--deny-X` say about one kind of access.
    pub struct Permission<E> {
        name: &'static str,
        allow_all: bool,
        deny_all: bool,
        allow: Vec<E>,
        deny: Vec<E>,
    }

    impl<E: Entry> Permission<E> {
        fn new(name: &'static str) -> Permission<E> {
            Permission {
                name,
                allow_all: false,
                deny_all: false,
                allow: Vec::new(),
                deny: Vec::new(),
            }
        }

        /// A flag without a list stands for everything. A comma in a name is written twice.
        fn flag(&mut self, allow: bool, list: Option<&str>) -> Result<(), String> {
            let (all, entries) = if allow {
                (&mut self.allow_all, &mut self.allow)
            } else {
                (&mut self.deny_all, &mut self.deny)
            };
            let Some(list) = list else {
                *all = true;
                return Ok(());
            };
            for entry in list.replace(",,", "\0").split(',') {
                if entry.is_empty() {
                    return Err(format!("an empty entry in the list {list:?}"));
                }
                entries.push(E::parse(&entry.replace('\0', ","))?);
            }
            Ok(())
        }

        pub fn query(&self, query: &E) -> State {
            let best = |list: &[E]| {
                let covering = list.iter().filter(|entry| entry.covers(query));
                covering.map(|entry| entry.rank()).max()
            };
            let (allowed, denied) = (best(&self.allow), best(&self.deny));
            let partly = self.deny.iter().any(|entry| query.has_within(entry));
            // `None` is less than any `Some`: an entry of either list counts more than a flag alone.
            if self.deny_all && partly || denied.is_some() && denied >= allowed {
                State::Denied
            } else if allowed.is_some() || self.allow_all && !self.deny_all {
                State::Granted
            } else if self.deny_all {
                State::Denied
            } else {
                State::Prompt
            }
        }

        /// What an op asks before it does anything.
        pub fn check(&self, text: &str) -> Result<E, String> {
            let query = E::parse(text)?;
            let advice = match self.query(&query) {
                State::Granted => return Ok(query),
                State::Denied => "which is denied by",
                State::Prompt => "run again with",
            };
            let name = self.name;
            let flag = if advice.starts_with("run") {
                "allow"
            } else {
                "deny"
            };
            let wish = format!("requires {name} access to {text:?}");
            Err(format!("NotCapable: {wish}, {advice} --{flag}-{name}"))
        }
    }

    pub struct Permissions {
        pub read: Permission<PathBuf>,
        pub net: Permission<Host>,
        pub env: Permission<Name>,
    }

    impl Permissions {
        /// Takes the flags from the front and returns what comes after them.
        pub fn parse<'a>(args: &'a [&'a str]) -> Result<(Permissions, &'a [&'a str]), String> {
            let mut permissions = Permissions {
                read: Permission::new("read"),
                net: Permission::new("net"),
                env: Permission::new("env"),
            };
            let mut rest = args;
            while let Some((flag, others)) = rest.split_first()
                && flag.starts_with('-')
            {
                permissions.flag(flag)?;
                rest = others;
            }
            Ok((permissions, rest))
        }

        fn flag(&mut self, flag: &str) -> Result<(), String> {
            let (name, list) = match flag.split_once('=') {
                Some((name, list)) => (name, Some(list)),
                None => (flag, None),
            };
            match name {
                "--allow-read" | "-R" => self.read.flag(true, list),
                "--allow-net" | "-N" => self.net.flag(true, list),
                "--allow-env" | "-E" => self.env.flag(true, list),
                "--deny-read" => self.read.flag(false, list),
                "--deny-net" => self.net.flag(false, list),
                "--deny-env" => self.env.flag(false, list),
                "--allow-all" | "-A" if list.is_none() => {
                    self.read.allow_all = true;
                    self.net.allow_all = true;
                    self.env.allow_all = true;
                    Ok(())
                }
                _ => Err(format!("unexpected flag {flag:?}")),
            }
        }
    }
}

mod ops {
    use crate::permissions::Permissions;
    use std::collections::{BTreeMap, HashMap};
    use std::env;
    use std::fs::{self, File};
    use std::io::{self, BufRead, BufReader, Write};
    use std::net::{Shutdown, TcpStream};
    use std::sync::{Arc, Mutex};

    /// An op has its answer at once, or later: then it is work for another thread.
    pub enum Answer {
        Now(String),
        Later(Box<dyn FnOnce() -> Result<String, String> + Send>),
    }

    type Op = fn(&mut OpState, &[String]) -> Result<Answer, String>;

    /// What a script holds by its number.
    pub trait Resource: Send + Sync {
        fn name(&self) -> &'static str;

        fn read(&self) -> io::Result<String>;

        fn write(&self, _text: &str) -> io::Result<()> {
            Err(io::ErrorKind::Unsupported.into())
        }

        fn close(&self) {}
    }

    pub struct OpState {
        pub permissions: Permissions,
        pub args: Vec<String>,
        pub printed: Vec<String>,
        resources: BTreeMap<u32, Arc<dyn Resource>>,
        next_rid: u32,
    }

    impl OpState {
        pub fn new(permissions: Permissions, args: &[&str]) -> OpState {
            OpState {
                permissions,
                args: args.iter().map(|arg| arg.to_string()).collect(),
                printed: Vec::new(),
                resources: BTreeMap::new(),
                next_rid: 0,
            }
        }

        fn add(&mut self, resource: impl Resource + 'static) -> Result<Answer, String> {
            let rid = self.next_rid;
            self.next_rid += 1;
            self.resources.insert(rid, Arc::new(resource));
            now(rid.to_string())
        }

        fn get(&self, rid: &str) -> Result<Arc<dyn Resource>, String> {
            let rid = rid.parse().ok();
            let resource = rid.and_then(|rid: u32| self.resources.get(&rid));
            let bad = || "BadResource: bad resource ID".to_string();
            resource.cloned().ok_or_else(bad)
        }
    }

    impl Resource for Mutex<File> {
        fn name(&self) -> &'static str {
            "file"
        }

        fn read(&self) -> io::Result<String> {
            io::read_to_string(&*self.lock().unwrap())
        }
    }

    impl Resource for TcpStream {
        fn name(&self) -> &'static str {
            "tcpStream"
        }

        /// One line. A reader with room for a byte keeps nothing for itself.
        fn read(&self) -> io::Result<String> {
            let mut line = String::new();
            BufReader::with_capacity(1, self).read_line(&mut line)?;
            Ok(line.trim_end().to_string())
        }

        fn write(&self, text: &str) -> io::Result<()> {
            let mut stream = self;
            stream.write_all(format!("{text}\n").as_bytes())
        }

        /// A thread that is just reading is not left behind: its read ends.
        fn close(&self) {
            self.shutdown(Shutdown::Both).ok();
        }
    }

    fn now(answer: impl Into<String>) -> Result<Answer, String> {
        Ok(Answer::Now(answer.into()))
    }

    fn failed(error: io::Error) -> String {
        format!("{:?}: {error}", error.kind())
    }

    /// Each extension brings its ops, with the number of their arguments.
    const CORE: &[(&str, usize, Op)] = &[
        ("print", 1, |state, args| {
            println!("{}", args[0]);
            state.printed.push(args[0].clone());
            now("")
        }),
        ("args", 0, |state, _| now(state.args.join(" "))),
        ("read", 1, |state, args| {
            let resource = state.get(&args[0])?;
            let work = move || resource.read().map_err(failed);
            Ok(Answer::Later(Box::new(work)))
        }),
        ("write", 2, |state, args| {
            state.get(&args[0])?.write(&args[1]).map_err(failed)?;
            now("")
        }),
        ("close", 1, |state, args| {
            let closed = state.get(&args[0])?;
            closed.close();
            state.resources.retain(|_, it| !Arc::ptr_eq(it, &closed));
            now("")
        }),
        ("resources", 0, |state, _| {
            let all = state.resources.iter();
            let names = all.map(|(rid, it)| format!("{rid}:{}", it.name()));
            now(names.collect::<Vec<_>>().join(" "))
        }),
    ];

    const FS: &[(&str, usize, Op)] = &[
        ("open", 1, |state, args| {
            let path = state.permissions.read.check(&args[0])?;
            let file = File::open(path).map_err(failed)?;
            state.add(Mutex::new(file))
        }),
        ("read_file", 1, |state, args| {
            let path = state.permissions.read.check(&args[0])?;
            let work = move || fs::read_to_string(path).map_err(failed);
            Ok(Answer::Later(Box::new(work)))
        }),
    ];

    const NET: &[(&str, usize, Op)] = &[("connect", 1, |state, args| {
        let address = &args[0];
        state.permissions.net.check(address)?;

        let stream = TcpStream::connect(address).map_err(failed)?;
        state.add(stream)
    })];

    const ENV: &[(&str, usize, Op)] = &[("env", 1, |state, args| {
        state.permissions.env.check(&args[0])?;
        now(env::var(&args[0]).unwrap_or_default())
    })];

    pub struct OpTable {
        ops: Vec<&'static (&'static str, usize, Op)>,
        ids: HashMap<&'static str, usize>,
    }

    impl OpTable {
        pub fn new() -> OpTable {
            let ops: Vec<_> = [CORE, FS, NET, ENV].into_iter().flatten().collect();
            let names = ops.iter().map(|op| op.0);
            let ids = names.zip(0..).collect();
            OpTable { ops, ids }
        }

        pub fn id(&self, name: &str) -> Result<usize, String> {
            let id = self.ids.get(name).copied();
            id.ok_or_else(|| format!("there is no op {name:?}"))
        }

        pub fn call(
            &self,
            id: usize,
            state: &mut OpState,
            args: &[String],
        ) -> Result<Answer, String> {
            let (name, count, op) = self.ops[id];
            if args.len() != *count {
                return Err(format!(
                    "the op {name} takes another number of arguments: {count}"
                ));
            }
            op(state, args)
        }
    }
}

mod runtime {
    use crate::ops::{Answer, OpState, OpTable};
    use crate::permissions;
    use std::collections::{HashMap, HashSet};
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::sync::mpsc::{self, Receiver, Sender};
    use std::thread;

    /// The words of a line. A quoted text is one word; it may not hold a quote.
    fn words(line: &str) -> Result<Vec<String>, String> {
        let mut words = Vec::new();
        let mut rest = line.trim_start();
        while !rest.is_empty() {
            let (word, after) = match rest.strip_prefix('"') {
                Some(text) => text.split_once('"').ok_or("a quote is not closed")?,
                None => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
            };
            words.push(word.to_string());
            rest = after.trim_start();
        }
        Ok(words)
    }

    /// A line with its number.
    type Line = (usize, Vec<String>);

    type PromiseId = usize;

    /// An op that was begun. Its value is there when it is done.
    struct Promise {
        name: String,
        /// With `try`, an error is a value like others.
        tolerant: bool,
        value: Option<String>,
        handlers: Vec<Vec<String>>,
    }

    pub struct Runtime {
        pub state: OpState,
        table: OpTable,
        variables: HashMap<String, String>,
        loaded: HashSet<PathBuf>,
        promises: Vec<Promise>,
        finish: Sender<(PromiseId, Result<String, String>)>,
        finished: Receiver<(PromiseId, Result<String, String>)>,
    }

    impl Runtime {
        pub fn new(state: OpState) -> Runtime {
            let (finish, finished) = mpsc::channel();
            Runtime {
                state,
                table: OpTable::new(),
                variables: HashMap::new(),
                loaded: HashSet::new(),
                promises: Vec::new(),
                finish,
                finished,
            }
        }

        /// Runs a script, and then the event loop.
        pub fn run(&mut self, main: &Path) -> Result<(), String> {
            self.import(main)?;
            self.run_event_loop()
        }

        /// Until no op is under way that may still call a handler.
        fn run_event_loop(&mut self) -> Result<(), String> {
            // `turn` waits for an op, so this loop does not turn for nothing.
            while self.turn()? {}
            Ok(())
        }

        /// Waits for the next op that is done. `false` if none is under way.
        fn turn(&mut self) -> Result<bool, String> {
            if self.promises.iter().all(|it| it.value.is_some()) {
                return Ok(false);
            }
            let (id, result) = self.finished.recv().map_err(|error| error.to_string())?;
            let promise = &mut self.promises[id];
            let value = match result {
                Err(error) if promise.tolerant => format!("error: {error}"),
                result => result?,
            };
            promise.value = Some(value.clone());
            let handlers = std::mem::take(&mut promise.handlers);
            self.variables.insert(promise.name.clone(), value);
            for call in handlers {
                self.call("", &call)?;
            }
            Ok(true)
        }

        /// Loads a module with all its imports, and runs those that were not loaded before.
        fn import(&mut self, path: &Path) -> Result<(), String> {
            let mut order = Vec::new();
            self.load(path, &mut order)?;
            for (path, lines) in order {
                for (number, line) in lines {
                    let place = |error| format!("{error}\n    at {}:{number}", path.display());
                    self.line(&line, &path).map_err(place)?;
                }
            }
            Ok(())
        }

        fn load(
            &mut self,
            path: &Path,
            order: &mut Vec<(PathBuf, Vec<Line>)>,
        ) -> Result<(), String> {
            if !self.loaded.insert(path.to_path_buf()) {
                return Ok(());
            }
            let missing = |error| format!("module not found {}: {error}", path.display());
            let text = fs::read_to_string(path).map_err(missing)?;
            let mut lines = Vec::new();
            for (number, line) in (1..).zip(text.lines()) {
                let place = |error| format!("{error}\n    at {}:{number}", path.display());
                let line = words(line).map_err(place)?;
                match line.first().map(String::as_str) {
                    None => {}
                    Some(word) if word.starts_with('#') => {}
                    Some("import") => {
                        let specifier = line.get(1).map_or("", String::as_str);
                        let path = resolve(specifier, path).map_err(place)?;
                        self.load(&path, order)?;
                    }
                    Some(_) => lines.push((number, line)),
                }
            }
            order.push((path.to_path_buf(), lines));
            Ok(())
        }

        fn line(&mut self, line: &[String], path: &Path) -> Result<(), String> {
            let words: Vec<&str> = line.iter().map(String::as_str).collect();
            match words[..] {
                ["load", specifier] => {
                    // Nobody could know of it before the script ran: so it needs a permission.
                    let path = resolve(&self.value(specifier)?, path)?;
                    self.state.permissions.read.check(&path.to_string_lossy())?;
                    self.import(&path)
                }
                ["let", name, "=", ..] => {
                    let promise = self.call(name, &line[3..])?;
                    self.wait(promise)
                }
                ["start", name, "=", ..] => self.call(name, &line[3..]).map(drop),
                ["await", name] => {
                    let promise = self.promise(name)?;
                    self.wait(promise)
                }
                ["on", name, ..] => {
                    let promise = self.promise(name)?;
                    if self.promises[promise].value.is_some() {
                        return self.call("", &line[2..]).map(drop);
                    }
                    self.promises[promise].handlers.push(line[2..].to_vec());
                    Ok(())
                }
                _ => {
                    let promise = self.call("", line)?;
                    self.wait(promise)
                }
            }
        }

        fn promise(&self, name: &str) -> Result<PromiseId, String> {
            let id = self.promises.iter().rposition(|it| it.name == name);
            id.ok_or_else(|| format!("nothing was started as {name:?}"))
        }

        /// Other handlers may be called meanwhile.
        fn wait(&mut self, promise: PromiseId) -> Result<(), String> {
            while self.promises[promise].value.is_none() {
                self.turn()?;
            }
            Ok(())
        }

        /// A word, or what the variable `$word` holds.
        fn value(&self, word: &str) -> Result<String, String> {
            let Some(name) = word.strip_prefix('$') else {
                return Ok(word.to_string());
            };
            let value = self.variables.get(name).cloned();
            value.ok_or_else(|| format!("there is no variable {name:?}"))
        }

        /// Begins a call; what it gives becomes the variable `name`.
        fn call(&mut self, name: &str, call: &[String]) -> Result<PromiseId, String> {
            let tolerant = call.first().is_some_and(|word| word == "try");
            let call = if tolerant { &call[1..] } else { call };
            let (op, args) = call.split_first().ok_or("an op is missing")?;
            let op = self.table.id(op)?;
            let args: Result<Vec<_>, _> = args.iter().map(|word| self.value(word)).collect();
            let promise = self.promises.len();
            let value = match self.table.call(op, &mut self.state, &args?) {
                Ok(Answer::Now(value)) => Some(value),
                Ok(Answer::Later(work)) => {
                    let finish = self.finish.clone();
                    thread::spawn(move || finish.send((promise, work())));
                    None
                }
                Err(error) if tolerant => Some(format!("error: {error}")),
                Err(error) => return Err(error),
            };
            let name = name.to_string();
            if let Some(value) = value.clone() {
                self.variables.insert(name.clone(), value);
            }
            let handlers = Vec::new();
            self.promises.push(Promise {
                name,
                tolerant,
                value,
                handlers,
            });
            Ok(promise)
        }
    }

    /// The file of a module. Import maps and other addresses are the matter of deno10.
    fn resolve(specifier: &str, referrer: &Path) -> Result<PathBuf, String> {
        if ["/", "./", "../"]
            .iter()
            .any(|it| specifier.starts_with(it))
        {
            let directory = referrer.parent().unwrap_or(referrer);
            return Ok(permissions::absolute(directory, specifier));
        }
        Err(match specifier.split_once(':') {
            Some((scheme, _)) => format!("{specifier:?}: nothing is fetched by {scheme} here"),
            None => format!("relative import path {specifier:?} not prefixed with / or ./ or ../"),
        })
    }
}

use ops::OpState;
use permissions::{Entry, Permissions};
use runtime::Runtime;

/// Carries out one command, and returns what it printed or has to say.
fn command(args: &[&str]) -> Result<Vec<String>, String> {
    match args {
        ["check-permission", args @ ..] => {
            let (permissions, [kind, value]) = Permissions::parse(args)? else {
                return Err("a kind and a value are needed".to_string());
            };
            let state = match *kind {
                "read" => permissions.read.query(&Entry::parse(value)?),
                "net" => permissions.net.query(&Entry::parse(value)?),
                "env" => permissions.env.query(&Entry::parse(value)?),
                _ => return Err(format!("unknown kind {kind:?}")),
            };
            Ok(vec![format!("{state:?}").to_lowercase()])
        }
        ["run", args @ ..] => {
            let (permissions, [script, args @ ..]) = Permissions::parse(args)? else {
                return Err("a script is needed".to_string());
            };
            let mut runtime = Runtime::new(OpState::new(permissions, args));
            runtime.run(&PathBuf::parse(script)?)?;
            Ok(runtime.state.printed)
        }
        _ => Err("a command is needed: run or check-permission".to_string()),
    }
}

/// Answers each line with the same in capital letters.
fn shouting_server() -> std::io::Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let port = listener.local_addr()?.port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut answers = &stream;
            for line in BufReader::new(&stream).lines().map_while(Result::ok) {
                writeln!(answers, "{}", line.to_uppercase()).ok();
            }
        }
    });
    Ok(port)
}

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    if args.is_empty() {
        let port = shouting_server().expect("a port on this machine");
        let script = env::temp_dir().join(format!("deno11-{}", process::id()));
        let lines = [
            &format!("let rid = connect 127.0.0.1:{port}"),
            "write $rid \"hello\"",
            "start answer = read $rid",
            "on answer print $answer",
            "let home = try env HOME",
            "print $home",
        ];
        fs::write(&script, lines.join("\n")).expect("the script");
        let net = format!("--allow-net=127.0.0.1:{port}");
        let result = command(&["run", &net, &script.to_string_lossy()]);
        fs::remove_file(&script).ok();
        println!(
            "{}",
            result.map_or_else(|error| error, |_| "done".to_string())
        );
        return;
    }
    match command(&args) {
        Ok(_) if args[0] == "run" => {}
        Ok(lines) => println!("{}", lines.join("\n")),
        Err(error) => {
            eprintln!("error: {error}");
            process::exit(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line has flags, a kind, a value, and what the flags mean for it.
    fn check(rows: &str) {
        for row in rows.trim().lines() {
            let columns: Vec<&str> = row.split_whitespace().collect();
            let (expected, query) = columns.split_last().unwrap();
            let mut args = vec!["check-permission"];
            args.extend(query);
            assert_eq!(command(&args), Ok(vec![expected.to_string()]), "{row}");
        }
    }

    #[test]
    fn deny_by_default_and_flags_alone_for_all() {
        check(
            "
            read /etc/hosts                  prompt
            -R read /etc/hosts               granted
            -R env HOME                      prompt
            --allow-env net reed.test        prompt
            --allow-net net reed.test        granted
            -N --deny-net net reed.test      denied
            --deny-env env HOME              denied
            --deny-read env HOME             prompt
            -A read /                        granted
            --allow-all net reed.test        granted
            -A --deny-env=HOME env HOME      denied
            -A --deny-env=HOME env USER      granted
            ",
        );
    }

    #[test]
    fn the_most_exact_entry_decides() {
        check(
            "
            -R=/etc --deny-read=/etc/hosts read /etc/passwd   granted
            -R=/etc --deny-read=/etc/hosts read /etc/hosts    denied
            -R=/etc --deny-read=/etc/hosts read /etc          denied
            -R=/etc/ssl --deny-read=/etc read /etc/ssl/x      granted
            -R=/etc --deny-read=/etc read /etc/x              denied
            -R=/lib read /lib64                               prompt
            -R=/lib read /lib/../etc                          prompt
            -R=/a,,b,/c read /a,b                             granted
            -R=/a,,b,/c read /c                               granted
            --deny-read -R=/etc read /etc/x                   granted
            -E=A*,B --deny-env=AB* env ABC                    denied
            -E=A*,B --deny-env=AB* env AC                     granted
            -E=A*,B --deny-env=B* env B                       granted
            -E=A* --deny-env=A* env A                         denied
            -E=A*,B env BC                                    prompt
            -E=A*,BCD --deny-env=BCD* env BCD                 granted
            ",
        );
    }

    #[test]
    fn hosts_have_ports_and_subdomains() {
        check(
            "
            -N=reed.test net reed.test:80                              granted
            -N=Reed.test. net reed.test:80                             granted
            -N=reed.test net moss.test:80                                 prompt
            -N=reed.test:443 net reed.test:80                          prompt
            -N=reed.test:443 net reed.test                             prompt
            -N=reed.test:443 --deny-net=reed.test net reed.test:443    granted
            -N=reed.test --deny-net=reed.test:443 net reed.test        granted
            -N=reed.test net x.reed.test                               prompt
            -N=*.reed.test net x.reed.test:1                           granted
            -N=*.reed.test net reed.test                               granted
            -N=*.reed.test net xreed.test                              prompt
            -N=*.reed.test:5 --deny-net=x.reed.test net x.reed.test:5  granted
            -N=*.reed.test --deny-net=x.reed.test net x.reed.test      denied
            -N=x.reed.test --deny-net=*.reed.test net x.reed.test      granted
            -N=[::1]:80 net [::1]:80                                   granted
            -N=[::1] net [0:0:0:0:0:0:0:1]:80                          granted
            -N=127.0.0.1 net [::ffff:127.0.0.1]                        granted
            ",
        );
    }

    #[test]
    fn what_is_no_flag_and_no_entry_is_refused() {
        let flags = "-N=a: -N=https://a -N=[::1 -N=[::1]80 -N=::1 -N=10.0.0.0/8 -N=*. -N=a.*.b \
            -N=a:70000 -N= -R=a, --allow-write -A=x";
        for flag in flags.split_whitespace() {
            assert!(
                command(&["check-permission", flag, "net", "a"]).is_err(),
                "{flag}"
            );
        }
        assert!(command(&["check-permission", "disk", "a"]).is_err());
        assert!(command(&["check-permission", "net"]).is_err());
        assert!(command(&["run", "-R"]).is_err());
        assert!(command(&[]).is_err());
    }

    /// Runs `main` with other modules and files in a directory of its own, `DIR`.
    fn run(flags: &str, files: &[(&str, &str)]) -> Result<String, String> {
        let directory = thread::current().name().unwrap().replace(':', "-");
        let directory = env::temp_dir().join(format!("deno11-{}{directory}", process::id()));
        fs::create_dir_all(&directory).unwrap();
        let dir = directory.display().to_string();
        for (name, text) in files {
            fs::write(directory.join(name), text.replace("DIR", &dir)).unwrap();
        }
        let flags = format!("run {flags} DIR/main one --allow-net").replace("DIR", &dir);
        let result = command(&flags.split_whitespace().collect::<Vec<_>>());
        fs::remove_dir_all(&directory).unwrap();
        let result = result.map(|lines| lines.join("\n"));
        result.map_err(|error| error.replace(&dir, "DIR"))
    }

    const READER: &str = "let text = read_file DIR/data\nprint $text";

    #[test]
    fn files_are_read_with_permission_only() {
        let files = [("main", READER), ("data", "forty-two")];
        assert_eq!(run("--allow-read=DIR", &files), Ok("forty-two".to_string()));
        assert_eq!(run("--allow-read", &files), Ok("forty-two".to_string()));
        let error = "NotCapable: requires read access to \"DIR/data\"";
        let prompt = format!("{error}, run again with --allow-read\n    at DIR/main:1");
        assert_eq!(run("", &files), Err(prompt));
        let denied = format!("{error}, which is denied by --deny-read\n    at DIR/main:1");
        let flags = "--allow-read --deny-read=DIR/data";
        assert_eq!(run(flags, &files), Err(denied));
        let files = [("main", "open DIR/data"), ("data", "forty-two")];
        assert!(run("", &files).unwrap_err().starts_with(error));
    }

    #[test]
    fn a_number_stands_for_one_resource_only() {
        let main = "let rid = open DIR/data\nlet all = resources\nprint $all\nlet text = read $rid\n\
            print $text\nlet more = open DIR/data\nclose $rid\nlet new = open DIR/data\nprint $new\n\
            let old = try read $rid\nprint $old\nlet no = try write $new x\nprint $no";
        let files = [("main", main), ("data", "forty-two")];
        let bad = "error: BadResource: bad resource ID";
        let printed = run("-R", &files).unwrap();
        let printed: Vec<_> = printed.lines().collect();
        assert_eq!(printed[..4], ["0:file", "forty-two", "2", bad]);
        assert!(printed[4].starts_with("error: Unsupported"));
    }

    #[test]
    fn nobody_connects_without_permission() {
        let port = shouting_server().unwrap();
        let main = format!(
            "let rid = connect 127.0.0.1:{port}\nstart answer = read $rid\non answer print $answer\n\
            let all = resources\nwrite $rid \"good day\"\nawait answer\nstart end = read $rid\n\
            close $rid\non answer print $all\nawait end"
        );
        let files = [("main", main.as_str())];
        let flag = format!("--allow-net=127.0.0.1:{port}");
        let printed = "GOOD DAY\n0:tcpStream".to_string();
        assert_eq!(run(&flag, &files), Ok(printed));
        for flag in ["--allow-read", "--allow-net=127.0.0.1:1", "--deny-net"] {
            let refused = run(flag, &files).unwrap_err();
            assert!(refused.starts_with("NotCapable: requires net access"));
        }
    }

    #[test]
    fn lines_that_come_together_are_read_one_by_one() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(b"ab\ncd\n").unwrap();
        });
        let main = format!(
            "let rid = connect 127.0.0.1:{port}\nlet one = read $rid\nlet two = read $rid\n\
            print $one\nprint $two"
        );
        assert_eq!(run("-N", &[("main", &main)]), Ok("ab\ncd".to_string()));
    }

    #[test]
    fn the_loop_runs_until_all_handlers_are_done() {
        let main = "start a = read_file DIR/data\nstart b = read_file DIR/data\n\
            start c = try read_file DIR/none\non a print $a\non b print $b\non c print done";
        let printed = run("-R", &[("main", main), ("data", "x")]).unwrap();
        let mut printed: Vec<_> = printed.lines().collect();
        printed.sort();
        assert_eq!(printed, ["done", "x", "x"]);
    }

    #[test]
    fn an_error_in_a_handler_or_a_later_op_is_not_lost() {
        let main = "start a = read_file DIR/data\non a shout $a";
        let error = run("-R", &[("main", main), ("data", "x")]);
        assert_eq!(error, Err("there is no op \"shout\"".to_string()));
        let error = run("-R", &[("main", "start a = read_file DIR/none")]);
        assert!(error.unwrap_err().starts_with("NotFound"));
    }

    #[test]
    fn modules_are_loaded_once_and_run_in_order() {
        let files = [
            (
                "main",
                "# the first\nimport ./b\nimport ./c\nprint main\nlet x = args\nprint $x",
            ),
            ("b", "print b\nimport ./c"),
            ("c", "  import ./main\nprint c"),
        ];
        assert_eq!(
            run("", &files),
            Ok("c\nb\nmain\none --allow-net".to_string())
        );
    }

    #[test]
    fn only_what_is_loaded_at_run_time_needs_permission() {
        let files = [
            ("main", "load ./other\nload ./other"),
            ("other", "print loaded"),
        ];
        assert_eq!(run("-R=DIR", &files), Ok("loaded".to_string()));
        assert!(run("", &files).unwrap_err().starts_with("NotCapable"));
    }

    #[test]
    fn errors_tell_their_line() {
        for (main, error) in [
            (
                "\nprint",
                "the op print takes another number of arguments: 1",
            ),
            ("\nprint \"a", "a quote is not closed"),
            ("\nprint $b", "there is no variable \"b\""),
            ("\nawait x", "nothing was started as \"x\""),
            ("\ntry", "an op is missing"),
            (
                "\nimport npm:chalk",
                "\"npm:chalk\": nothing is fetched by npm here",
            ),
            (
                "\nimport b",
                "relative import path \"b\" not prefixed with / or ./ or ../",
            ),
        ] {
            let error = format!("{error}\n    at DIR/main:2");
            assert_eq!(run("", &[("main", main)]), Err(error));
        }
    }

    #[test]
    fn the_environment_is_asked_for_by_name() {
        let main = "let path = env PATH\nprint $path\nlet x = try env HOME\nprint $x";
        let printed = run("--allow-env=PATH", &[("main", main)]).unwrap();
        let (path, refused) = printed.rsplit_once('\n').unwrap();
        assert_eq!(path, env::var("PATH").unwrap());
        assert!(refused.starts_with("error: NotCapable: requires env access to \"HOME\""));
    }
}
