package org.minimis.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minimis.ledger.FileTable;
import org.minimis.ledger.PostingTable;
import org.minimis.ledger.PrivateFiles;
import org.minimis.report.UnbalancedBookException;
import org.minimis.settings.ProgramVersion;

/**
 * Compares what a batch has published with its record, with the book and, byte by byte, with what journals and book make of it
 * again.
 */
final class OutputComparison {

    private final BatchFolder folder;
    private final Plan plan;
    private final BatchRecord record;
    private final Optional<PurgeRecord> purge;
    private final Connection book;
    private final Differences differences;

    OutputComparison(
            BatchFolder folder,
            Plan plan,
            BatchRecord record,
            Optional<PurgeRecord> purge,
            Connection book,
            Differences differences) {
        this.folder = folder;
        this.plan = plan;
        this.record = record;
        this.purge = purge;
        this.book = book;
        this.differences = differences;
    }

    private String place(String name) {
        return plan.batch() + "/" + name;
    }

    /** The digest of each file, as the record, the book and the disk have it. */
    void digests() throws IOException, SQLException {
        var inBook = new TreeMap<String, FileTable.Row>();
        new FileTable(book).of(plan.batch()).forEach(row -> inBook.put(row.name(), row));
        var names = new TreeSet<>(record.files().keySet());
        names.addAll(inBook.keySet());
        names.addAll(onDisk());
        for (var name : names) {
            var recorded = record.files().get(name);
            if (recorded == null) {
                differences.add(place(name), "it is not in " + BatchJson.NAME);
            } else if (isPurged(name)) {
                purged(name, recorded);
            } else if (!Files.isRegularFile(folder.file(name))) {
                differences.add(place(name), "it is missing");
            } else {
                var digest = WholeFile.digest(folder.file(name));
                if (!digest.equals(recorded.digest())) {
                    differences.add(
                            place(name),
                            "its digest is %s, %s says %s".formatted(digest, BatchJson.NAME, recorded.digest()));
                }
            }
            var row = inBook.get(name);
            if (recorded != null && row != null && !row.digest().equals(recorded.digest())) {
                differences.add(
                        place(name),
                        "the book has the digest %s for it, %s another".formatted(row.digest(), BatchJson.NAME));
            } else if (recorded != null && row == null) {
                differences.add(place(name), "it is not in the book");
            }
        }
    }

    private boolean isPurged(String name) {
        return purge.isPresent() && purge.get().removed(name);
    }

    private void purged(String name, FileTable.Row recorded) {
        if (!recorded.digest().equals(purge.orElseThrow().files().get(name))) {
            differences.add(place(name), "the purge removed it with another digest than " + BatchJson.NAME + " says");
        }
        if (Files.exists(folder.file(name))) {
            differences.add(place(name), "it was purged, but is there; purge again");
        }
    }

    private List<String> onDisk() throws IOException {
        var names = new ArrayList<String>();
        for (var published : List.of(folder.declarations(), folder.rejected())) {
            if (Files.isDirectory(published)) {
                try (Stream<Path> files = Files.list(published)) {
                    files.map(file -> published.getFileName() + "/" + file.getFileName())
                            .filter(name -> !name.endsWith(".part"))
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    /** The declarations of a manifest, joined again. */
    void declarations(Clearing clearing, Plan.Manifest manifest) throws IOException {
        for (var file : Journals.read(folder, manifest).pieces().keySet()) {
            compare("declarations/" + Publish.name(plan, manifest, file), out -> {
                var joined = clearing.joining(file, manifest.number(), out);
                try (var journals = new Journals(folder, manifest, Frame.declarations(file))) {
                    for (var frame = journals.next(); frame != null; frame = journals.next()) {
                        JoinedManifest.add(frame.pieces().getOrDefault(file, Block.EMPTY), joined);
                    }
                }
                joined.end();
            });
        }
    }

    /** What belongs to no single manifest: exceptions, ledger, report, and the record itself. */
    void rest(List<Plan.Manifest> manifests, ReportWriter report, Path temporary) throws IOException, SQLException {
        var exceptions = new ExceptionFiles(folder, plan, manifests);
        compare(ExceptionFiles.REFERRED, out -> exceptions.write(false, out));
        compare(ExceptionFiles.REJECTED, out -> exceptions.write(true, out));
        for (var original : exceptions.originals().entrySet()) {
            compare(original.getKey(), out -> exceptions.writeOriginals(original.getValue(), out));
        }
        var postings = new PostingTable(book).ofBatch(plan.batch());
        compare(LedgerCsv.NAME, out -> LedgerCsv.write(postings, out));
        report(report, temporary);
        var correction = Correction.read(folder);
        var result = Results.of(folder, plan, this::failure);
        compare(
                BatchJson.NAME,
                out -> BatchJson.write(
                        plan,
                        result,
                        correction,
                        record.previous(),
                        record.files().values(),
                        out));
    }

    private void report(ReportWriter report, Path temporary) throws IOException, SQLException {
        PrivateFiles.folder(temporary);
        try {
            report.write(book, plan.batch(), temporary);
        } catch (UnbalancedBookException e) {
            differences.add(place("report"), "it cannot be made again: " + e.getMessage());
        }
        try (Stream<Path> files = Files.list(temporary)) {
            for (var file : files.sorted().toList()) {
                var name = "report/" + file.getFileName();
                if (isOfOtherProgram(name)) {
                    differences.note(
                            place(name),
                            "another version of the program wrote it; its digest and figures are verified");
                } else {
                    compare(name, out -> Files.copy(file, out));
                }
            }
        }
    }

    /** The page names the program that wrote it and looks as that program made it. */
    private boolean isOfOtherProgram(String name) throws IOException {
        var file = folder.file(name);
        return name.endsWith(".html")
                && Files.isRegularFile(file)
                && !Files.readString(file).contains("<dd>minimis " + ProgramVersion.text() + "</dd>");
    }

    private Optional<String> failure(Plan.Manifest manifest) {
        return record.published().contains(manifest.digest()) ? Optional.empty() : Optional.of("it was not published");
    }

    private void compare(String name, WholeFile.Body body) throws IOException {
        if (isPurged(name)) {
            return;
        }
        var file = folder.file(name);
        if (Files.isRegularFile(file)) {
            ComparedFile.difference(file, (OutputStream out) -> body.write(out))
                    .ifPresent(difference -> differences.add(place(name), difference));
        } else if (!record.files().containsKey(name)) {
            // One that the record names is reported with its digest.
            differences.add(place(name), "it is missing");
        }
    }
}
