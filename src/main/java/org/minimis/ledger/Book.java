package org.minimis.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The book: the database that indexes the slice journals. Rows are added to it, never changed or deleted. */
public final class Book implements AutoCloseable {

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2 = "jdbc:h2:";
    /** Measured: without the first, half a second of commits is gone after a kill; a trace file would hold personal data. */
    private static final String[] H2_OPTIONS = {
        "WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "LOCK_TIMEOUT=10000", "TRACE_LEVEL_FILE=0"
    };

    private static final int H2_HELD_BY_ANOTHER = 90020;

    private final HikariDataSource dataSource;
    private final ReentrantLock writing = new ReentrantLock();

    private Book(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Opens the book, and makes it where there is none.
     *
     * @param url of an H2 database, for example {@code jdbc:h2:file:./data/minimis}
     * @throws BookException when it cannot be reached or another process holds it
     */
    public static Book open(String url) {
        try {
            var folder = folder(url);
            if (folder.isPresent()) {
                PrivateFiles.folder(folder.get());
            }
            var dataSource = dataSource(withOptions(url));
            migrate(dataSource);
            return new Book(dataSource);
        } catch (IOException | RuntimeException e) {
            throw unreachable(url, e);
        }
    }

    /** The file of an H2 database, without its ending; none for another database. */
    public static Optional<Path> file(String url) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        var start = url.startsWith(H2_FILE) ? H2_FILE.length() : H2.length();
        var name = url.substring(start, end(url));
        if (start == H2.length() && !name.startsWith("/") && !name.startsWith(".") && !name.startsWith("~")) {
            return Optional.empty();
        }
        var path = name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
        return Optional.of(path.toAbsolutePath().normalize());
    }

    private static int end(String url) {
        var end = url.indexOf(';');
        return end < 0 ? url.length() : end;
    }

    private static Optional<Path> folder(String url) {
        return file(url).map(Path::getParent);
    }

    static String withOptions(String url) {
        if (!url.startsWith(H2)) {
            return url;
        }
        // H2 refuses a path that is neither absolute nor begins with a dot.
        var whole = new StringBuilder(
                file(url).map(file -> H2_FILE + file + url.substring(end(url))).orElse(url));
        for (var option : H2_OPTIONS) {
            var name = option.substring(0, option.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(";" + name)) {
                whole.append(';').append(option);
            }
        }
        return whole.toString();
    }

    private static HikariDataSource dataSource(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName("book");
        // One connection stays open for as long as the process lives: H2 closes its database with the last one.
        config.setMinimumIdle(1);
        config.setMaximumPoolSize(32);
        config.setInitializationFailTimeout(1);
        config.setConnectionTimeout(30_000);
        return new Pool(config);
    }

    /** All that asks the database takes a connection here. */
    private static final class Pool extends HikariDataSource {

        Pool(HikariConfig config) {
            super(config);
        }

        @Override
        public Connection getConnection() throws SQLException {
            FailPoints.connection();
            return super.getConnection();
        }
    }

    private static void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/h2", "classpath:db/migration/book")
                .load()
                .migrate();
    }

    private static BookException unreachable(String url, Exception e) {
        var shown = url.substring(0, end(url));
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_HELD_BY_ANOTHER) {
                return new BookException(shown + ": another process holds this book; wait until it ends", e, true);
            }
        }
        return new BookException(shown + ": the book cannot be opened; check the address, the disk and its rights", e);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** A connection that commits each statement by itself; close it. */
    public Connection connection() {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new BookException("the book does not answer; check the database", e);
        }
    }

    /** What {@code question} finds in the book. */
    public <T> T read(Question<T> question) {
        try (var connection = connection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new BookException("the book cannot be read; check the database", e);
        }
    }

    /** All that {@code work} writes, or nothing. */
    public void write(Work work) {
        // One writer at a time: with two, H2 has been seen to keep half of a transaction after a kill.
        writing.lock();
        try {
            writeAlone(work);
        } finally {
            writing.unlock();
        }
    }

    private void writeAlone(Work work) {
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            try {
                work.write(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new BookException("the book cannot be written; check the database and its disk", e);
        }
    }

    /** Something asked of the book. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Something written to the book. */
    @FunctionalInterface
    public interface Work {
        void write(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
