package dev.runner.verify;

import dev.runner.course.Mode;
import dev.runner.toolchain.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Names a {@link CheckPlan} and the files behind it by a hash of all that its verdict depends on: the source, how it is
 * built and judged, the toolchain, the dependencies, the limits, the variables that rustc reads, and the version of the
 * judging code. What depends on more than that has no name: sources that reach for files, the network, the clock, other
 * programs or the environment, and all that cargo itself judges.
 */
public final class VerdictKeys {
    /** Raised whenever the judges give another verdict, or another form of it, on the same plan. */
    private static final int JUDGES = 1;

    /** Rather too many words than too few: who is named here by mistake is judged again, and that is all. */
    private static final Pattern REACHES_OUT = Pattern.compile("\\b(?:env|fs|net|os)\\s*(?:::|!)"
            + "|::\\s*(?:env|fs|net|os)\\b"
            + "|\\bstd\\s*::\\s*\\{[^;]*\\b(?:env|fs|net|os)\\b"
            + "|\\b(?:option_env|include|include_str|include_bytes)\\s*!"
            + "|\\b(?:File|OpenOptions|Command|SystemTime|available_parallelism|extern|asm)\\b"
            + "|\\.\\s*(?:exists|is_file|is_dir|canonicalize|metadata|read_dir|read_link)\\s*\\("
            + "|\\bpath\\s*=|\\bmod\\s+\\w+\\s*;");

    private final String common;

    /**
     * @param version the program's version
     * @param environment the environment that compilers are started in
     */
    public VerdictKeys(String version, Map<String, String> environment) {
        StringBuilder text = new StringBuilder("judges " + JUDGES + "\nversion " + version + "\n");
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("RUST") && !name.startsWith("RUSTUP_") || name.startsWith("CLIPPY_")) {
                text.append(name).append('=').append(value).append('\n');
            }
        });
        this.common = text.toString();
    }

    /** The name, in hexadecimal digits; empty where there is none, and where a file can't be read. */
    Optional<String> of(CheckPlan plan, Release release) {
        if (plan.viaCargo() != null || plan.mode() == Mode.BUILDSCRIPT) {
            return Optional.empty();
        }
        try {
            byte[] source = Files.readAllBytes(plan.root().resolve(plan.source()));
            if (REACHES_OUT.matcher(new String(source, StandardCharsets.UTF_8)).find()) {
                return Optional.empty();
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((common + described(plan, release)).getBytes(StandardCharsets.UTF_8));
            if (!plan.crates().isEmpty()) {
                add(digest, plan.root().resolve("Cargo.toml"));
                add(digest, plan.root().resolve("Cargo.lock"));
            }
            digest.update(source);
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException unreadable) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The length comes first, so that no two pairs of files look like one another. */
    private static void add(MessageDigest digest, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        digest.update((content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    /** The place of the course is left out: what the compiler and the programs say of files is relative to it. */
    private static String described(CheckPlan plan, Release release) {
        return String.join(
                "\n",
                release.identity(),
                "clippy " + release.clippy() + ", dynamic " + release.dynamicStd(),
                plan.target(),
                plan.source().toString(),
                plan.mode() + ", test " + plan.test() + ", strict " + plan.strict(),
                plan.manifest().edition() + ", abort " + plan.manifest().panicAbort(),
                plan.manifest().lints().arguments().toString(),
                plan.crates().toString(),
                plan.time().toString(),
                "");
    }
}
