package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.ClaimTable;
import org.minimis.ledger.FileTable;
import org.minimis.ledger.ManifestTable;
import org.minimis.ledger.PostingTable;

/**
 * Brings the book to what the journals of a batch and its record say: what is there stays, what is missing is added. Only
 * what was published is added; the rest a rerun does.
 */
final class Reloading {

    private final Book book;
    private final BatchFolder folder;
    private final Plan plan;
    private int added;

    Reloading(Book book, BatchFolder folder, Plan plan) {
        this.book = book;
        this.folder = folder;
        this.plan = plan;
    }

    /** How many things were missing. */
    int reload() throws IOException {
        register();
        if (!Files.exists(folder.file(BatchJson.NAME))) {
            return added;
        }
        var record = BatchRecord.read(folder);
        for (var manifest : plan.manifests()) {
            if (record.published().contains(manifest.digest()) && Journals.areFinished(folder, manifest)) {
                load(manifest);
                publish(manifest, record);
            }
        }
        if (BatchJson.saysCompleted(folder.file(BatchJson.NAME))) {
            end(record);
        }
        return added;
    }

    private void register() {
        var known = new HashSet<ManifestTable.Row>();
        book.read(connection -> known.addAll(new ManifestTable(connection).of(plan.batch())));
        var sound = new ArrayList<Plan.Manifest>();
        for (var manifest : plan.manifests()) {
            if (manifest.failure() == null && !known.contains(Receive.row(plan, manifest)) && isFree(manifest)) {
                sound.add(manifest);
            }
        }
        var isKnown = book.read(connection -> new BatchTable(connection).find(plan.batch()))
                .isPresent();
        if (!isKnown || !sound.isEmpty()) {
            added += sound.size() + (isKnown ? 0 : 1);
            Receive.register(book, plan.with(sound));
        }
    }

    /** A batch that never came further than its plan may have lost its numbers to a later one; a rerun gives it others. */
    private boolean isFree(Plan.Manifest manifest) {
        return !book.read(connection -> new ManifestTable(connection).has(manifest.id()));
    }

    private void load(Plan.Manifest manifest) throws IOException {
        for (var slice : manifest.slices()) {
            if (Load.load(book, folder, manifest, manifest.name(slice))) {
                added++;
            }
        }
    }

    private void publish(Plan.Manifest manifest, BatchRecord record) throws IOException {
        var posted = book.read(connection -> new PostingTable(connection).has(manifest.id()));
        var files = book.read(connection -> new FileTable(connection).of(plan.batch())).stream()
                .anyMatch(row -> Long.valueOf(manifest.id()).equals(row.manifest()));
        if (posted && files) {
            return;
        }
        var journals = Journals.read(folder, manifest);
        if (journals.pieces().isEmpty()) {
            return; // nothing was assessed
        }
        var rows = new TreeMap<String, FileTable.Row>();
        for (var name : journals.pieces().keySet()) {
            var file = file(record, "declarations/" + Publish.name(plan, manifest, name));
            rows.put(
                    file.name(),
                    new FileTable.Row(file.name(), manifest.id(), file.digest(), file.bytes(), file.declarations()));
        }
        Publish.post(book, plan, manifest, journals, List.copyOf(rows.values()));
        added++;
    }

    private FileTable.Row file(BatchRecord record, String name) {
        var row = record.files().get(name);
        if (row == null) {
            throw ClearException.outOfBalance("%s: it does not name %s, which the journals make; restore it"
                    .formatted(folder.file(BatchJson.NAME), name));
        }
        return row;
    }

    private void end(BatchRecord record) {
        var rows = book.read(connection -> new FileTable(connection).of(plan.batch()));
        Map<String, FileTable.Row> known = new TreeMap<>();
        rows.forEach(row -> known.put(row.name(), row));
        var files = record.files().values().stream()
                .filter(file -> !known.containsKey(file.name()))
                .toList();
        var ended = book.read(connection -> new BatchTable(connection).find(plan.batch()))
                .orElseThrow()
                .ended()
                .equals(BatchTable.COMPLETED);
        if (files.isEmpty() && ended) {
            return;
        }
        added++;
        book.write(connection -> {
            var table = new FileTable(connection);
            for (var file : files) {
                table.add(plan.batch(), file);
            }
            if (!ended) {
                new BatchTable(connection).addEnd(plan.batch(), BatchTable.COMPLETED);
            }
            if (book.isShared()) {
                new ClaimTable(connection).restore(plan.batch());
            }
        });
    }
}
