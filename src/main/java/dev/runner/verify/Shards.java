package dev.runner.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Splits work into parts that take about as long as each other: the longest piece first, each to the part that has least
 * to do (LPT). Who asks with the same pieces and the same costs gets the same parts, on every machine.
 */
public final class Shards {
    private Shards() {}

    /**
     * The pieces of one part, in the order in which they were given. Every piece is in exactly one part.
     *
     * @param cost what a piece takes, in any unit, 0 or more
     */
    public static <T> List<T> part(List<T> pieces, ToLongFunction<T> cost, Shard shard) {
        int[] parts = parts(pieces.stream().mapToLong(cost).toArray(), shard.total());
        return IntStream.range(0, pieces.size())
                .filter(piece -> parts[piece] == shard.index() - 1)
                .mapToObj(pieces::get)
                .toList();
    }

    /** For each piece its part, from 0. Of equal costs the earlier is placed first, of equal parts the first is taken. */
    private static int[] parts(long[] costs, int total) {
        int[] parts = new int[costs.length];
        long[] load = new long[total];
        int[] count = new int[total];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, costs.length).boxed().toList());
        order.sort(Comparator.comparingLong((Integer piece) -> costs[piece]).reversed());
        for (int piece : order) {
            int least = 0;
            for (int part = 1; part < total; part++) {
                int lighter = Long.compare(load[part], load[least]);
                // Where nothing has a cost, the parts still get equally many.
                if (lighter < 0 || lighter == 0 && count[part] < count[least]) {
                    least = part;
                }
            }
            parts[piece] = least;
            load[least] += costs[piece];
            count[least]++;
        }
        return parts;
    }

    /**
     * What pieces cost whose cost is not known: as much as the median of those that are known, or 1 where none is.
     *
     * @param known in any order
     */
    public static long usualCost(long[] known) {
        long[] sorted = known.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 1 : Math.max(1, sorted[sorted.length / 2]);
    }
}
