package org.minimis.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.minimis.ledger.PostgresServer;

/** Restarts the database of a night five times: four times while it clears and loads, once when it has begun to publish. */
final class Restarts {

    private static final int ALL = 5;
    private static final int OUT_OF_REACH = 7;

    private final KilledNight night;
    private final long bytes;
    private final long slices;
    private final List<String> places = new ArrayList<>();
    private int reruns;

    /** @param undisturbed the same night, which says how much there is to do */
    Restarts(KilledNight night, KilledNight undisturbed) throws IOException {
        this.night = night;
        bytes = undisturbed.journals().stream().mapToLong(Restarts::size).sum();
        slices = undisturbed.journals().size();
    }

    /** Types {@code rerun} for the operator. */
    @FunctionalInterface
    interface Rerun {
        Process start() throws IOException;
    }

    /** Restarts it, and answers with the exit code of the night, which is rerun where it gave up. */
    int during(Process begun, Rerun rerun) throws Exception {
        for (var process = begun; ; process = rerun.start()) {
            while (places.size() < ALL && process.isAlive()) {
                if (isTime()) {
                    PostgresServer.get().restart();
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
            if (process.waitFor() != OUT_OF_REACH) {
                return process.exitValue();
            }
            reruns++;
        }
    }

    private boolean isTime() throws IOException, SQLException {
        var cleared = 100 * night.journals().stream().mapToLong(Restarts::size).sum() / bytes;
        var loaded = 100 * count("slice") / slices;
        var isLast = places.size() == ALL - 1;
        var isTime = isLast ? count("posting") > 0 : cleared + loaded >= 200 * (places.size() + 1) / ALL;
        if (isTime) {
            places.add("%d/%d %%%s".formatted(cleared, loaded, isLast ? " and publishing" : ""));
        }
        return isTime;
    }

    private long count(String table) throws SQLException {
        try (var connection = DriverManager.getConnection(night.db());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** None where the night has just given it its last name. */
    private static long size(Path journal) {
        try {
            return Files.size(journal);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Have all happened before the night was over? */
    boolean areDone() {
        return places.size() == ALL;
    }

    @Override
    public String toString() {
        return "cleared/loaded %s, %d reruns".formatted(String.join(", ", places), reruns);
    }
}
