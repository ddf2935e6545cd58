package dev.runner.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A course whose own file is made of several: that lets in these, and no others. */
class IncludedFilesTest {
    private static final String COURSE = """
            include!(concat!(env!("OUT_DIR"), "/made.rs"));
            mod helper;
            fn main() {}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                COURSE,
                "mod made { include! { concat! ( env!(\"OUT_DIR\") , \"/made.rs\" ) } }\npub mod helper;\nfn main() {}\n",
                "include!(\n    concat!(env!(\"OUT_DIR\"), \"/made.rs\"),\n);\nfn main() {}\n",
                "fn main() { let path = \"x\"; println!(\"{path} {}\", env![\"OUT_DIR\"]); }\n",
            })
    void whatTheCourseIncludesMayBeIncluded(String text) {
        assertThat(suspicions(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include!(\"/made.rs\");\nfn main() {}\n",
                "include!(concat!(env!(\"OUT_DIR\"), \"/../made.rs\"));\nfn main() {}\n",
                "mod other;\nfn main() {}\n",
                "#[path = \"/elsewhere.rs\"]\nmod helper;\nfn main() {}\n",
                "#[cfg_attr(unix, path = \"/elsewhere.rs\")]\nmod helper;\nfn main() {}\n",
                "fn main() { println!(\"{}\", env!(\"HOME\")); }\n",
            })
    void nothingElseMay(String text) {
        assertThat(suspicions(text)).hasSize(1);
    }

    private static List<String> suspicions(String text) {
        return CourseText.of(COURSE, null).suspicions(text, List.of(), false);
    }
}
