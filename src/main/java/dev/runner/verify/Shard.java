package dev.runner.verify;

/**
 * One part of a verification that is split over several machines.
 *
 * @param index which part, from 1
 * @param total how many parts there are
 */
public record Shard(int index, int total) {
    /** Everything, in one part. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (total < 1 || index < 1 || index > total) {
            throw new IllegalArgumentException(index + "/" + total + " is no part of a whole");
        }
    }

    /** Whether there is no other part. */
    public boolean isWhole() {
        return total == 1;
    }

    @Override
    public String toString() {
        return index + "/" + total;
    }
}
