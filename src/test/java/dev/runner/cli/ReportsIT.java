package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports on what the real rustc says. */
class ReportsIT extends CliCase {
    /** Their threads end in another order each time. */
    @BeforeEach
    void giveItMoreTestsThatFail() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            tests.append("    #[test]\n    fn and_").append(i).append("() { assert_eq!(add(2, 1), 3); }\n");
        }
        write("exercises/02_sums/sum1.rs", ADDS.replace("    #[test]\n", tests + "    #[test]\n"));
    }

    @Test
    void joinedPartsOfARealRunAreASingleRunButForTimes() throws IOException {
        String[] formats = {"json", "junit", "github", "classroom", "class", "class1", "exercism", "html", "text"};
        String[] single = new String[formats.length + 2];
        String[] merge = new String[formats.length + 4];
        single[0] = "verify";
        single[1] = "--no-cache";
        System.arraycopy(new String[] {"report", "merge", "2.json", "1.json"}, 0, merge, 0, 4);
        for (int i = 0; i < formats.length; i++) {
            single[i + 2] = "--report=" + formats[i] + ":single/" + formats[i];
            merge[i + 4] = "--report=" + formats[i] + ":merged/" + formats[i];
        }
        assertThat(runner(single).code()).isEqualTo(1);
        runner("verify", "--no-cache", "--shard=1/2", "--timings=single/json", "--report=json:1.json");
        runner("verify", "--no-cache", "--shard=2/2", "--timings=single/json", "--report=json:2.json");
        Invoked merged = runner(merge);
        assertThat(merged.code()).as(merged.err()).isEqualTo(1);
        for (String format : formats) {
            assertThat(timeless(read("merged/" + format)))
                    .as(format)
                    .isEqualTo(timeless(read("single/" + format)))
                    .contains("sum1");
        }
    }

    private static String timeless(String report) {
        return report.replaceAll("time=\"[0-9.]+\"", "time")
                .replaceAll("(\"seconds\"|\"duration\"|\"total_time\"): [0-9.]+", "$1")
                .replaceAll("[0-9]+\\.[0-9]+ s\\b", "time");
    }

    @Test
    void anAnnotationStandsWhereTheTestPanicked() {
        assertThat(runner("verify", "--report", "github").out())
                .contains("::error file=exercises/01_lamps/lamp1.rs,line=3,col=5,title=lamp1::error: cannot find macro")
                .containsPattern(
                        "::error file=exercises/02_sums/sum1.rs,line=[0-9]+,col=[0-9]+,title=sum1%3A tests%3A%3A");
    }

    @Test
    void aMissingFileIsBrokenAndStaysSoWhenJoined() throws IOException {
        Files.delete(course.resolve("exercises/02_sums/sum1.rs"));
        assertThat(runner("verify", "--report", "json:1.json").code()).isEqualTo(3);
        assertThat(read("1.json")).contains("\"status\": \"broken\"");
        assertThat(runner("report", "merge", "1.json").code()).isEqualTo(3);
    }
}
