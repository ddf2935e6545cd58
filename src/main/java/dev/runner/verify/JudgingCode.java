package dev.runner.verify;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Tells this build of the judging code from every other one: a number of the version is not enough where people build what
 * they have just pulled.
 */
final class JudgingCode {
    /** Whatever these packages hold can change a verdict. */
    private static final List<String> PACKAGES =
            List.of("dev/runner/verify/", "dev/runner/toolchain/", "dev/runner/course/", "dev/runner/integrity/");

    private JudgingCode() {}

    /** Its identity; empty if it can't be told. */
    static Optional<String> identity() {
        try {
            CodeSource source = JudgingCode.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? Optional.empty()
                    : identity(Path.of(source.getLocation().toURI()));
        } catch (IOException | URISyntaxException unknown) {
            return Optional.empty();
        }
    }

    /** As the other, of the code in that jar or directory. */
    static Optional<String> identity(Path place) throws IOException {
        List<String> classes = Files.isDirectory(place) ? inDirectory(place) : inJar(place);
        classes.sort(null);
        return classes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", classes));
    }

    /** A jar's directory holds a checksum of each entry already. */
    private static List<String> inJar(Path jar) throws IOException {
        List<String> classes = new ArrayList<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream().filter(entry -> isJudging(entry.getName())).forEach(entry -> classes.add(described(entry)));
        }
        return classes;
    }

    private static String described(ZipEntry entry) {
        return described(entry.getName(), entry.getSize(), entry.getCrc());
    }

    private static List<String> inDirectory(Path directory) throws IOException {
        List<String> classes = new ArrayList<>();
        for (String name : PACKAGES) {
            Path below = directory.resolve(name);
            if (Files.isDirectory(below)) {
                try (var files = Files.list(below)) {
                    for (Path file : files.toList()) {
                        add(classes, name + file.getFileName(), file);
                    }
                }
            }
        }
        return classes;
    }

    private static void add(List<String> classes, String name, Path file) throws IOException {
        if (isJudging(name)) {
            byte[] content = Files.readAllBytes(file);
            CRC32 crc = new CRC32();
            crc.update(content);
            classes.add(described(name, content.length, crc.getValue()));
        }
    }

    private static boolean isJudging(@Nullable String name) {
        return name != null && name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith);
    }

    private static String described(String name, long size, long crc) {
        return name + " " + size + " " + Long.toHexString(crc);
    }
}
