package org.minimis.batch;

import java.util.function.Consumer;

/** Takes what a verification finds, one line each: the place, what is there, what was expected. */
final class Differences {

    private final Consumer<String> lines;
    private long count;

    Differences(Consumer<String> lines) {
        this.lines = lines;
    }

    void add(String place, String what) {
        count++;
        lines.accept(place + ": " + what);
    }

    /** Something worth knowing that is no difference. */
    void note(String place, String what) {
        lines.accept(place + ": " + what);
    }

    /** One figure, compared: {@code duty: 3.01 in the book, recomputed 3.00}. */
    void same(String place, String figure, Object expected, String where, Object found) {
        if (!expected.equals(found)) {
            add(place, "%s: %s %s, recomputed %s".formatted(figure, found, where, expected));
        }
    }

    long count() {
        return count;
    }
}
