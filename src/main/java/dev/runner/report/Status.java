package dev.runner.report;

import java.util.Locale;

/** How an exercise stands in a report. */
public enum Status {
    PASSED,
    FAILED,
    TIMED_OUT,
    TAMPERED,
    /** All is well, but the learner says that it is not done. */
    PENDING,
    /** It can't be judged on that machine. */
    NOT_RUNNABLE,
    /** The course is at fault: its file is missing. */
    BROKEN,
    /** Nobody looked at it, because an earlier one was to end the run. */
    NOT_JUDGED;

    /** Its name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nobody's work was judged: neither passed nor failed. */
    public boolean isNobodysFault() {
        return this == NOT_RUNNABLE || this == BROKEN || this == NOT_JUDGED;
    }

    /** The word of formats that know only three: {@code pass}, {@code fail} and {@code error}. */
    String word() {
        return this == PASSED ? "pass" : isNobodysFault() ? "error" : "fail";
    }
}
