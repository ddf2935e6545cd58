package dev.runner.verify;

/**
 * How one test of an exercise ended.
 *
 * @param name its path, such as {@code tests::empty_basket_costs_nothing}
 * @param status how it ended
 * @param output what it printed, its panic message included; empty where the harness does not tell, as for most that passed
 */
public record TestResult(String name, Status status, String output) {
    /** How a test can end. */
    public enum Status {
        PASSED,
        FAILED,
        IGNORED
    }

    /** The name without its modules. */
    public String shortName() {
        return name.substring(name.lastIndexOf(':') + 1);
    }
}
