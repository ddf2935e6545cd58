// The resolver of a runtime, for real import maps: it reads JSON and URLs and tells where a specifier
// leads and what kind of module that is. Parts that you know from deno8 are ready. An import map is
// checked when it is read, so that an entry that is wrong blocks, instead of leading anywhere, and
// what is looked up in a directory stays in it. `resolve SPECIFIER REFERRER [IMPORT_MAP [BASE]]`
// answers on the command line.

use std::env;
use std::fs;
use std::process;

mod url {
    use std::fmt;

    /// An address. One like `npm:chalk@5` has neither a host nor a path with a `/` in front.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Url {
        pub scheme: String,
        host: Option<String>,
        pub path: String,
        query: String,
    }

    impl Url {
        pub fn is_special(&self) -> bool {
            ["ftp", "file", "http", "https", "ws", "wss"].contains(&self.scheme.as_str())
        }

        pub fn parse(text: &str) -> Option<Url> {
            let (scheme, rest) = text.split_once(':')?;
            let fits = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
            if !scheme.starts_with(|c: char| c.is_ascii_alphabetic()) || !scheme.chars().all(fits) {
                return None;
            }
            let (rest, query) = split_query(rest);
            let mut url = Url {
                scheme: scheme.to_lowercase(),
                host: None,
                path: rest.to_string(),
                query: query.to_string(),
            };
            if let Some(rest) = rest.strip_prefix("//") {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let mut host = host.to_lowercase();
                let (name, port) = host.rsplit_once(':').unwrap_or((&host, "0"));
                if url.scheme != "file" && name.is_empty() || port.parse::<u16>().is_err() {
                    return None;
                }
                if [("http", "80"), ("https", "443")].contains(&(&url.scheme, port)) {
                    host = name.to_string();
                }
                url.path = normalize(path);
                url.host = Some(host);
            } else if url.is_special() {
                return None;
            } else if rest.starts_with('/') {
                url.path = normalize(rest);
            }
            Some(url)
        }

        /// The address that a path stands for, as seen from this one.
        pub fn join(&self, path: &str) -> Option<Url> {
            if !self.path.starts_with('/') {
                return None;
            }
            let (directory, _) = self.path.rsplit_once('/')?;
            if path.starts_with("//") {
                return Url::parse(&format!("{}:{path}", self.scheme));
            }
            let (path, query) = split_query(path);
            let path = match path.strip_prefix('/') {
                Some(path) => normalize(&format!("/{path}")),
                None => normalize(&format!("{directory}/{path}")),
            };
            let query = query.to_string();
            Some(Url {
                path,
                query,
                ..self.clone()
            })
        }
    }

    fn split_query(text: &str) -> (&str, &str) {
        text.split_at(text.find(['?', '#']).unwrap_or(text.len()))
    }

    fn normalize(path: &str) -> String {
        let mut parts = Vec::new();
        for part in path.split('/').skip(1) {
            match part {
                "." => {}
                ".." => drop(parts.pop()),
                part => parts.push(part),
            }
        }
        if path.ends_with("/.") || path.ends_with("/..") {
            parts.push("");
        }
        format!("/{}", parts.join("/"))
    }

    impl fmt::Display for Url {
        fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
            let host = self.host.iter().map(|host| format!("//{host}"));
            let host = host.collect::<String>();
            write!(f, "{}:{host}{}{}", self.scheme, self.path, self.query)
        }
    }
}

mod json {
    use std::iter::Peekable;
    use std::str::Chars;

    /// As much of a JSON document as an import map needs. Escapes like `\u0041` are refused.
    #[derive(Debug, PartialEq)]
    pub enum Value {
        Text(String),
        Object(Vec<(String, Value)>),
        Other,
    }

    pub fn parse(text: &str) -> Option<Value> {
        let mut chars = text.chars().peekable();
        let value = value(&mut chars)?;
        (token(&mut chars)).is_none().then_some(value)
    }

    /// The next character that is no blank.
    fn token(chars: &mut Peekable<Chars>) -> Option<char> {
        while chars.next_if(|c| c.is_whitespace()).is_some() {}
        chars.peek().copied()
    }

    fn expect(chars: &mut Peekable<Chars>, wanted: char) -> Option<char> {
        token(chars)?;
        chars.next_if_eq(&wanted)
    }

