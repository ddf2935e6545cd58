package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.verify.Shard;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardSourceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEST_SHARD_INDEX=0 TEST_TOTAL_SHARDS=3                                          | 1/3",
                "TEST_SHARD_INDEX=2 TEST_TOTAL_SHARDS=3                                          | 3/3",
                "CI_NODE_INDEX=1 CI_NODE_TOTAL=4                                                 | 1/4",
                "CI_NODE_INDEX=4 CI_NODE_TOTAL=4                                                 | 4/4",
                "JOB_COMPLETION_INDEX=0 JOB_COMPLETIONS=5                                        | 1/5",
                "JOB_COMPLETION_INDEX=4 JOB_COMPLETIONS=5                                        | 5/5",
                "TEST_SHARD_INDEX=1 TEST_TOTAL_SHARDS=3 CI_NODE_INDEX=2 CI_NODE_TOTAL=3           | 2/3",
                "TEST_SHARD_INDEX=1 TEST_TOTAL_SHARDS=3 CI_NODE_TOTAL=1                           | 2/3"
            })
    void whatAnEngineSaysIsUnderstood(String variables, String shard) {
        assertThat(new ShardSource(environment(variables)).shard())
                .map(Shard::toString)
                .contains(shard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CI_NODE_TOTAL=1",
                "JOB_COMPLETIONS=4",
                "TEST_SHARD_INDEX= TEST_TOTAL_SHARDS=",
                "CI_NODE_INDEX="
            })
    void whereNobodySpeaksOfPartsThereAreNone(String variables) {
        assertThat(new ShardSource(environment(variables)).shard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEST_SHARD_INDEX=3 TEST_TOTAL_SHARDS=3 | TEST_SHARD_INDEX is \"3\", which is no whole number from 0 to 2",
                "TEST_SHARD_INDEX=-1 TEST_TOTAL_SHARDS=3 | TEST_SHARD_INDEX is \"-1\"",
                "TEST_SHARD_INDEX=0 TEST_TOTAL_SHARDS=0 | TEST_TOTAL_SHARDS is \"0\"",
                "TEST_SHARD_INDEX=0 TEST_TOTAL_SHARDS=many | TEST_TOTAL_SHARDS is \"many\"",
                "TEST_SHARD_INDEX=0 | TEST_SHARD_INDEX is set, but TEST_TOTAL_SHARDS is not",
                "TEST_TOTAL_SHARDS=2 | TEST_TOTAL_SHARDS is set, but TEST_SHARD_INDEX is not",
                "CI_NODE_INDEX=0 CI_NODE_TOTAL=4 | CI_NODE_INDEX is \"0\", which is no whole number from 1 to 4",
                "CI_NODE_INDEX=5 CI_NODE_TOTAL=4 | CI_NODE_INDEX is \"5\"",
                "CI_NODE_INDEX=1 | CI_NODE_INDEX is set, but CI_NODE_TOTAL is not",
                "CI_NODE_TOTAL=2 | CI_NODE_TOTAL is set, but CI_NODE_INDEX is not",
                "JOB_COMPLETION_INDEX=1 | JOB_COMPLETION_INDEX is set, but JOB_COMPLETIONS is not",
                "JOB_COMPLETION_INDEX=7 JOB_COMPLETIONS=7 | JOB_COMPLETION_INDEX is \"7\"",
                "TEST_SHARD_INDEX=0 TEST_TOTAL_SHARDS=3 CI_NODE_INDEX=2 CI_NODE_TOTAL=3"
                        + " | TEST_SHARD_INDEX and TEST_TOTAL_SHARDS say shard 1/3, but CI_NODE_INDEX and CI_NODE_TOTAL say"
                        + " 2/3"
            })
    void whatMakesNoSenseIsNamed(String variables, String message) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new ShardSource(environment(variables)).shard())
                .withMessageStartingWith(message)
                .satisfies(fault -> assertThat(fault.help()).contains("--shard"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/4", "5/4", "1/0", "a/b", "1/4/2", "-1/4", "1 / 4", "1/99999", "9999999999/1"})
    void whatIsNoPartIsRefused(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ShardSource.parse(text))
                .withMessage("--shard " + text + " is no part");
    }

    @Test
    void partsAreCountedFromOne() {
        assertThat(ShardSource.parse("1/4")).isEqualTo(new Shard(1, 4));
        assertThat(ShardSource.parse("4/4")).isEqualTo(new Shard(4, 4));
    }

    private static Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ", -1)) {
            if (variable.contains("=")) {
                environment.put(
                        variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
            }
        }
        return environment;
    }
}
