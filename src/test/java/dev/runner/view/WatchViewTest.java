package dev.runner.view;

import static dev.runner.testing.SampleCourse.COURSE;
import static dev.runner.testing.SampleCourse.LAMP;
import static dev.runner.testing.SampleCourse.TOWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.testing.Frames;
import dev.runner.testing.Verdicts;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchViewTest {
    private static final Theme UNICODE = new Theme(false, true);
    private static final Size USUAL = new Size(60, 20);

    private static WatchPicture picture(
            Exercise exercise, @Nullable Verdict verdict, List<Integer> hints, @Nullable String notice, int offset) {
        Progress progress = Progress.NONE.attempted(LAMP, true, Instant.EPOCH);
        return new WatchPicture(
                COURSE,
                progress,
                exercise,
                exercise.source().toString(),
                "file:///course/" + exercise.source(),
                verdict,
                null,
                hints,
                false,
                notice,
                offset);
    }

    private static String screen(WatchPicture picture, Theme theme, Size size) {
        return Frames.text(new WatchView(theme, picture, size).frame());
    }

    @Test
    void whatDoesNotCompileStandsOnTopAndTheKeysAtTheBottom() {
        assertThat(screen(picture(LAMP, Verdicts.moved(2), List.of(), null, 0), UNICODE, USUAL))
                .isEqualTo("""
                        ✗ lamp1 · does not compile: E0382: borrow of moved value:
                        `lamp`

                        error[E0382]: borrow of moved value: `lamp`
                         --> exercises/01_lamps/lamp1.rs:7:5
                        and 2 more errors — m











                        [█████░░░░░░░░░░░░░░░░░] 1/4 · 01_lamps 1/2
                        lamp1  exercises/01_lamps/lamp1.rs
                        n next · h hint · e explain · l list · c check all · q quit
                        """);
    }

    @Test
    void failedTestsComeFirstWithWhatWasExpected() {
        assertThat(screen(picture(LAMP, Verdicts.testFailed(), List.of(), null, 0), Theme.PLAIN, USUAL))
                .startsWith("""
                        x lamp1 - tests: 1 of 2 tests failed

                        x tests::it_is_light
                            assertion `left == right` failed
                              left: 3
                             right: 4

                        ok tests::it_is_dark
                        """);
    }

    @Test
    void aPassShowsTheOutputAndTheHintsStay() {
        assertThat(screen(picture(LAMP, Verdicts.passed("On.\n"), List.of(1, 3), "Well done", 0), UNICODE, USUAL))
                .isEqualTo("""
                        ✓ lamp1 passed

                        On.

                        Hint 1 of 3
                        Read the first message.

                        Hint 3 of 3
                        Borrow it: `&lamp`.







                        Well done
                        [█████░░░░░░░░░░░░░░░░░] 1/4 · 01_lamps 1/2
                        lamp1  exercises/01_lamps/lamp1.rs
                        n next · h hint · s solution · l list · c check all · q quit
                        """);
    }

    @Test
    void anEndlessLoopIsShownAsOneWithItsLimit() {
        assertThat(screen(picture(LAMP, Verdicts.timedOut(), List.of(), null, 0), Theme.PLAIN, new Size(80, 20)))
                .startsWith("x lamp1 - tests: still running after 10 s: probably an endless loop\n\nstill here\n");
    }

    @Test
    void theSmallestScreenStillShowsTheVerdictTheFileAndTheKeys() {
        assertThat(screen(picture(TOWER, Verdicts.moved(0), List.of(), null, 0), Theme.PLAIN, new Size(40, 10)))
                .isEqualTo("""
                        x clock2 - does not compile: E0382:
                        borrow of moved value: `lamp`
                        error[E0382]: borrow of moved value: `la
                        mp`
                         --> exercises/01_lamps/lamp1.rs:7:5


                        [####--------------] 1/4 - 02_clocks 0/2
                        clock2  exercises/02_clocks/clock2.rs
                        n next - h hint - e explain - q quit
                        """);
    }

    @Test
    void whatDoesNotFitCanBeScrolledTo() {
        String output = "line 1\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline 8\nline 9\n";
        WatchPicture top = picture(LAMP, Verdicts.passed(output), List.of(), null, 0);
        WatchView view = new WatchView(Theme.PLAIN, top, new Size(60, 10));
        assertThat(view.furthestOffset()).isEqualTo(4);
        assertThat(Frames.text(view.frame())).startsWith("""
                        ok lamp1 passed
                        line 1
                        line 2
                        line 3
                        line 4
                        line 5
                        ... 4 more lines: space or the arrow keys
                        """);
        WatchPicture end = picture(LAMP, Verdicts.passed(output), List.of(), null, 99);
        assertThat(screen(end, Theme.PLAIN, new Size(60, 10)))
                .startsWith("line 4\n")
                .contains("line 9\n... the end\n");
    }

    @Test
    void aCheckThatRunsSaysWhatItDoes() {
        WatchPicture still = picture(LAMP, null, List.of(), null, 0);
        WatchPicture running = new WatchPicture(
                still.course(),
                still.progress(),
                still.exercise(),
                still.path(),
                still.address(),
                Verdicts.testFailed(),
                new WatchPicture.Running("running its tests", Duration.ofMillis(2500), Duration.ofSeconds(10)),
                List.of(),
                false,
                null,
                0);
        // The last verdict's reasons stay on the screen, so that nothing flickers.
        assertThat(screen(running, UNICODE, USUAL))
                .startsWith("● lamp1 · running its tests… 2 s of 10 s\n\n✗ tests::it_is_light\n");
    }

    @ParameterizedTest
    @CsvSource({"40,10", "41,11", "60,14", "80,24", "120,40", "200,60"})
    void aFrameFillsTheScreenExactly(int columns, int rows) {
        Verdict wide = Verdicts.passed("钟楼上的时钟走得很准。".repeat(20) + "\n\u001b[31mred\u001b[0m\tafter a tab\n");
        for (Verdict verdict : List.of(wide, Verdicts.moved(5), Verdicts.testFailed())) {
            Frame frame = new WatchView(
                            UNICODE, picture(TOWER, verdict, List.of(1, 2, 3), "谢谢", 0), new Size(columns, rows))
                    .frame();
            assertThat(frame.lines()).hasSize(rows);
            assertThat(frame.lines())
                    .allSatisfy(line -> assertThat(Widths.of(line.text())).isLessThanOrEqualTo(columns));
        }
    }

    @Test
    void thePathIsALinkWhereTheTerminalFollowsLinks() {
        Frame frame = new WatchView(UNICODE, picture(LAMP, null, List.of(), null, 0), USUAL).frame();
        Line place = frame.lines().get(frame.lines().size() - 2);
        assertThat(new Theme(false, true, true).render(place))
                .contains("\u001b]8;;file:///course/exercises/01_lamps/lamp1.rs\u001b\\");
        assertThat(UNICODE.render(place)).doesNotContain("\u001b");
    }
}
