package dev.runner.cli;

/** What the process's exit code says. Part of the contract with scripts: the numbers never change. */
public enum ExitCode {
    /** Everything that was asked passed, or was done. */
    PASSED(0),
    /** Some exercise did not pass. */
    NOT_PASSED(1),
    /** The command line can't be understood, or names what is not there. */
    USAGE(2),
    /** The course is not usable, or the author's check found something. */
    COURSE_INVALID(3),
    /** rustc, cargo or something else that is needed is missing or does not work. */
    TOOLCHAIN_UNUSABLE(4),
    /** A fault of ours: please report it. */
    INTERNAL_ERROR(70),
    /** Ctrl-C (128 + SIGINT, as shells count). */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
