package dev.runner.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds submissions below the directories that somebody names. One with an {@code exercises} or an {@code info.toml} in it is
 * a submission. One that has neither, but whose sub-directories do, is a directory of submissions: each of its
 * sub-directories is one, but those whose name begins with a dot, and in natural order. A sub-directory may hold the
 * submission one step further down, as unpacked archives do, if it is the only one there.
 */
public final class Submissions {
    private static final List<String> MARKS = List.of("exercises", "info.toml");

    private final Map<Path, Found> found = new LinkedHashMap<>();

    /** @param place where it was found, which gives it its name */
    private record Found(Path place, Path root, @Nullable String problem) {}

    private Submissions() {}

    /**
     * All of them, in the order in which they were named; one that is named twice counts once.
     *
     * @param names as they were typed
     * @param directory what they are relative to
     */
    public static List<Submission> find(List<Path> names, Path directory) {
        Submissions submissions = new Submissions();
        for (Path name : names) {
            submissions.add(directory.resolve(name).toAbsolutePath().normalize());
        }
        return submissions.named(directory.toAbsolutePath().normalize());
    }

    private void add(Path place) {
        String problem = problem(place);
        if (problem != null) {
            put(new Found(place, place, problem));
            return;
        }
        if (isSubmission(place)) {
            put(new Found(place, place, null));
            return;
        }
        List<Path> below = subdirectories(place);
        List<Found> inside = below.stream().map(Submissions::inside).toList();
        if (inside.stream().anyMatch(one -> one.problem() == null)) {
            inside.forEach(this::put);
        } else {
            put(new Found(place, place, "it holds no exercises"));
        }
    }

    private void put(Found one) {
        found.putIfAbsent(one.place(), one);
    }

    /** What a sub-directory of a directory of submissions is. */
    private static Found inside(Path place) {
        String problem = problem(place);
        if (problem != null || isSubmission(place)) {
            return new Found(place, place, problem);
        }
        List<Path> deeper = subdirectories(place).stream()
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isSubmission(path))
                .toList();
        return switch (deeper.size()) {
            case 0 -> new Found(place, place, "it holds no exercises");
            case 1 -> new Found(place, deeper.get(0), null);
            default -> new Found(place, place, "it holds " + deeper.size() + " submissions instead of one");
        };
    }

    private static @Nullable String problem(Path place) {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            return "there is no such directory";
        }
        if (!Files.exists(place)) {
            return "it is a symbolic link that leads nowhere";
        }
        if (!Files.isDirectory(place)) {
            return "it is a file, not a directory";
        }
        try (Stream<Path> entries = Files.list(place)) {
            var unused = entries.findFirst();
            return null;
        } catch (IOException | UncheckedIOException unreadable) {
            return "it can't be read";
        }
    }

    private static boolean isSubmission(Path directory) {
        return MARKS.stream().anyMatch(mark -> Files.exists(directory.resolve(mark), LinkOption.NOFOLLOW_LINKS));
    }

    private static List<Path> subdirectories(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .filter(entry -> Files.isDirectory(entry) || Files.isSymbolicLink(entry) && !Files.exists(entry))
                    .sorted((one, other) -> NaturalOrder.INSTANCE.compare(name(one), name(other)))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** By its directory's name; where two share that, by as much of the path as people would type. */
    private List<Submission> named(Path directory) {
        Map<String, Integer> met = new HashMap<>();
        found.keySet().forEach(place -> met.merge(name(place), 1, Integer::sum));
        List<String> names = new ArrayList<>();
        for (Path place : found.keySet()) {
            boolean single = met.getOrDefault(name(place), 0) == 1 || place.equals(directory);
            Path path = place.startsWith(directory) ? directory.relativize(place) : place;
            names.add(single ? name(place) : path.toString().replace('\\', '/'));
        }
        List<String> ids = ReportNames.of(names);
        List<Submission> submissions = new ArrayList<>();
        for (Found one : found.values()) {
            String name = names.get(submissions.size());
            submissions.add(new Submission(shown(name), ids.get(submissions.size()), one.root(), one.problem()));
        }
        return submissions;
    }

    /** A name may hold line ends and a terminal's control sequences. */
    private static String shown(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]", "?");
    }
}
