package org.minimis.batch;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.minimis.ledger.BookException;
import org.minimis.settings.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what stops one manifest from what stops the night. */
final class Failures {

    private static final int NAME_LENGTH_MAX = 255;

    private Failures() {}

    /** Asked for when something is to be logged: setting the log up takes as long as a small command. */
    private static Logger log() {
        return LoggerFactory.getLogger("minimis");
    }

    /**
     * What stops the night: law and settings that do not answer, books that do not balance, a disk or a database out of
     * reach. Nothing where only one manifest fails.
     */
    static Optional<RuntimeException> fatal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WorkerFailure worker) {
                return worker.exitCode() == 0
                        ? Optional.empty()
                        : Optional.of(new ClearException(worker.exitCode(), worker.said(), worker));
            }
            if (cause instanceof ClearException || cause instanceof ConfigException) {
                return Optional.of((RuntimeException) cause);
            }
            if (cause instanceof BookException book && book.isHeldByAnother()) {
                return Optional.of(new ClearException(ClearException.HELD, book.getMessage(), book));
            }
            if (cause instanceof BookException || cause instanceof SQLException) {
                return Optional.of(ClearException.outOfReach(
                        "the book does not take what is written; check the database and its disk, then rerun", cause));
            }
        }
        return Optional.empty();
    }

    /** What stops the night where it has come to a step of the whole batch: a file of ours that is out of reach. */
    static Optional<RuntimeException> disk(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Optional.of(ClearException.outOfReach(
                        "a file of the batch cannot be read or written (%s); check the disk, then rerun"
                                .formatted(said(cause)),
                        cause));
            }
        }
        return Optional.empty();
    }

    /** Why one manifest fails, in one line; a bug is logged with its trace as well. */
    static String reason(String fileName, Throwable failure) {
        if (failure instanceof WorkerFailure worker) {
            return worker.said();
        }
        var cause = root(failure);
        if (cause instanceof IOException
                && cause.getMessage() != null
                && cause.getMessage().startsWith(fileName)) {
            return cause.getMessage() + "; mend it, then rerun"; // a reader has said all there is to say
        }
        if (cause instanceof IOException) {
            return "%s: it cannot be read (%s); ask for it again, then rerun".formatted(fileName, said(cause));
        }
        log().error("{}: the program failed on this manifest", fileName, failure);
        return "%s: the program failed on it (%s); report this, then rerun".formatted(fileName, said(cause));
    }

    private static Throwable root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String said(Throwable cause) {
        var name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
    }

    /** A file's name without its folders, as the book keeps it. */
    static String lastName(String fileName) {
        var archive = fileName.indexOf('!');
        var slash = fileName.lastIndexOf('/', archive < 0 ? fileName.length() : archive);
        var name = fileName.substring(slash + 1);
        return name.length() <= NAME_LENGTH_MAX ? name : name.substring(name.length() - NAME_LENGTH_MAX);
    }
}
