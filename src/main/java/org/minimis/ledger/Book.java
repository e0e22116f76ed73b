package org.minimis.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The book: the database that indexes the slice journals. Rows are added to it, never changed or deleted. */
public final class Book implements AutoCloseable {

    private static final int H2_HELD_BY_ANOTHER = 90020;

    private static final String REGISTERING = "hashtextextended('minimis, numbers of manifests', 0)";

    private final BookPool dataSource;
    private final boolean isShared;
    private final ReentrantLock writing = new ReentrantLock();

    private Book(BookPool dataSource, boolean isShared) {
        this.dataSource = dataSource;
        this.isShared = isShared;
    }

    /**
     * Opens the book, and makes it where there is none.
     *
     * @param url of a database of H2 or PostgreSQL, for example {@code jdbc:h2:file:./data/minimis}
     * @throws BookException when it cannot be reached or another process holds it
     */
    public static Book open(String url) {
        return open(url, "");
    }

    /**
     * Likewise, for a worker of that name.
     *
     * @param worker by which the database tells its sessions from others
     */
    public static Book open(String url, String worker) {
        try {
            BookAddress.check(url);
        } catch (IllegalArgumentException e) {
            throw new BookException(e.getMessage(), e);
        }
        try {
            var file = file(url);
            if (file.isPresent()) {
                PrivateFiles.folder(file.get().getParent());
                var options = url.substring(BookAddress.shown(url).length());
                NewBook.make(file.get(), options, tables -> migrate(tables, false));
            }
            return open(BookPool.open(url, worker), BookAddress.isShared(url));
        } catch (IOException | RuntimeException e) {
            throw unreachable(url, e);
        }
    }

    private static Book open(BookPool pool, boolean isShared) {
        try {
            migrate(pool, isShared);
            return new Book(pool, isShared);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** The file of an H2 database, without its ending; none for another database. */
    public static Optional<Path> file(String url) {
        return BookAddress.file(url);
    }

    /** May several processes use this book at once? */
    public boolean isShared() {
        return isShared;
    }

    private static void migrate(DataSource dataSource, boolean isPostgres) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(
                        "classpath:db/migration/" + (isPostgres ? "postgresql" : "h2"), "classpath:db/migration/book")
                .load()
                .migrate();
    }

    private static BookException unreachable(String url, Exception e) {
        var shown = BookAddress.shown(url);
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_HELD_BY_ANOTHER) {
                return new BookException(shown + ": another process holds this book; wait until it ends", e, true);
            }
        }
        if (BookAddress.isShared(url)) {
            return new BookException(
                    shown
                            + ": the book cannot be opened; check the address, the server, and PGUSER with PGPASSWORD or a"
                            + " pgpass file",
                    e);
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
        if (isShared) {
            writeAlone(work);
            return;
        }
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

    /** While this runs, no other process gives numbers to manifests. */
    public void registering(Registering work) throws IOException {
        if (!isShared) {
            work.run();
            return;
        }
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + REGISTERING + ")");
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + REGISTERING + ")");
            }
        } catch (SQLException e) {
            throw new BookException("the book does not answer; check the database", e);
        }
    }

    /**
     * The right to run a batch; close it.
     *
     * @throws BookException when another process has it
     */
    public BatchHold hold(String batch) {
        return new BatchHold(this, batch);
    }

    /** What is done while manifests get their numbers. */
    @FunctionalInterface
    public interface Registering {
        void run() throws IOException;
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
