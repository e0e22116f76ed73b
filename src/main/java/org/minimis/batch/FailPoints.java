package org.minimis.batch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places at which tests kill the program, as {@code kill -9} would: {@code -Dminimis.failpoint=name:3} dies when it comes to
 * that place for the third time. Without it they cost a comparison.
 */
final class FailPoints {

    private static final int KILLED = 137;
    private static final String POINT = System.getProperty("minimis.failpoint", "");
    private static final String NAME = POINT.contains(":") ? POINT.substring(0, POINT.indexOf(':')) : POINT;
    private static final AtomicInteger LEFT =
            new AtomicInteger(POINT.contains(":") ? Integer.parseInt(POINT.substring(POINT.indexOf(':') + 1)) : 1);

    private FailPoints() {}

    static void hit(String name) {
        if (!NAME.isEmpty() && NAME.equals(name) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
