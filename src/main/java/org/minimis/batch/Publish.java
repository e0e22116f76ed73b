package org.minimis.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
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
    private final Map<Integer, JoinedManifest.Ready> joined = new ConcurrentHashMap<>();

    Publish(Run run) {
        this.run = run;
    }

    /**
     * Joins the declarations of a manifest.
     *
     * @param isCleared waits for a slice, and says whether it was cleared; behind one that was not, nothing is joined
     */
    void join(int ordinal, Predicate<SliceName> isCleared) throws IOException {
        new JoinedManifest(run, run.plan().manifest(ordinal), isCleared)
                .join()
                .ifPresent(ready -> joined.put(ordinal, ready));
    }

    /** Takes away what was joined of manifests that were not published. */
    void discard() {
        if (run.isOurs()) {
            joined.values()
                    .forEach(ready -> ready.files()
                            .forEach(file -> WholeFile.discard(file.prepared().part())));
        }
    }

    /** Publishes a manifest whose files have been joined. */
    void publish(int ordinal) throws IOException {
        var manifest = run.plan().manifest(ordinal);
        var ready = Objects.requireNonNull(joined.get(ordinal));
        DeclaredFile.write(run.folder(), manifest);
        run.check();
        FailPoints.hit("joined");
        post(run.book(), run.plan(), manifest, ready.journals(), rows(manifest, ready.files()));
        FailPoints.hit("posted");
        for (var file : ready.files()) {
            WholeFile.publish(file.prepared());
            FailPoints.hit("published");
        }
    }

    /** {@code EU-H7.xml} of manifest MAN-1 is {@code EU-H7-MAN-1.xml}. */
    static String name(Plan plan, Plan.Manifest manifest, String file) {
        var dot = file.lastIndexOf('.');
        return file.substring(0, dot) + "-" + plan.fileNames().get(manifest.ordinal()) + file.substring(dot);
    }

    private static List<FileTable.Row> rows(Plan.Manifest manifest, List<JoinedManifest.File> files) {
        return files.stream()
                .map(file -> new FileTable.Row(
                        "declarations/" + file.prepared().file().getFileName(),
                        manifest.id(),
                        file.prepared().digest(),
                        file.prepared().bytes(),
                        file.declarations()))
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