    fn value(chars: &mut Peekable<Chars>) -> Option<Value> {
        match token(chars)? {
            '"' => string(chars).map(Value::Text),
            '{' => {
                let mut members = Vec::new();
                list(chars, '}', |chars| {
                    let name = string(chars)?;
                    expect(chars, ':')?;
                    members.push((name, value(chars)?));
                    Some(())
                })?;
                Some(Value::Object(members))
            }
            '[' => list(chars, ']', |chars| value(chars).map(drop)).map(|()| Value::Other),
            _ => {
                let mut word = String::new();
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || "+-.".contains(*c)) {
                    word.push(c);
                }
                let known = ["null", "true", "false"].contains(&word.as_str());
                (known || word.parse::<f64>().is_ok()).then_some(Value::Other)
            }
        }
    }

    fn list(
        chars: &mut Peekable<Chars>,
        end: char,
        mut item: impl FnMut(&mut Peekable<Chars>) -> Option<()>,
    ) -> Option<()> {
        chars.next();
        if expect(chars, end).is_some() {
            return Some(());
        }
        loop {
            item(chars)?;
            if expect(chars, end).is_some() {
                return Some(());
            }
            expect(chars, ',')?;
        }
    }

    fn string(chars: &mut Peekable<Chars>) -> Option<String> {
        expect(chars, '"')?;
        let mut text = String::new();
        loop {
            match chars.next()? {
                '"' => return Some(text),
                '\\' => text.push(match chars.next()? {
                    'n' => '\n',
                    't' => '\t',
                    'u' => return None,
                    c => c,
                }),
                c => text.push(c),
            }
        }
    }
}

mod import_map {
    use crate::json::{self, Value};
    use crate::url::Url;
    use std::collections::BTreeMap;

    /// Where specifiers lead. `None` blocks one.
    type Addresses = BTreeMap<String, Option<Url>>;

    #[derive(Default)]
    pub struct ImportMap {
        imports: Addresses,
        scopes: BTreeMap<String, Addresses>,
    }

    /// The address, if the specifier is one: complete, or a path as seen from `base`.
    fn as_url(specifier: &str, base: &Url) -> Option<Url> {
        let starts = ["/", "./", "../"];
        if starts.iter().any(|start| specifier.starts_with(start)) {
            return base.join(specifier);
        }
        Url::parse(specifier)
    }

    fn addresses(members: Vec<(String, Value)>, base: &Url) -> Addresses {
        let members = members.into_iter().filter(|(key, _)| !key.is_empty());
        let normalized = members.map(|(key, value)| {
            let address = match value {
                Value::Text(text) => as_url(&text, base),
                _ => None,
            };
            // TODO: The key of a directory leads to a directory. And a key may be an address itself.
            (key, address)
        });
        normalized.collect()
    }

    fn look_up(map: &Addresses, specifier: &str, special: bool) -> Result<Option<Url>, String> {
        let fits = |key: &str| special && key.ends_with('/') && specifier.starts_with(key);
        let whole = map.get_key_value(specifier);
        let entry = whole.or_else(|| map.iter().rfind(|(key, _)| fits(key)));
        let Some((key, address)) = entry else {
            return Ok(None);
        };
        let blocked = || format!("{specifier:?} is blocked by {key:?} in the import map");
        let address = address.as_ref().ok_or_else(blocked)?;
        if key == specifier {
            return Ok(Some(address.clone()));
        }
        // TODO: Nothing leads out of its directory, and nothing but a directory has anything in it.
        let url = address.join(&specifier[key.len()..]);

        let no_way = || format!("{specifier:?} leads out of {key:?} in the import map");
        url.map(Some).ok_or_else(no_way)
    }

