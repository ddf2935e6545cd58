package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** What a teacher can copy from {@code docs/grade.md} names nothing that is not there. */
class GradeDocumentTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w./-])(?:[\\w./-]*/)?runner ((?:grade|report merge) [^`'|\\n]*)");

    private static String documentation() throws IOException {
        return Files.readString(Path.of("docs/grade.md"));
    }

    static Stream<String> yamls() throws IOException {
        return YAML.matcher(documentation()).results().map(block -> block.group(1));
    }

    static Stream<String> commandLines() throws IOException {
        return COMMAND.matcher(documentation())
                .results()
                .map(found -> found.group(1).strip())
                .filter(line -> line.contains("/") || line.contains("--"));
    }

    @Test
    void theDocumentationShowsAnExampleForEachEngine() throws IOException {
        assertThat(yamls()).hasSize(3);
        assertThat(commandLines()).hasSizeGreaterThan(7);
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void aWorkflowIsYaml(String text) {
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                .isInstanceOf(Map.class);
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void aCommandLineIsUnderstood(String line) {
        String plain = line.replaceAll("\\$\\{\\{[^}]*}}", "1").replaceAll("\"?\\$\\w+\"?", "1");
        CommandLine.ParseResult parsed = Cli.complete(CiDocumentsTest.context())
                .parseArgs(plain.split(" +", -1))
                .subcommand();
        assertThat(List.of("grade", "report")).contains(parsed.commandSpec().name());
        assertThat(ShardSource.parse(parsed.matchedOptionValue("--shard", "1/1")))
                .isNotNull();
    }
}
