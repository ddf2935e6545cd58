package dev.runner.course;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a {@code Cargo.toml} states, in a form that is read in a moment, as {@link CompiledCourse} is for {@code info.toml}.
 * What lies beside the file is no part of it: see {@link ManifestReader#besides}.
 */
public final class CompiledManifest {
    /** Raised whenever this form, or what the reader makes of a file, becomes another. */
    private static final int FORMAT = 1;

    private CompiledManifest() {}

    /**
     * The compiled form.
     *
     * @param source the bytes of {@code Cargo.toml}
     * @param version the program's version
     */
    public static byte[] write(Manifest manifest, byte[] source, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(manifest.present());
            CompiledTexts.text(out, manifest.packageName());
            CompiledTexts.text(out, manifest.edition());
            CompiledTexts.texts(out, manifest.lints().arguments());
            out.writeBoolean(manifest.panicAbort());
            CompiledTexts.texts(out, List.copyOf(new TreeSet<>(manifest.dependencies())));
            Map<String, String> bins = new TreeMap<>(manifest.bins());
            CompiledTexts.texts(out, List.copyOf(bins.keySet()));
            CompiledTexts.texts(out, List.copyOf(bins.values()));
            CompiledTexts.text(out, manifest.needsCargo());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Seal.close(bytes.toByteArray(), source, label(version));
    }

    /** The manifest, if {@code compiled} is whole and was made from these bytes by this version. */
    public static Optional<Manifest> read(byte[] compiled, byte[] source, String version) {
        Optional<ByteBuffer> opened = Seal.open(compiled, source, label(version));
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer in = opened.get();
        try {
            boolean present = in.get() != 0;
            String name = CompiledTexts.word(in);
            String edition = CompiledTexts.word(in);
            Lints lints = new Lints(CompiledTexts.texts(in));
            boolean panicAbort = in.get() != 0;
            Set<String> dependencies = Set.copyOf(CompiledTexts.texts(in));
            List<String> names = CompiledTexts.texts(in);
            List<String> paths = CompiledTexts.texts(in);
            Map<String, String> bins = new HashMap<>();
            for (int at = 0; at < names.size(); at++) {
                bins.put(names.get(at), paths.get(at));
            }
            return Optional.of(new Manifest(
                    present, name, edition, lints, panicAbort, dependencies, bins, CompiledTexts.text(in)));
        } catch (IOException | IndexOutOfBoundsException | BufferUnderflowException foreign) {
            return Optional.empty();
        }
    }

    private static String label(String version) {
        return "manifest " + FORMAT + " " + version;
    }
}