    impl ImportMap {
        pub fn parse(text: &str, base: &Url) -> Result<ImportMap, String> {
            let Some(Value::Object(members)) = json::parse(text) else {
                return Err("the import map is no JSON object".to_string());
            };
            let mut map = ImportMap::default();
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("imports", Value::Object(imports)) => map.imports = addresses(imports, base),
                    ("scopes", Value::Object(scopes)) => {
                        for (scope, imports) in scopes {
                            let Value::Object(imports) = imports else {
                                return Err(format!("the scope {scope:?} is no object"));
                            };
                            // A scope that is no URL is of no page.
                            if let Some(url) = Url::parse(&scope).or_else(|| base.join(&scope)) {
                                map.scopes.insert(url.to_string(), addresses(imports, base));
                            }
                        }
                    }
                    ("imports" | "scopes", _) => return Err(format!("{key:?} is no object")),
                    _ => {}
                }
            }
            Ok(map)
        }

        pub fn resolve(&self, specifier: &str, referrer: &Url) -> Result<Url, String> {
            let url = as_url(specifier, referrer);
            let special = url.as_ref().is_none_or(Url::is_special);
            let normalized = url.as_ref().map(Url::to_string);
            let normalized = normalized.as_deref().unwrap_or(specifier);
            let page = referrer.to_string();
            for (scope, map) in self.scopes.iter().rev() {
                if (*scope == page || scope.ends_with('/') && page.starts_with(scope))
                    && let Some(address) = look_up(map, normalized, special)?
                {
                    return Ok(address);
                }
            }
            let address = look_up(&self.imports, normalized, special)?.or(url);
            address.ok_or_else(|| {
                let rule = "not prefixed with / or ./ or ../ and not in the import map";
                format!("relative import path {specifier:?} {rule}")
            })
        }
    }

    /// What a runtime does with an address.
    pub fn kind(url: &Url) -> Result<&str, String> {
        match url.scheme.as_str() {
            "http" | "https" => Ok("remote"),
            "data" | "blob" => Ok("inline"),
            kind @ ("file" | "npm" | "jsr" | "node") => Ok(kind),
            other => Err(format!("unsupported scheme {other:?} of {url}")),
        }
    }
}

use import_map::ImportMap;
use url::Url;

