package org.minimis.manifest;

import java.util.List;

/** Random numbers that are the same for the same seed on every Java: SplitMix64, written out. */
final class Dice {

    private long state;

    Dice(long seed) {
        state = seed * 0x9e3779b97f4a7c15L + 0x2545f4914f6cdd1dL;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        var mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** From 0 to {@code bound} less one. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True {@code share} times in a thousand. */
    boolean perMille(int share) {
        return below(1_000) < share;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Digits, of which the first is not zero. */
    String digits(int count) {
        var digits = new StringBuilder(count).append((char) ('1' + below(9)));
        while (digits.length() < count) {
            digits.append((char) ('0' + below(10)));
        }
        return digits.toString();
    }
}
