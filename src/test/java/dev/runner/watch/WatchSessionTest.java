package dev.runner.watch;

import static dev.runner.testing.SampleCourse.BULB;
import static dev.runner.testing.SampleCourse.CLOCK;
import static dev.runner.testing.SampleCourse.COURSE;
import static dev.runner.testing.SampleCourse.LAMP;
import static dev.runner.testing.SampleCourse.TOWER;
import static dev.runner.testing.SampleCourse.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.testing.FixedClock;
import dev.runner.testing.Frames;
import dev.runner.testing.Verdicts;
import dev.runner.verify.Result;
import dev.runner.verify.Verdict;
import dev.runner.view.Key;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchSessionTest {
    private static final Instant EARLIER = Instant.parse("2026-11-20T08:00:00Z");

    private final FixedClock clock = new FixedClock();
    private WatchSession session = begin(Progress.NONE.at(LAMP));
    private final List<Effect> effects = new ArrayList<>();

    private WatchSession begin(Progress progress) {
        return new WatchSession(WORKSPACE, COURSE, progress, progress.currentIn(COURSE), clock, true);
    }

    private static Progress done(Exercise... exercises) {
        Progress progress = Progress.NONE.at(exercises[exercises.length - 1]);
        for (Exercise exercise : exercises) {
            progress = progress.attempted(exercise, true, EARLIER);
        }
        return progress;
    }

    private void on(WatchEvent event) {
        effects.clear();
        effects.addAll(session.on(event));
    }

    private void press(String keys) {
        keys.chars().forEach(key -> on(new WatchEvent.KeyPressed(Key.of(key))));
    }

    private void press(Key.Kind kind) {
        on(new WatchEvent.KeyPressed(Key.of(kind)));
    }

    private void start() {
        effects.addAll(session.start());
    }

    /** The number of the check that was asked for last. */
    private long asked = 0;

    private void judge(Verdict verdict) {
        effects.stream()
                .filter(Effect.Check.class::isInstance)
                .map(Effect.Check.class::cast)
                .forEach(check -> asked = check.number());
        on(new WatchEvent.Judged(asked, verdict));
    }

    private String screen() {
        return Frames.text(session.frame(Theme.PLAIN));
    }

    private <E extends Effect> E only(Class<E> type) {
        List<E> found =
                effects.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).as("%s among %s", type.getSimpleName(), effects).hasSize(1);
        return found.get(0);
    }

    @Test
    void theFirstExerciseIsCheckedAtTheStart() {
        start();
        assertThat(only(Effect.Check.class).exercise()).isEqualTo(LAMP);
    }

    @Test
    void theWelcomeIsShownToWhoHasDoneNothingYet() {
        session = begin(Progress.NONE);
        start();
        assertThat(screen()).startsWith("Welcome to the lamps.");
        press("q");
        assertThat(screen()).startsWith("* lamp1 - checking...");
    }

    @Test
    void theWelcomeIsNotShownAgain() {
        start();
        assertThat(screen()).doesNotContain("Welcome");
    }

    @Test
    void aSaveDuringACheckCancelsItAndChecksAgain() {
        start();
        on(new WatchEvent.SourceChanged());
        assertThat(effects.get(0)).isInstanceOf(Effect.CancelCheck.class);
        assertThat(only(Effect.Check.class).number()).isEqualTo(2);
    }

    @Test
    void theAnswerToACheckThatWasTakenBackCountsForNothing() {
        start();
        on(new WatchEvent.SourceChanged());
        on(new WatchEvent.Judged(1, Verdicts.passed("")));
        assertThat(effects).isEmpty();
        assertThat(session.progress().isDone(LAMP)).isFalse();
    }

    @Test
    void aPassMakesTheExerciseDone() {
        start();
        judge(Verdicts.passed(""));
        assertThat(session.progress().isDone(LAMP)).isTrue();
        assertThat(session.progress().of(LAMP).attempts()).isEqualTo(1);
    }

    @Test
    void whatCannotBeJudgedHereChangesNoProgress() {
        session = begin(done(LAMP).at(LAMP));
        start();
        judge(new Verdict.NotRunnable("it needs crates", "cargo fetch"));
        assertThat(session.progress().isDone(LAMP)).isTrue();
        assertThat(screen()).contains("not runnable here: it needs crates").contains("help: cargo fetch");
    }

    @Test
    void nextGoesToTheNextPendingExercise() {
        session = begin(done(BULB).at(LAMP));
        start();
        judge(Verdicts.passed(""));
        press("n");
        assertThat(session.current()).isEqualTo(CLOCK);
        assertThat(only(Effect.Check.class).exercise()).isEqualTo(CLOCK);
    }

    @Test
    void aPendingExerciseIsLeftOnlyWhenNextIsPressedTwice() {
        start();
        judge(Verdicts.testFailed());
        press("n");
        assertThat(session.current()).isEqualTo(LAMP);
        assertThat(screen()).contains("lamp1 is not done yet; press n again");
        press("n");
        assertThat(session.current()).isEqualTo(BULB);
    }

    @Test
    void anyOtherKeyTakesTheSkipBack() {
        start();
        judge(Verdicts.testFailed());
        press("nm");
        press("n");
        assertThat(session.current()).isEqualTo(LAMP);
    }

    @Test
    void previousGoesBackAndSaysWhereTheCourseBegins() {
        session = begin(done(LAMP).at(BULB));
        start();
        press("p");
        assertThat(session.current()).isEqualTo(LAMP);
        press("p");
        assertThat(screen()).contains("This is the first exercise.");
    }

    @Test
    void hintsAreRevealedStageByStage() {
        start();
        judge(Verdicts.testFailed());
        press("h");
        assertThat(screen()).contains("Hint 1 of 3\nRead the first message.");
        press("h");
        assertThat(screen()).contains("Hint 2 of 3").doesNotContain("Hint 1 of 3");
        assertThat(session.progress().of(LAMP).hints()).containsExactly(1, 2);
    }

    @Test
    void theStageThatFitsTheErrorComesFirst() {
        start();
        judge(Verdicts.moved(0));
        press("h");
        assertThat(screen()).contains("Hint 2 of 3\nA value has one owner.");
        press("h");
        assertThat(screen()).contains("Hint 1 of 3");
    }

    @Test
    void allStagesSeenSoFarAreShownTogether() {
        start();
        judge(Verdicts.testFailed());
        press("hhH");
        assertThat(screen()).contains("Hint 1 of 3").contains("Hint 2 of 3").doesNotContain("Hint 3 of 3");
    }

    @Test
    void aHintIsOfferedOnceAfterTheThirdFailedSave() {
        start();
        judge(Verdicts.testFailed());
        for (int save = 1; save <= 3; save++) {
            assertThat(screen()).as("before save %d", save).doesNotContain("Stuck?");
            on(new WatchEvent.SourceChanged());
            judge(Verdicts.testFailed());
        }
        assertThat(screen()).contains("Stuck? h shows a hint.");
        on(new WatchEvent.SourceChanged());
        judge(Verdicts.testFailed());
        assertThat(screen()).doesNotContain("Stuck?");
    }

    @Test
    void runningAgainIsNoFailedSave() {
        start();
        for (int run = 1; run <= 4; run++) {
            judge(Verdicts.testFailed());
            press("r");
        }
        judge(Verdicts.testFailed());
        assertThat(screen()).doesNotContain("Stuck?");
    }

    @Test
    void furtherErrorsAreCountedUntilTheyAreAskedFor() {
        start();
        judge(Verdicts.moved(2));
        assertThat(screen()).contains("E0382").contains("and 2 more errors - m").doesNotContain(".rs:9:5");
        press("m");
        assertThat(screen()).contains(".rs:9:5").contains(".rs:10:5").doesNotContain("more errors");
    }

    @Test
    void theErrorCodeOnTheScreenIsExplained() {
        start();
        judge(Verdicts.moved(0));
        press("e");
        assertThat(only(Effect.Explain.class).code()).isEqualTo("E0382");
        on(new WatchEvent.TextFound("E0382", "A variable was used after its contents were moved."));
        assertThat(screen()).startsWith("A variable was used").contains("E0382 - 100 %");
    }

    @Test
    void withoutAnErrorCodeThereIsNothingToExplain() {
        start();
        judge(Verdicts.testFailed());
        press("e");
        assertThat(screen()).contains("There is no error code to explain.");
    }

    @Test
    void aSaveTakesAPageAwayBecauseTheVerdictIsWanted() {
        start();
        judge(Verdicts.moved(0));
        on(new WatchEvent.TextFound("E0382", "Long text"));
        on(new WatchEvent.SourceChanged());
        assertThat(screen()).startsWith("* lamp1 - checking...");
    }

    @Test
    void theSolutionIsShownOnlyOfWhatIsDone() {
        start();
        judge(Verdicts.testFailed());
        press("s");
        assertThat(screen()).contains("The solution is shown once lamp1 is done.");
        on(new WatchEvent.SourceChanged());
        judge(Verdicts.passed(""));
        press("s");
        assertThat(only(Effect.FetchSolution.class).exercise()).isEqualTo(LAMP);
    }

    @Test
    void aResetIsAskedForFirst() {
        start();
        judge(Verdicts.testFailed());
        press("x");
        assertThat(screen()).startsWith("Reset lamp1 to what it was?");
        press("n");
        assertThat(effects).isEmpty();
        press("xy");
        assertThat(only(Effect.Reset.class).exercise()).isEqualTo(LAMP);
    }

    @Test
    void whatWasResetIsPendingAgain() {
        session = begin(done(LAMP).at(LAMP));
        start();
        on(new WatchEvent.WasReset(LAMP, "lamp1 is what it was"));
        assertThat(session.progress().isDone(LAMP)).isFalse();
        assertThat(screen()).contains("lamp1 is what it was");
    }

    @Test
    void goToCompletesNamesAndGoesThere() {
        start();
        press("g");
        press("clo");
        press(Key.Kind.TAB);
        assertThat(screen()).startsWith("Go to: clock_");
        press("2");
        press(Key.Kind.ENTER);
        assertThat(session.current()).isEqualTo(TOWER);
    }

    @Test
    void aLetterInTheSearchIsNoCommand() {
        start();
        press("l/q");
        assertThat(screen()).contains("/q_").contains("0 found");
        press(Key.Kind.ESCAPE);
        press("q");
        assertThat(screen()).contains("lamp1 - checking");
    }

    @Test
    void theListIsSearchedAndContinuedFrom() {
        start();
        press("l/turm");
        press(Key.Kind.ENTER);
        press(Key.Kind.ENTER);
        assertThat(session.current()).isEqualTo(TOWER);
    }

    @Test
    void theListShowsOnlyWhatIsDoneOrPending() {
        session = begin(done(LAMP, CLOCK));
        start();
        press("ld");
        assertThat(screen()).contains("lamp1").contains("clock1").doesNotContain("lamp2");
        press("p");
        assertThat(screen()).contains("lamp2").contains("clock2").doesNotContain("lamp1");
        press("p");
        assertThat(screen()).contains("lamp1").contains("lamp2");
    }

    @Test
    void checkingAllTurnsTheMapAndKeepsWhatWasFound() {
        start();
        press("c");
        long number = only(Effect.CheckAll.class).number();
        on(new WatchEvent.OneStarted(number, BULB));
        on(new WatchEvent.OneJudged(number, new Result(LAMP, Verdicts.passed(""), Duration.ZERO)));
        assertThat(screen()).startsWith("01_lamps   # *\n02_clocks  . .\n");
        on(new WatchEvent.OneJudged(number, new Result(BULB, Verdicts.testFailed(), Duration.ZERO)));
        on(new WatchEvent.AllJudged(number));
        assertThat(screen()).startsWith("01_lamps   # x\n02_clocks  . .\n\nx lamp2 - tests: 1 of 2 tests failed");
        assertThat(session.progress().isDone(LAMP)).isTrue();
        assertThat(session.progress().of(LAMP).attempts()).isZero();
    }

    @Test
    void checkingAllCanBeCancelled() {
        start();
        press("cq");
        only(Effect.CancelCheckAll.class);
        assertThat(screen()).contains("Checked all");
        press("q");
        assertThat(screen()).contains("lamp1 - checking");
    }

    @Test
    void theEndIsReachedWhenEverythingPassesOnceMore() {
        session = begin(done(LAMP, BULB, CLOCK).at(TOWER));
        start();
        judge(Verdicts.passed(""));
        press("n");
        long number = only(Effect.CheckAll.class).number();
        COURSE.exercises()
                .forEach(exercise ->
                        on(new WatchEvent.OneJudged(number, new Result(exercise, Verdicts.passed(""), Duration.ZERO))));
        on(new WatchEvent.AllJudged(number));
        assertThat(screen()).startsWith("""
                        ok Every exercise is done, and everything passes.

                        4 exercises in 5 days - 4 attempts - 0 hints

                        That was all of it.
                        """);
    }

    @Test
    void theEndIsNotReachedWhenSomethingNoLongerPasses() {
        session = begin(done(LAMP, BULB, CLOCK).at(TOWER));
        start();
        judge(Verdicts.passed(""));
        press("n");
        long number = only(Effect.CheckAll.class).number();
        on(new WatchEvent.OneJudged(number, new Result(LAMP, Verdicts.testFailed(), Duration.ZERO)));
        on(new WatchEvent.AllJudged(number));
        assertThat(screen()).contains("x lamp1 - tests").doesNotContain("That was all");
        assertThat(session.progress().isDone(LAMP)).isFalse();
    }

    @Test
    void ctrlCLeavesAsInterrupted() {
        start();
        press(Key.Kind.INTERRUPT);
        assertThat(only(Effect.Leave.class).end()).isEqualTo(WatchEnd.INTERRUPTED);
        only(Effect.CancelCheck.class);
    }

    @Test
    void leavingStopsTheCheckThatRuns() {
        start();
        press("q");
        only(Effect.CancelCheck.class);
        assertThat(only(Effect.Leave.class).end()).isEqualTo(WatchEnd.LEFT);
    }

    @Test
    void aWatchWithoutAKeyboardEndsWithTheVerdict() {
        session = new WatchSession(WORKSPACE, COURSE, Progress.NONE, LAMP, clock, false);
        start();
        on(new WatchEvent.InputEnded());
        assertThat(effects).noneMatch(Effect.Leave.class::isInstance);
        asked = 1;
        judge(Verdicts.testFailed());
        assertThat(only(Effect.Leave.class).end()).isEqualTo(WatchEnd.NOT_PASSED);
    }

    @Test
    void aFaultOfTheToolchainIsThrownToWhoeverStartedTheWatch() {
        start();
        IllegalStateException fault = new IllegalStateException("disk full");
        on(new WatchEvent.Broken(1, fault));
        assertThat(only(Effect.Fail.class).fault()).isSameAs(fault);
    }

    @Test
    void timeThatACheckTakesIsShownWithItsLimit() {
        start();
        on(new WatchEvent.StepStarted(dev.runner.verify.Check.TEST, Duration.ofSeconds(10)));
        clock.advance(Duration.ofMillis(4200));
        assertThat(screen()).startsWith("* lamp1 - running its tests... 4 s of 10 s");
        on(new WatchEvent.StepStarted(dev.runner.verify.Check.BUILD, Duration.ofSeconds(10)));
        assertThat(screen()).startsWith("* lamp1 - running its tests...");
    }

    @Test
    void everyStageIsShownInTheSizeThatTheTerminalHas() {
        start();
        judge(Verdicts.moved(3));
        on(new WatchEvent.Resized(new Size(40, 10)));
        assertThat(session.frame(Theme.PLAIN).lines()).hasSize(10);
        assertThat(screen().lines()).allMatch(line -> line.length() <= 40);
    }
}
