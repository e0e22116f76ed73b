package org.minimis.crash;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Watches which slices of a night are taken more than once. */
final class Again {

    private static final String SQL = "select step || ' ' || slice from attempt where attempt > 1";

    private final Set<String> slices = new TreeSet<>();
    private final CompletableFuture<Void> watching;
    private volatile boolean ended;

    Again(String db) {
        watching = CompletableFuture.runAsync(() -> {
            while (!ended) {
                look(db);
            }
        });
    }

    private void look(String db) {
        try (var connection = DriverManager.getConnection(db);
                var statement = connection.createStatement()) {
            while (!ended) {
                try (var row = statement.executeQuery(SQL)) {
                    while (row.next()) {
                        slices.add(row.getString(1));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (SQLException | InterruptedException e) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100)); // it is just being restarted
        }
    }

    /** What was taken again. */
    String end() {
        ended = true;
        watching.join();
        return slices.isEmpty() ? "nothing taken again" : "taken again: " + slices;
    }
}
