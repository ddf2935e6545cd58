package dev.runner.testing;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Format;
import dev.runner.course.Hint;
import dev.runner.course.HintStage;
import dev.runner.course.Mode;
import dev.runner.course.Workspace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small course without files: two chapters, four exercises. */
public final class SampleCourse {
    /** Where it pretends to lie. */
    public static final Workspace WORKSPACE = new Workspace(Path.of("/course"));

    public static final Exercise LAMP = exercise("lamp1", "01_lamps", "Switch a lamp on");
    public static final Exercise BULB = exercise("lamp2", "01_lamps", "Change a bulb");
    public static final Exercise CLOCK = exercise("clock1", "02_clocks", null);
    public static final Exercise TOWER = exercise("clock2", "02_clocks", "Uhr am Turm 钟楼");

    public static final Course COURSE = new Course(
            Format.RUSTLINGS_V6,
            "Lamps and clocks",
            "Welcome to the lamps.",
            "That was all of it.",
            List.of(LAMP, BULB, CLOCK, TOWER));

    private SampleCourse() {}

    private static Exercise exercise(String name, String chapter, @Nullable String description) {
        Path file = Path.of(chapter, name + ".rs");
        return new Exercise(
                name,
                chapter,
                Path.of("exercises").resolve(file),
                Path.of("solutions").resolve(file),
                Mode.STANDARD,
                true,
                false,
                false,
                new Hint(List.of(
                        new HintStage("Read the first message."),
                        new HintStage("A value has one owner.", List.of("E0382")),
                        new HintStage("Borrow it: `&lamp`."))),
                List.of(),
                null,
                List.of(),
                "ch04-01-what-is-ownership.html",
                description,
                1,
                1);
    }
}
