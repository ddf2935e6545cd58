package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Course COURSE = Courses.of("a", "b", "c");
    private static final Exercise A = COURSE.exercises().get(0);
    private static final Exercise B = COURSE.exercises().get(1);
    private static final Exercise C = COURSE.exercises().get(2);

    private static Progress done(Exercise... exercises) {
        Progress progress = Progress.NONE;
        for (Exercise exercise : exercises) {
            progress = progress.attempted(exercise, true, EIGHT);
        }
        return progress;
    }

    @Test
    void aBeginnerHasDoneNothing() {
        assertThat(Progress.NONE.of(A)).isEqualTo(ExerciseProgress.NONE);
        assertThat(Progress.NONE.isDone(A)).isFalse();
        assertThat(Progress.NONE.doneCount(COURSE.exercises())).isZero();
        assertThat(Progress.NONE.currentIn(COURSE)).isEqualTo(A);
    }

    @Test
    void everyVerdictIsAnAttempt() {
        Progress progress = Progress.NONE.attempted(A, false, EIGHT).attempted(A, true, NINE);

        assertThat(progress.of(A)).isEqualTo(new ExerciseProgress(NINE, 2, List.of(), EIGHT, NINE));
    }

    @Test
    void itIsDoneSinceTheFirstTimeThatItPassed() {
        Progress progress = done(A).attempted(A, true, NINE);

        assertThat(progress.of(A)).isEqualTo(new ExerciseProgress(EIGHT, 2, List.of(), EIGHT, NINE));
    }

    @Test
    void whatFailsAgainIsPendingAgain() {
        Progress progress = done(A).attempted(A, false, NINE);

        assertThat(progress.isDone(A)).isFalse();
        assertThat(progress.attempted(A, true, TEN).of(A).done()).isEqualTo(TEN);
    }

    @Test
    void aResetKeepsWhatWasTriedAndRevealed() {
        Progress progress = done(A).revealed(A, 1).pending(A);

        assertThat(progress.of(A)).isEqualTo(new ExerciseProgress(null, 1, List.of(1), EIGHT, EIGHT));
    }

    @Test
    void aResetOfWhatIsPendingChangesNothing() {
        assertThat(done(A).pending(B)).isEqualTo(done(A));
    }

    @Test
    void hintsAreRememberedOnceInTheOrderOfRevealing() {
        Progress progress = Progress.NONE.revealed(A, 2).revealed(A, 1).revealed(A, 2);

        assertThat(progress.of(A).hints()).containsExactly(2, 1);
    }

    @Test
    void aVerificationIsNoAttempt() {
        Progress progress = Progress.NONE.verified(A, true, EIGHT);

        assertThat(progress.of(A)).isEqualTo(new ExerciseProgress(EIGHT, 0, List.of(), null, null));
        assertThat(progress.verified(A, false, NINE).isDone(A)).isFalse();
    }

    @Test
    void aVerificationThatTellsNothingNewChangesNothing() {
        Progress progress = done(A);

        assertThat(progress.verified(A, true, NINE)).isSameAs(progress);
        assertThat(progress.verified(B, false, NINE)).isSameAs(progress);
    }

    @Test
    void theCurrentExerciseIsTheNamedOneEvenWhenItIsDone() {
        assertThat(done(B).at(B).currentIn(COURSE)).isEqualTo(B);
    }

    @Test
    void withoutANamedOneItIsTheFirstPending() {
        assertThat(done(A).currentIn(COURSE)).isEqualTo(B);
        assertThat(new Progress("gone", done(A).exercises()).currentIn(COURSE)).isEqualTo(B);
    }

    @Test
    void whenEverythingIsDoneItIsTheLast() {
        assertThat(done(A, B, C).currentIn(COURSE)).isEqualTo(C);
    }

    @Test
    void theNextPendingGoesRoundAtTheEnd() {
        assertThat(done(B).nextPending(COURSE, A)).contains(C);
        assertThat(done(C).nextPending(COURSE, B)).contains(A);
        assertThat(done(A, B).nextPending(COURSE, C))
                .as("itself, when no other is")
                .contains(C);
        assertThat(done(A, B, C).nextPending(COURSE, A)).isEmpty();
    }

    @Test
    void fromAnExerciseOutsideOfTheCourseTheNextIsTheFirstPending() {
        assertThat(done(A).nextPending(COURSE, Courses.exercise("z"))).contains(B);
    }

    @Test
    void onlyTheAskedExercisesAreCounted() {
        assertThat(done(A, C).doneCount(List.of(A, B))).isEqualTo(1);
    }

    @Test
    void namesThatTheCourseDoesNotKnowAreKept() {
        Progress progress = done(Courses.exercise("z")).attempted(A, true, NINE);

        assertThat(progress.exercises()).containsOnlyKeys("z", "a");
    }

    @Test
    void nothingInItCanBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> done(A).exercises().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> done(A).of(A).hints().add(1));
    }

    @Test
    void countsCannotBeNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExerciseProgress(null, -1, List.of(), null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExerciseProgress(null, 0, List.of(0), null, null));
    }
}
