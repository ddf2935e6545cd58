package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShardsTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPieceIsInExactlyOnePartInItsOrder(long seed) {
        Random random = new Random(seed);
        List<Integer> pieces = IntStream.range(0, random.nextInt(60)).boxed().toList();
        long[] costs = pieces.stream().mapToLong(piece -> random.nextInt(50)).toArray();
        int total = 1 + random.nextInt(12);
        List<Integer> met = new ArrayList<>();
        for (int index = 1; index <= total; index++) {
            List<Integer> part = Shards.part(pieces, piece -> costs[piece], new Shard(index, total));
            assertThat(part).isSorted();
            assertThat(Shards.part(pieces, piece -> costs[piece], new Shard(index, total)))
                    .isEqualTo(part);
            met.addAll(part);
        }
        assertThat(met).containsExactlyInAnyOrderElementsOf(pieces);
    }

    /** Graham's bound for LPT: at most 4/3 of the best, which is at least the mean and at least the longest piece. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noPartIsMuchLongerThanItMustBe(long seed) {
        Random random = new Random(seed);
        long[] costs = random.longs(40, 1, 1000).toArray();
        List<Integer> pieces = IntStream.range(0, costs.length).boxed().toList();
        int total = 2 + random.nextInt(6);
        double mean = (double) LongStream.of(costs).sum() / total;
        long longest = LongStream.of(costs).max().orElse(0);
        for (int index = 1; index <= total; index++) {
            long load = Shards.part(pieces, piece -> costs[piece], new Shard(index, total)).stream()
                    .mapToLong(piece -> costs[piece])
                    .sum();
            assertThat((double) load).isLessThanOrEqualTo(mean + longest * (1 - 1.0 / total));
        }
    }

    @Test
    void equalCostsAreDealtInTurn() {
        List<String> pieces = List.of("a", "b", "c", "d", "e");
        assertThat(Shards.part(pieces, piece -> 1, new Shard(1, 2))).containsExactly("a", "c", "e");
        assertThat(Shards.part(pieces, piece -> 0, new Shard(2, 2))).containsExactly("b", "d");
        assertThat(Shards.part(pieces, piece -> 7, Shard.WHOLE)).isEqualTo(pieces);
    }

    @Test
    void aLongPieceIsAlone() {
        assertThat(Shards.part(List.of(1, 2, 100, 3), piece -> piece, new Shard(1, 2)))
                .containsExactly(100);
    }

    @Test
    void morePartsThanPiecesLeaveSomeEmpty() {
        assertThat(Shards.part(List.of("a"), piece -> 1, new Shard(2, 3))).isEmpty();
    }

    @Test
    void whatIsNotKnownCostsWhatIsUsual() {
        assertThat(Shards.usualCost(new long[] {9, 1, 5})).isEqualTo(5);
        assertThat(Shards.usualCost(new long[] {})).isEqualTo(1);
        assertThat(Shards.usualCost(new long[] {0})).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "1, 0", "-1, 3"})
    void noSuchPart(int index, int total) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Shard(index, total));
    }
}
