package dev.runner.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.view.TableView.Column;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableViewTest {
    private static final int ANY = Integer.MAX_VALUE;

    private static String shown(int width) {
        TableView table = new TableView(List.of(
                new Column("Who", false, 30),
                new Column("Passed", true, ANY),
                new Column("Percent", true, ANY),
                new Column("Remarks", false, ANY)));
        table.add(List.of("ada", "10/10", "100.0", ""), Style.PLAIN);
        table.add(List.of("maximilian-alexander-friedrich-wilhelm", "8/10", "80.0", "1 timed out"), Style.PLAIN);
        table.add(List.of("née 钟", "9/10", "90.0", "1 tampered; not the course's: info.toml"), Style.PLAIN);
        return table.lines(width).stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void withRoomEnoughARowIsALine() {
        assertThat(shown(ANY)).isEqualTo("""
                        Who                             Passed  Percent  Remarks
                        ada                              10/10    100.0
                        maximilian-alexander-friedric~    8/10     80.0  1 timed out
                        née 钟                            9/10     90.0  1 tampered; not the course's: info.toml
                        """);
    }

    @Test
    void whatIsTooLongForTheLastColumnGoesOnInIt() {
        assertThat(shown(70)).isEqualTo("""
                        Who                             Passed  Percent  Remarks
                        ada                              10/10    100.0
                        maximilian-alexander-friedric~    8/10     80.0  1 timed out
                        née 钟                            9/10     90.0  1 tampered; not the
                                                                         course's: info.toml
                        """);
    }

    @Test
    void theFirstColumnGivesWayToTheLast() {
        assertThat(shown(60)).isEqualTo("""
                        Who                    Passed  Percent  Remarks
                        ada                     10/10    100.0
                        maximilian-alexander~    8/10     80.0  1 timed out
                        née 钟                   9/10     90.0  1 tampered; not the
                                                                course's: info.toml
                        """);
    }

    @Test
    void whereTheLastColumnHasNoRoomItStandsBelow() {
        assertThat(shown(40)).isEqualTo("""
                        Who                      Passed  Percent
                        ada                       10/10    100.0
                        maximilian-alexander-f~    8/10     80.0
                          1 timed out
                        née 钟                     9/10     90.0
                          1 tampered; not the course's:
                          info.toml
                        """);
    }

    @Test
    void whereTheFirstHasNoRoomItStandsAbove() {
        assertThat(shown(24)).isEqualTo("""
                        Who
                          Passed  Percent
                        ada
                           10/10    100.0
                        maximilian-alexander-fr~
                            8/10     80.0
                          1 timed out
                        née 钟
                            9/10     90.0
                          1 tampered; not the
                          course's: info.toml
                        """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 25, 30, 33, 39, 45, 50, 55, 61, 65, 79, 100})
    void noLineIsWiderThanTheTerminal(int width) {
        assertThat(shown(width).lines()).allMatch(line -> Widths.of(line) <= width);
    }
}
