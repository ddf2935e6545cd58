package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Each format against its golden file ({@code -Dgolden.update=true} writes them) and against its schema. */
class ReportsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/runner/report/golden");
    private static final Map<String, Report> REPORTS = Map.of(
            "everything",
            SampleReports.everything(),
            "all-passed",
            SampleReports.allPassed(),
            "empty",
            SampleReports.empty());

    static Stream<Arguments> goldenFiles() {
        return REPORTS.keySet().stream()
                .sorted()
                .flatMap(name -> Stream.of(
                                "json",
                                "junit.xml",
                                "github",
                                "summary.md",
                                "classroom.json",
                                "class.json",
                                "class1.json",
                                "exercism.json",
                                "html")
                        .map(format -> Arguments.of(name, format)));
    }

    private static String written(Report report, String format) {
        String id = format.contains(".") ? format.substring(0, format.indexOf('.')) : format;
        return id.equals("summary")
                ? Reports.githubSummary(report)
                : Reports.write(report, ReportFormat.named(id).orElseThrow(), SampleReports.ENVIRONMENT);
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aReportIsWrittenAsItsGoldenFileSays(String name, String format) throws IOException {
        String text = written(REPORTS.getOrDefault(name, SampleReports.empty()), format);
        Path golden = GOLDEN.resolve(name + "." + format);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyGoldenFileIsAsked() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(goldenFiles()
                            .map(arguments ->
                                    arguments.get()[0] + "." + arguments.get()[1])
                            .toList());
        }
    }

    static Stream<Report> reports() {
        return REPORTS.values().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theJsonFitsItsSchema(Report report) throws IOException {
        assertThat(schema().validate(ReportJson.write(report), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        String json = ReportJson.write(SampleReports.everything());
        for (String broken : List.of(
                "{}",
                json.replace("\"format\": 1", "\"format\": 2"),
                json.replace("\"status\": \"failed\"", "\"status\": \"lost\""),
                json.replace("\"hints\"", "\"hintz\""),
                json.replace("\"points\": 4", "\"points\": -4"))) {
            assertThat(schema().validate(broken, InputFormat.JSON)).isNotEmpty();
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/report.schema.json")), InputFormat.JSON);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theXmlFitsItsSchema(Report report) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/dev/runner/report/junit.xsd")
                        .toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(JUnitReport.write(report))));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theReaderMakesTheSameReportOfTheJson(Report report) {
        String json = ReportJson.write(report);
        Report read = ReportJsonReader.read("a.json", json);
        assertThat(ReportJson.write(read)).isEqualTo(json);
        goldenFiles()
                .map(arguments -> String.valueOf(arguments.get()[1]))
                .distinct()
                .forEach(format -> assertThat(written(read, format)).isEqualTo(written(report, format)));
    }

    @Test
    void classroomsOutputIsThePayloadInBase64() {
        String line = Reports.classroomOutput(SampleReports.everything());
        assertThat(line).startsWith("result=").endsWith("\n");
        byte[] payload = Base64.getDecoder().decode(line.substring("result=".length(), line.length() - 1));
        assertThat(new String(payload, StandardCharsets.UTF_8))
                .isEqualTo(ClassroomReport.write(SampleReports.everything()));
    }

    @Test
    void classroomsMaximumIsTheSumOfThePoints() {
        assertThat(JsonParser.parseString(ClassroomReport.write(SampleReports.everything()))
                        .getAsJsonObject()
                        .get("max_score")
                        .getAsInt())
                .isEqualTo(14);
    }

    @Test
    void anAnnotationIsOneLineWhateverItSays() {
        assertThat(GithubAnnotations.write(SampleReports.everything()).lines())
                .allMatch(line -> line.startsWith("::error file=school/course/exercises/")
                        || line.startsWith("::warning file=school/course/exercises/"));
    }

    @Test
    void theFirstAnnotationOfEveryExerciseComesBeforeTheSecondOfAny() {
        List<String> titles = new ArrayList<>();
        GithubAnnotations.write(SampleReports.everything())
                .lines()
                .map(line -> line.replaceAll(".*title=([a-z0-9]+).*", "$1"))
                .forEach(titles::add);
        assertThat(titles.subList(0, 9)).doesNotHaveDuplicates();
        assertThat(titles).endsWith("lamp3");
    }

    @Test
    void aSummaryIsCutBeforeGithubRefusesIt() {
        List<ExerciseReport> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(SampleReports.exercise(
                    "lamp" + i,
                    "01_lamps",
                    1,
                    0,
                    new dev.runner.verify.Verdict.Tampered(
                            "no", dev.runner.toolchain.Transcript.of("y\n".repeat(6000)))));
        }
        String summary = GithubSummary.write(SampleReports.report(HintCost.FREE, many));
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1024 * 1024);
        assertThat(summary).contains("| 0/300 |").endsWith("the rest is in the log.\n");
    }

    @Test
    void textIsNotWrittenHere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reports.write(SampleReports.empty(), ReportFormat.TEXT, Map.of()));
    }
}
