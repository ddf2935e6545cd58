package dev.runner.report;

/** The figures of a report in words. */
public final class Figures {
    private Figures() {}

    /** How many passed of how many. */
    static String passed(Report report) {
        return report.count(Status.PASSED) + " of " + report.exercises().size() + " passed";
    }

    /** The points of how many, in a line of their own for those who print text; empty where they say nothing new. */
    public static String pointsLine(Report report) {
        return report.pointsMatter() ? report.score().toPlainString() + " of " + report.points() + " points" : "";
    }

    static String points(Report report) {
        String points = pointsLine(report);
        return points.isEmpty() ? "" : ", " + points;
    }
}
