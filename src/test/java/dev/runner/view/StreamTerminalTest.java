package dev.runner.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamTerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private StreamTerminal terminal(boolean interactive) {
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        return new StreamTerminal(stream, stream, Theme.PLAIN, interactive, () -> 10);
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void aLineThatChangesNeverTakesTwoEvenWhereTheTerminalBecameNarrower() {
        terminal(true).transientLine(Line.of("judging 1 of 200"));
        assertThat(shown()).isEqualTo("\u001b[?7ljudging ~\u001b[?7h");
    }

    @Test
    void whatIsPrintedTakesItsPlace() {
        StreamTerminal terminal = terminal(true);
        terminal.transientLine(Line.of("judging"));
        terminal.print(Line.of("done"));
        assertThat(shown()).endsWith("\u001b[?7h\r\u001b[Kdone\n");
    }

    @Test
    void whoLeavesTakesItAwayAndNoneComesAfterThat() {
        StreamTerminal terminal = terminal(true);
        terminal.transientLine(Line.of("judging"));
        terminal.leave();
        terminal.transientLine(Line.of("too late"));
        terminal.leave();
        assertThat(shown()).endsWith("\u001b[?7h\r\u001b[K").doesNotContain("late");
    }

    @Test
    void aFileGetsNoneOfIt() {
        StreamTerminal terminal = terminal(false);
        terminal.transientLine(Line.of("judging"));
        terminal.leave();
        terminal.print(Line.of("done"));
        assertThat(shown()).isEqualTo("done\n");
    }
}
