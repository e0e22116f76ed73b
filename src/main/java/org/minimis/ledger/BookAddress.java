package org.minimis.ledger;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a book's database. It never holds a password. */
public final class BookAddress {

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("[?&](ssl)?password=|//[^/?]*@", Pattern.CASE_INSENSITIVE);
    /** Measured: without the first, half a second of commits is gone after a kill; a trace file would hold personal data. */
    private static final String[] H2_OPTIONS = {
        "WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "LOCK_TIMEOUT=10000", "TRACE_LEVEL_FILE=0"
    };

    private BookAddress() {}

    /**
     * Refuses an address that cannot be a book's, or that would show a password to whoever lists processes.
     *
     * @throws IllegalArgumentException saying why, without the address
     */
    public static void check(String url) {
        if (!url.startsWith(H2) && !isShared(url)) {
            throw new IllegalArgumentException(
                    "the address of the book does not begin with %s or %s; name one of them".formatted(H2, POSTGRESQL));
        }
        if (isShared(url) && PASSWORD.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "the address of the book holds a password; leave it out and set PGUSER and"
                            + " PGPASSWORD, or name a pgpass file in PGPASSFILE");
        }
    }

    /** May several processes use the book at once? */
    public static boolean isShared(String url) {
        return url.startsWith(POSTGRESQL);
    }

    /** The file of an H2 database, without its ending; none for another database. */
    public static Optional<Path> file(String url) {
        if (!url.startsWith(H2)) {
            return Optional.empty();
        }
        var start = url.startsWith(H2_FILE) ? H2_FILE.length() : H2.length();
        var name = shown(url).substring(start);
        if (start == H2.length() && !name.startsWith("/") && !name.startsWith(".") && !name.startsWith("~")) {
            return Optional.empty();
        }
        var path = name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
        return Optional.of(path.toAbsolutePath().normalize());
    }

    /** The address without its options. */
    static String shown(String url) {
        var end = url.indexOf(isShared(url) ? '?' : ';');
        return end < 0 ? url : url.substring(0, end);
    }

    static String withOptions(String url) {
        if (!url.startsWith(H2)) {
            return url;
        }
        // H2 refuses a path that is neither absolute nor begins with a dot.
        var whole = new StringBuilder(file(url)
                .map(file -> H2_FILE + file + url.substring(shown(url).length()))
                .orElse(url));
        for (var option : H2_OPTIONS) {
            var name = option.substring(0, option.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(";" + name)) {
                whole.append(';').append(option);
            }
        }
        return whole.toString();
    }
}