/// The line that the program answers with: the kind of module, and its address.
fn resolve(specifier: &str, referrer: &str, map: &str, base: &str) -> Result<String, String> {
    let parse = |text: &str| Url::parse(text).ok_or_else(|| format!("{text:?} is no URL"));
    let map = ImportMap::parse(map, &parse(base)?)?;
    let url = map.resolve(specifier, &parse(referrer)?)?;
    Ok(format!("{} {url}", import_map::kind(&url)?))
}

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let read = |path: &str| fs::read_to_string(path).map_err(|error| format!("{path}: {error}"));
    let answer = match args[..] {
        [] => {
            let map = r#"{ "imports": { "std/": "https://reed.test/std/" } }"#;
            resolve(
                "std/http/server.ts",
                "file:///app/main.ts",
                map,
                "file:///app/map.json",
            )
        }
        ["resolve", specifier, referrer] => resolve(specifier, referrer, "{}", referrer),
        ["resolve", specifier, referrer, path] => {
            let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
            let path = path.to_string_lossy();
            read(&path).and_then(|map| {
                let base = format!("file://{path}");
                resolve(specifier, referrer, &map, &base)
            })
        }
        ["resolve", specifier, referrer, path, base] => {
            read(path).and_then(|map| resolve(specifier, referrer, &map, base))
        }
        _ => Err("usage: resolve SPECIFIER REFERRER [IMPORT_MAP [BASE]]".to_string()),
    };
    match answer {
        Ok(line) => println!("{line}"),
        Err(error) => {
            eprintln!("error: {error}");
            process::exit(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = r#"{ "other": [1, {}, [true]], "imports": {
        "a": "./a.mjs", "a/": "/1/", "a/b/": "/2/", "a/n/": null, "n/": null, "n/x/": "/3/", "": "/4",
        "no/": "/file", "bad": "bare", "npm/": "npm:/pkg@1/", "opaque/": "npm:pkg@1/",
        "./own.mjs": "https:\/\/x.y\/own", "../up/": "/up2/", "jsr:@a/": "/5/", "1:d/": "/1/", "z": "/6" },
        "scopes": { "/js/": { "a": "/7", "z": "/7" }, "https://:1/": {}, "/js/in/": { "a": "/8" },
            "/js/in/one.mjs": { "a": "/9" } } }"#;

    /// Where the specifiers lead: each line has one, its page, and the address or `error`.
    fn check(map: &str, rows: &str) {
        for row in rows.trim().lines() {
            let columns: Vec<&str> = row.split_whitespace().collect();
            let [specifier, referrer, expected] = columns[..] else {
                panic!("{row}");
            };
            let referrer = referrer.replace("APP", "https://example.com/app/m.mjs");
            let base = "https://example.com/app/index.html";
            let found = resolve(specifier, &referrer, map, base);
            let found = found.map_or("error".to_string(), |line| line.replace(' ', "="));
            assert_eq!(found, expected, "{row}");
        }
    }

    #[test]
    fn an_address_or_a_path_needs_no_map() {
        check(
            "{}",
            "
            ./b.ts             https://x.y/a/m.ts      remote=https://x.y/a/b.ts
            ../b.ts?v#f        https://x.y/a/m.ts?old  remote=https://x.y/b.ts?v#f
            /b/../c/.          https://x.y/a/m.ts      remote=https://x.y/c/
            ./..               file:///a/b/m.ts        file=file:///a/
            //z.w/c            https://x.y/a           remote=https://z.w/c
            HTTPS://X.y:443    file:///m               remote=https://x.y/
            http://x.y:443/    file:///m               remote=http://x.y:443/
            http://x.y:80/../  file:///m               remote=http://x.y/
            npm:chalk@5        file:///m               npm=npm:chalk@5
            npm:/chalk@5/./a   file:///m               npm=npm:/chalk@5/a
            jsr:@std/path      file:///m               jsr=jsr:@std/path
            node:fs            file:///m               node=node:fs
            data:,a            file:///m               inline=data:,a
            ",
        );
    }

    #[test]
    fn what_is_neither_is_refused() {
        check(
            "{}",
            "
            b.ts          file:///m    error
            .b            file:///m    error
            1a:b          file:///m    error
            a_b:c         file:///m    error
            https:x       file:///m    error
            https://:80/  file:///m    error
            https://x:y/  file:///m    error
            gopher:x      file:///m    error
            ./b           npm:chalk@5  error
            ./b           npm:@a/b     error
            ",
        );
    }

    #[test]
    fn a_map_leads_to_addresses() {
        check(
            MAP,
            "
            a          APP  remote=https://example.com/app/a.mjs
            a/         APP  remote=https://example.com/1/
            a/x        APP  remote=https://example.com/1/x
            a/b/x      APP  remote=https://example.com/2/x
            a/b        APP  remote=https://example.com/1/b
            n/x/y      APP  remote=https://example.com/3/y
            npm/x?y    APP  npm=npm:/pkg@1/x?y
            jsr:@a/b   APP  jsr=jsr:@a/b
            jsr:@a/    APP  remote=https://example.com/5/
            1:d/x      APP  remote=https://example.com/1/x
            z          APP  remote=https://example.com/6
            ",
        );
    }

    #[test]
    fn keys_can_be_addresses() {
        check(
            MAP,
            "
            ./own.mjs  APP  remote=https://x.y/own
            ../up/x    APP  remote=https://example.com/up2/x
            /app/own.mjs              https://example.com/js  remote=https://x.y/own
            ./own.mjs  https://example.com/m  remote=https://example.com/own.mjs
            ",
        );
    }

    #[test]
    fn a_wrong_entry_blocks() {
        check(
            MAP,
            "
            b     APP  error
            n/y   APP  error
            a/n/y APP  error
            no/x  APP  error
            no/   APP  error
            bad   APP  error
            ",
        );
    }

    #[test]
    fn nothing_leads_out_of_a_directory() {
        check(
            MAP,
            "
            a/../../x     APP  error
            a/../1x       APP  error
            a//x          APP  error
            opaque/x      APP  error
            a/../1/x      APP  remote=https://example.com/1/x
            ",
        );
    }

    #[test]
    fn the_nearest_scope_comes_first() {
        check(
            MAP,
            "
            a  https://example.com/js/m            remote=https://example.com/7
            a  https://example.com/js/in/m         remote=https://example.com/8
            z  https://example.com/js/in/m         remote=https://example.com/7
            a  https://example.com/js/in/one.mjs   remote=https://example.com/9
            a  https://example.com/js/in/one.mjs2  remote=https://example.com/8
            a  https://example.com/jsx             remote=https://example.com/app/a.mjs
            ",
        );
    }

    #[test]
    fn what_is_no_map_is_refused() {
        let maps = "[] | { | {} x | {'imports': 1} | {'imports' {}} | {'scopes': null} | {'a': nil} \
            | {'scopes': {'/': 1}} | {'a': 1 2} | {'a': 1,} | {'a': 'b} | {'a': [1} | ";
        for map in maps.split('|') {
            check(&map.replace('\'', "\""), "./a file:///m error");
        }
        let map = r#" {"a": "\t\n", "b": -1.5e+3, "c": false, "imports": {}} "#;
        check(map, "./a file:///m file=file:///a");
    }
}
