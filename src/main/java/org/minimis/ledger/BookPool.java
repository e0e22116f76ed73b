package org.minimis.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The connections to a book. All that asks the database takes one here. */
final class BookPool extends HikariDataSource {

    /** Longer than a database needs to start anew. */
    private static final int WAIT_MILLIS = 30_000;

    private static final int SESSION_MAX = 63;

    private BookPool(HikariConfig config) {
        super(config);
    }

    /** How the sessions of a worker are called in the database, which cuts longer names. */
    static String session(String worker) {
        var name = worker.isEmpty() ? "minimis" : "minimis " + worker;
        return name.length() <= SESSION_MAX ? name : name.substring(0, SESSION_MAX);
    }

    /** @param worker empty where it is none */
    static BookPool open(String url, String worker) {
        var config = new HikariConfig();
        config.setJdbcUrl(BookAddress.withOptions(url));
        config.setPoolName("book");
        // One connection stays open for as long as the process lives: H2 closes its database with the last one.
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(32);
        config.setInitializationFailTimeout(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        if (BookAddress.isShared(url)) {
            postgresql(config, worker);
        }
        return new BookPool(config);
    }

    /** A password that is not in the environment the driver looks up in the pgpass file. */
    private static void postgresql(HikariConfig config, String worker) {
        Optional.ofNullable(System.getenv("PGUSER")).ifPresent(config::setUsername);
        Optional.ofNullable(System.getenv("PGPASSWORD")).ifPresent(config::setPassword);
        config.addDataSourceProperty("ApplicationName", session(worker));
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // What the server says in detail quotes house waybills.
        config.addDataSourceProperty("logServerErrorDetail", "false");
    }

    @Override
    public Connection getConnection() throws SQLException {
        FailPoints.connection();
        return super.getConnection();
    }
}
