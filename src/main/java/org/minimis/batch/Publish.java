package org.minimis.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.minimis.ledger.Book;
import org.minimis.ledger.Bookkeeper;
import org.minimis.ledger.FailPoints;
import org.minimis.ledger.FileTable;
import org.minimis.ledger.JournalEntry;
import org.minimis.ledger.PostingTable;

/**
 * Publishes one manifest: its declarations are joined and forced to the disk, then its journal entry is posted together with
 * the names of its files, then the files get their names. Whatever was done before is compared, not done again.
 */
final class Publish {

    private static final Comparator<FileTable.Row> BY_NAME = Comparator.comparing(FileTable.Row::name);

    private final Run run;
    private final Map<Integer, Journals> read = new ConcurrentHashMap<>();
    private final Map<String, Declarations> joined = new ConcurrentHashMap<>();

    Publish(Run run) {
        this.run = run;
    }

    /** A file of declarations that is ready to be published. */
    private record Declarations(WholeFile.Prepared prepared, long count) {}

    /** The declaration files of the manifests that have not failed: manifest and file, a dash between. */
    List<String> files() {
        var keys = new ArrayList<String>();
        for (var manifest : run.sound()) {
            try {
                var journals = Journals.read(run.folder(), manifest);
                read.put(manifest.ordinal(), journals);
                journals.pieces().keySet().forEach(file -> keys.add(key(manifest.ordinal(), file)));
            } catch (IOException e) {
                run.fail(manifest.ordinal(), Failures.reason(manifest.fileName(), e));
            }
        }
        return keys;
    }

    private static String key(int ordinal, String file) {
        return "m" + ordinal + "-" + file;
    }

    /** Joins one of them. */
    void join(String key) throws IOException {
        var dash = key.indexOf('-');
        var ordinal = Integer.parseInt(key, 1, dash, 10);
        var file = key.substring(dash + 1);
        joined.put(
                key,
                join(
                        run.plan().manifest(ordinal),
                        file,
                        journals(ordinal).pieces().get(file)));
    }

    private Journals journals(int ordinal) {
        return Objects.requireNonNull(read.get(ordinal));
    }

    /** Publishes a manifest whose files have been joined. */
    void publish(int ordinal) throws IOException {
        var manifest = run.plan().manifest(ordinal);
        var journals = journals(ordinal);
        var files = new ArrayList<Declarations>();
        for (var file : journals.pieces().keySet()) {
            files.add(Objects.requireNonNull(joined.get(key(ordinal, file))));
        }
        DeclaredFile.write(run.folder(), manifest);
        run.check();
        FailPoints.hit("joined");
        post(run.book(), run.plan(), manifest, journals, rows(manifest, files));
        FailPoints.hit("posted");
        for (var file : files) {
            WholeFile.publish(file.prepared());
            FailPoints.hit("published");
        }
    }

    private Declarations join(Plan.Manifest manifest, String file, long count) throws IOException {
        var target = run.folder().declarations().resolve(name(run.plan(), manifest, file));
        var header =
                new Clearing.DeclarationFile(file, manifest.number(), run.plan().accepted(), count);
        try (var pieces = FilePieces.of(run.folder(), manifest, file)) {
            var joined = new long[1];
            var prepared =
                    WholeFile.prepare(target, out -> joined[0] = run.clearing().join(header, pieces, out));
            if (pieces.count() != count || joined[0] > count || joined[0] == 0) {
                throw ClearException.outOfBalance(
                        "%s: %d declarations are in the journals, %d were joined, %d are in the file"
                                .formatted(target.getFileName(), count, pieces.count(), joined[0]));
            }
            return new Declarations(prepared, count);
        }
    }

    /** {@code EU-H7.xml} of manifest MAN-1 is {@code EU-H7-MAN-1.xml}. */
    static String name(Plan plan, Plan.Manifest manifest, String file) {
        var dot = file.lastIndexOf('.');
        return file.substring(0, dot) + "-" + plan.fileNames().get(manifest.ordinal()) + file.substring(dot);
    }

    private static List<FileTable.Row> rows(Plan.Manifest manifest, List<Declarations> files) {
        return files.stream()
                .map(file -> new FileTable.Row(
                        "declarations/" + file.prepared().file().getFileName(),
                        manifest.id(),
                        file.prepared().digest(),
                        file.prepared().bytes(),
                        file.count()))
                .sorted(BY_NAME)
                .toList();
    }

    /** Posting twice changes nothing. */
    static void post(Book to, Plan plan, Plan.Manifest manifest, Journals journals, List<FileTable.Row> files) {
        to.write(book -> {
            var table = new FileTable(book);
            var published = table.of(plan.batch()).stream()
                    .filter(row -> Long.valueOf(manifest.id()).equals(row.manifest()))
                    .sorted(BY_NAME)
                    .toList();
            if (!published.isEmpty() && !published.equals(files)) {
                throw ClearException.outOfBalance(
                        "manifest %s: the book names other declaration files than its journals make; check the book"
                                .formatted(manifest.number()));
            }
            var postings = new PostingTable(book);
            if (!postings.has(manifest.id())) {
                for (var entry : entries(manifest, journals)) {
                    postings.add(manifest.id(), entry);
                }
            }
            if (published.isEmpty()) {
                for (var row : files) {
                    table.add(plan.batch(), row);
                }
            }
        });
    }

    /** What a manifest posts: what its corrections take back, then what it owes. */
    static List<JournalEntry> entries(Plan.Manifest manifest, Journals journals) {
        var entries = new ArrayList<JournalEntry>();
        var reversals = journals.reversals();
        if (!reversals.isEmpty()) {
            var narrative = "taken back of earlier declarations, corrected by manifest " + manifest.number();
            entries.add(
                    new Bookkeeper().entry(narrative, Reversal.sums(reversals)).reversed(narrative));
        }
        if (!journals.sums().isEmpty()) {
            entries.add(new Bookkeeper().entry(narrative(manifest), journals.sums()));
        }
        return entries;
    }

    private static String narrative(Plan.Manifest manifest) {
        return "duty, VAT and fees of manifest " + manifest.number();
    }
}
