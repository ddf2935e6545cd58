package dev.runner.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.tracks.DenoPrograms.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resolver of track 41 against a table of cases from Deno's manual and the standard of import maps. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DenoModulesTrackIT {
    @TempDir
    private static Path build;

    private static Path resolver = Path.of("deno10");

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() throws Exception {
        resolver = DenoPrograms.compiled("deno10", build);
    }

    /** Deno manual, "Modules and dependencies"; URLs as in denoland/deno, libs/core/module_specifier.rs, and the URL standard. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ./calc.ts                    | file:///app/main.ts             | file file:///app/calc.ts
            ../lib/calc.ts               | file:///app/src/main.ts         | file file:///app/lib/calc.ts
            ../../../calc.ts             | file:///app/main.ts             | file file:///calc.ts
            /dev/tests/a.ts              | file:///home/yeti               | file file:///dev/tests/a.ts
            ./b.ts                       | https://reed.test/a/m.ts        | remote https://reed.test/a/b.ts
            ../b.ts                      | http://reed.test/a/t/m.ts       | remote http://reed.test/a/b.ts
            //zombo.com/1999.ts          | https://cherry.dev/its/a/thing  | remote https://zombo.com/1999.ts
            https://reed.test/x/mod.ts   | file:///app/main.ts             | remote https://reed.test/x/mod.ts
            HTTPS://Reed.Test:443/x/../y | file:///app/main.ts             | remote https://reed.test/y
            ./b.ts?v=1#top               | https://reed.test/a/m.ts?v=0    | remote https://reed.test/a/b.ts?v=1#top
            npm:cowsay@1.6.0             | file:///app/main.ts             | npm npm:cowsay@1.6.0
            jsr:@luca/cases@1.0.0        | file:///app/main.ts             | jsr jsr:@luca/cases@1.0.0
            node:fs                      | file:///app/main.ts             | node node:fs
            data:text/plain,kale         | https://reed.test/a/m.ts        | inline data:text/plain,kale
            # not an address and not prefixed with / or ./ or ../
            calc.ts                      | file:///app/main.ts             | error
            cowsay                       | file:///app/main.ts             | error
            @luca/cases                  | file:///app/main.ts             | error
            .tomato                      | https://reed.test/a/m.ts        | error
            ..zucchini.mjs               | https://reed.test/a/m.ts        | error
            https://eggplant:b/c         | https://reed.test/a/m.ts        | error
            ./b.ts                       | data:text/plain,kale            | error
            gopher://a/b                 | file:///app/main.ts             | error
            """)
    void specifiersResolveAsDocumented(String specifier, String referrer, String expected) throws Exception {
        assertThat(resolved("resolve", specifier, referrer)).isEqualTo(expected);
    }

    /** HTML standard, "Import maps"; `npm:/` and `jsr:/` from the Deno manual, "Modules and dependencies". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            moment              | app/m.mjs       | remote https://example.com/node_modules/moment/src/moment.js
            moment/foo          | app/m.mjs       | remote https://example.com/node_modules/moment/src/foo
            moment/foo?q#f      | app/m.mjs       | remote https://example.com/node_modules/moment/src/foo?q#f
            lodash-dot/x        | app/m.mjs       | remote https://example.com/app/lodash-es/x
            lodash              | app/m.mjs       | error
            momentum            | app/m.mjs       | error
            # the longest prefix wins, and a whole key before it
            over                | app/m.mjs       | remote https://example.com/1
            over/x              | app/m.mjs       | remote https://example.com/2/x
            over/b              | app/m.mjs       | remote https://example.com/3
            over/b/c            | app/m.mjs       | remote https://example.com/4/c
            over/bc             | app/m.mjs       | remote https://example.com/2/bc
            # keys that are addresses, seen from the map; the specifier is seen from its module
            ./own.mjs           | app/m.mjs       | remote https://example.com/mine.mjs
            ../app/own.mjs      | js/m.mjs        | remote https://example.com/mine.mjs
            ./own.mjs           | js/m.mjs        | remote https://example.com/js/own.mjs
            # what is wrong in a map blocks, and nothing less exact steps in
            over/null/x         | app/m.mjs       | error
            over/null/in/x      | app/m.mjs       | remote https://example.com/5/x
            no-slash/x          | app/m.mjs       | error
            bare-address        | app/m.mjs       | error
            # nobody leaves a directory
            over/../x           | app/m.mjs       | error
            over/y/../x         | app/m.mjs       | remote https://example.com/2/x
            # scopes: the module itself, then the longest directory, then the map of all
            a                   | app/m.mjs       | remote https://example.com/a-1.mjs
            a                   | scope2/m.mjs    | remote https://example.com/a-2.mjs
            a                   | scope2/in/m.mjs | remote https://example.com/a-3.mjs
            a                   | scope2/in/x.mjs | remote https://example.com/a-4.mjs
            b                   | scope2/in/m.mjs | remote https://example.com/b-2.mjs
            c                   | scope2/in/m.mjs | remote https://example.com/c-1.mjs
            a                   | scope2.mjs      | remote https://example.com/a-1.mjs
            a                   | scope1/m.mjs    | remote https://example.com/a-1.mjs
            # schemes of Deno
            cowsay              | app/m.mjs       | npm npm:cowsay@^1.6.0
            @std/async          | app/m.mjs       | jsr jsr:@std/async@^1.0.0
            @std/async/delay    | app/m.mjs       | jsr jsr:/@std/async@^1.0.0/delay
            opaque/x            | app/m.mjs       | error
            """)
    void importMapsAreFollowedAsDocumented(String specifier, String module, String expected) throws Exception {
        Path map = Files.writeString(directory.resolve("map.json"), """
                {"imports": {
                  "moment": "/node_modules/moment/src/moment.js", "moment/": "/node_modules/moment/src/",
                  "lodash-dot/": "./lodash-es/", "over": "/1", "over/": "/2/", "over/b": "/3", "over/b/": "/4/",
                  "over/null/": null, "over/null/in/": "/5/", "no-slash/": "/x", "bare-address": "x.mjs",
                  "./own.mjs": "../mine.mjs", "a": "/a-1.mjs", "b": "/b-1.mjs", "c": "/c-1.mjs",
                  "cowsay": "npm:cowsay@^1.6.0", "opaque/": "npm:cowsay@^1.6.0/",
                  "@std/async": "jsr:@std/async@^1.0.0", "@std/async/": "jsr:/@std/async@^1.0.0/"
                }, "scopes": {
                  "/scope2/": {"a": "/a-2.mjs", "b": "/b-2.mjs"}, "/scope2/in/": {"a": "/a-3.mjs"},
                  "/scope2/in/x.mjs": {"a": "/a-4.mjs"}, "/scope1": {"a": "/a-9.mjs"}
                }}
                """);
        String referrer = "https://example.com/" + module;
        assertThat(resolved("resolve", specifier, referrer, map.toString(), "https://example.com/app/index.html"))
                .isEqualTo(expected);
    }

    @Test
    void withoutArgumentsItShowsWhatItDoes() throws Exception {
        assertThat(DenoPrograms.run(directory, resolver, List.of()))
                .isEqualTo(new Ended(0, "remote https://reed.test/std/http/server.ts", ""));
    }

    private String resolved(String... arguments) throws Exception {
        Ended ended = DenoPrograms.run(directory, resolver, List.of(arguments));
        return ended.status() == 1 && ended.err().startsWith("error: ") ? "error" : ended.out();
    }
}
