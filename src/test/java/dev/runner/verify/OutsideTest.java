package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "use std::fs;",
                "use std::{io, fs as f};",
                "use std::{\n    env,\n    io,\n};",
                "use std::env::*;",
                "use std as s; fn f() { s::env::vars(); }",
                "fn f() { std::env::var(\"HOME\"); }",
                "fn f() { std :: env :: args(); }",
                "fn f() { std::/* so */env::args(); }",
                "const HOME: &str = env!(\"HOME\");",
                "const HOME: Option<&str> = option_env!(\"HOME\");",
                "use std::env as e; const HOME: &str = e!(\"HOME\");",
                "const TEXT: &str = include_str ! (\"a.txt\");",
                "include!(\"b.rs\");",
                "use core::include as take; take!(\"b.rs\");",
                "mod other;",
                "mod r#other;",
                "mod größe;",
                "mod other /* in its file */ ;",
                "pub(crate) mod other\n;",
                "#[path = \"x.rs\"] mod other;",
                "use std::net::TcpStream;",
                "use std::os::unix::fs::MetadataExt;",
                "use std::process::Command;",
                "use std::process::*; fn f() { Command::new(\"ls\"); }",
                "use std::{process as p}; fn f() { p::Command::new(\"ls\"); }",
                "fn f(p: &std::path::Path) -> bool { p.exists() }",
                "use std::path::PathBuf; fn f(p: PathBuf) { let g = std::path::Path::is_file; }",
                "fn f() { std::thread::available_parallelism(); }",
                "extern \"C\" { fn getpid() -> i32; }",
                "use std::arch::asm;",
                "core::arch::global_asm!(\"\");",
                "fn f() { std::backtrace::Backtrace::force_capture(); }",
                "macro_rules! m { ($a:ident) => { std::$a::args() } } fn f() { m!(env); }",
                "macro_rules! m { ($n:ident $($t:tt)*) => { mod $n $($t)* } } m!(other ;);",
            })
    void whatReachesOutIsFound(String source) {
        assertThat(Outside.isReachedBy(RustCode.of(source))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fn main() { println!(\"std::env::var\"); } // include!(\"x\")",
                "fn look(env: &Env, os: u8, net: u8, fs: u8) -> bool { env.has(os) && env != fs }",
                "struct Tax { gross: u32, net: u32 } fn f(t: Tax) -> u32 { t.net - t.gross }",
                "enum Command { Add } fn f(c: Command) { match c { Command::Add => {} } }",
                "fn f() { std::process::exit(0) }",
                "fn exists(name: &str) -> bool { name.is_empty() }",
                "use std::path::Path; fn f(p: &Path) -> bool { p.starts_with(\"/\") }",
                "mod other { pub fn f() {} }",
                "fn module() { let modern = 1; }",
                "struct File { path: String } fn f(file: File) { let path = file.path; }",
                "fn f() { let include = true; assert!(include); }",
                "use std::io::Read; fn f() { let stdin = std::io::stdin(); }",
                "const CRLF: &str = r#\"use std::fs;\"#;",
            })
    void innocentsAreNot(String source) {
        assertThat(Outside.isReachedBy(RustCode.of(source))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use std::time::Instant;",
                "fn f() { std::time::SystemTime::now(); }",
                "use std::time::UNIX_EPOCH; fn f() { UNIX_EPOCH.elapsed(); }",
                "fn f() { std::thread::sleep(d()); }",
                "fn f(r: R) { r.recv_timeout(d()); }",
                "fn f() { park_timeout(d()); }",
                "use std::collections::HashMap;",
                "use std::{collections::HashSet};",
                "fn f() { std::thread::spawn(|| ()); }",
                "use std::thread as t; fn f() { t::scope(|s| { s.spawn(|| ()); }); }",
                "fn f() { std::process::id(); }",
            })
    void chanceIsFound(String source) {
        assertThat(Outside.isLeftToChance(RustCode.of(source))).isTrue();
        assertThat(Outside.isLeftToChance(RustCode.of("use std::collections::BTreeMap;")))
                .isFalse();
    }
}
