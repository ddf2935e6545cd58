package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may share; {@code sharing/odd.txt} holds more of it, tried with the real compiler. */
class SharingTest {
    private static final String MAIN = "fn main() {}\n";
    private static final Plans PLANS = Plans.in(Path.of("course"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pub(crate) fn f() {}\n",
                "pub ( crate ) mod m { pub(super) fn g() {} }\n",
                "#[cfg(test)]\nmod tests {\n    use super::*;\n}\n",
                "#[cfg( test )] const N: u8 = 1;\n",
                "fn any(file: &str, args: u8, env: u8, used: bool) -> bool { file.chars().any(|c| c == 'x') }\n",
                "// crate:: unsafe #![no_std]\n/* extern */ const T: &str = \"std::any::type_name\";\n",
                "fn f<'a>(x: &'a str) -> &'a str { x }\n",
                "fn f() -> bool { 1 != 2 && ![true][0] }\n",
                "macro_rules! say { () => {} }\n",
                "fn f() { std::thread::spawn(|| ()); std::thread::sleep(d()); }\n",
                "struct List { current: u8 }\n",
                "#[allow(dead_code)] #[derive(Debug)] struct S;\n",
            })
    void whatCanNotNoticeShares(String before) {
        assertThat(Sharing.isPossible(PLANS.plan(), before + MAIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#![allow(dead_code)]\n",
                "# ! [allow(dead_code)]\n",
                "#!/usr/bin/env rust-script\n",
                "//! About it.\n",
                "/*! About it. */\n",
                "\uFEFF",
                "use crate::a;\n",
                "pub(in crate::a) fn f() {}\n",
                "pub(crate) use crate::a;\n",
                "macro_rules! m { () => { $crate::f() } }\n",
                "#[macro_export] macro_rules! m { () => {} }\n",
                "macro_rules! m { () => { use super::*; } }\n",
                "fn f() { unsafe {} }\n",
                "extern crate alloc;\n",
                "const F: &str = file!();\n",
                "const M: &str = module_path!();\n",
                "use std::module_path as m; const M: &str = m!();\n",
                "use std::any::type_name;\n",
                "use std::any;\n",
                "macro_rules! m { ($a:ident) => { $a!() } } const F: &str = m!(file);\n",
                "#[cfg(not(test))] const N: u8 = 1;\n",
                "#[cfg_attr(test, derive(Debug))] struct S;\n",
                "fn f() -> bool { cfg!(test) }\n",
                "macro_rules! m { ($c:ident $($t:tt)*) => { #[$c $($t)*] fn g() {} } } m!(cfg (not(test)));\n",
                "#[deny(missing_docs)] pub mod m {}\n",
                "#[forbid(dead_code)] fn f() {}\n",
                "#[track_caller] fn f() {}\n",
                "#[no_mangle] fn f() {}\n",
                "#[link_section = \".init_array\"] static F: fn() = f;\n",
                "fn f() { std::thread::current(); }\n",
                "use std::{thread as t}; fn f() { let c = t::current; }\n",
                "fn f() { std::env::args(); }\n",
                "use std::fs;\n",
                "mod other;\n",
                "mod runner_module_1_ {}\n",
                "const T: &str = \"test runner_module_1_::x ... ok\";\n",
                "const SAME: bool = std::ptr::eq(&1, &1);\n",
            })
    void whatCouldNoticeDoesNot(String before) {
        assertThat(Sharing.isPossible(PLANS.plan(), before + MAIN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fn main() {}",
                "pub fn main() -> Result<(), Box<dyn std::error::Error>> { Ok(()) }",
                "pub(crate) fn main() -> ! { loop {} }",
                "struct S;\n#[inline]\nfn main() -> std::process::ExitCode { f() }",
                "use std::io; fn main() {}",
            })
    void aPlainMainShares(String source) {
        assertThat(Sharing.isPossible(PLANS.plan(), source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fn mane() {}",
                "fn main(x: u8) {}",
                "fn main<'a>() {}",
                "fn main() where String: Sized {}",
                "fn main() -> impl std::process::Termination {}",
                "async fn main() {}",
                "const fn main() {}",
                "const main: fn() = || {};",
                "struct main();",
                "use inner::main;",
                "use inner::other as main;",
                "mod inner { pub fn main() {} } use inner::*;",
                "mod inner {\npub fn main() {}\n}\nuse inner::*;",
                "fn main() {} fn f() { main() }",
                "macro_rules! m { () => { fn main() {} } } m!();",
                "m! { ; fn main() {} }",
                "// fn main() {}",
            })
    void anyOtherMainDoesNot(String source) {
        assertThat(Sharing.isPossible(PLANS.plan(), source)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"// TODO: the rest\n", "fn f() { todo!() }\n", "fn f() { unimplemented ! () }\n"})
    void whatIsUnfinishedSharesAndIsKnown(String before) {
        assertThat(Sharing.isPossible(PLANS.plan(), before + MAIN)).isTrue();
        assertThat(Sharing.isUnfinished(before + MAIN)).isTrue();
        assertThat(Sharing.isUnfinished(MAIN + "fn todos() {}")).isFalse();
    }

    @Test
    void whatRustcDoesNotJudgeByItselfDoesNotShare() {
        CheckPlan plan = PLANS.plan();
        assertThat(Sharing.isPossible(PLANS.mode(Mode.TEST).plan(), MAIN)).isFalse();
        assertThat(Sharing.isPossible(PLANS.crates("clap").plan(), MAIN)).isFalse();
        assertThat(Sharing.isPossible(
                        new CheckPlan(
                                plan.target(),
                                plan.root(),
                                plan.source(),
                                plan.mode(),
                                plan.test(),
                                plan.strict(),
                                plan.manifest(),
                                plan.crates(),
                                plan.time(),
                                "it has a library"),
                        MAIN))
                .isFalse();
    }

    @Test
    void lintsThatSayAnotherThingOfAModuleDoNotShare() {
        assertThat(sharesWith("2024", "--forbid=unsafe_code", "--deny=clippy::todo", "--warn=missing_docs"))
                .isTrue();
        assertThat(sharesWith("2021")).isTrue();
        assertThat(sharesWith("2018")).isFalse();
        assertThat(sharesWith("2024", "--deny=missing_docs")).isFalse();
        assertThat(sharesWith("2024", "--forbid=unused")).isFalse();
        assertThat(sharesWith("2024", "--deny=warnings")).isFalse();
    }

    private static boolean sharesWith(String edition, String... lints) {
        Manifest manifest =
                new Manifest(true, "exercises", edition, new Lints(List.of(lints)), false, Set.of(), Map.of(), null);
        return Sharing.isPossible(PLANS.manifest(manifest).plan(), MAIN);
    }
}
