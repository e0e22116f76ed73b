package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.minimis.ledger.BatchTable;
import org.minimis.ledger.Book;
import org.minimis.ledger.BookException;
import org.minimis.ledger.PrivateFiles;

/**
 * Removes names and addresses from what is kept of old batches: what the command {@code purge} calls.
 *
 * <p>Declarations, the lines of exceptions and rejected records go, from the journals too; amounts, house waybills, ledger, report and the digests
 * of what went stay, so that the book still verifies. What is to go is written down before the first file goes: a purge that was
 * stopped is finished by the next one.
 */
public final class Purge {

    private final Path out;
    private final String db;

    public Purge(Path out, String db) {
        this.out = out;
        this.db = db;
    }

    /**
     * Purges the completed batches that were accepted before a day.
     *
     * @param purged takes the name of each batch when it is done
     */
    public void before(LocalDate day, Consumer<String> purged) {
        var lock = RunLock.take(out, db);
        try (lock;
                var book = Book.open(db)) {
            for (var batch : book.read(connection -> new BatchTable(connection).list())) {
                var folder = new BatchFolder(out.resolve(batch.id()));
                if (batch.accepted().isBefore(day)
                        && batch.ended().equals(BatchTable.COMPLETED)
                        && Files.isDirectory(folder.root())) {
                    purge(folder, day);
                    purged.accept(batch.id());
                }
            }
            unpacked();
        } catch (BookException e) {
            throw new ClearException(
                    e.isHeldByAnother() ? ClearException.HELD : ClearException.OUT_OF_REACH, e.getMessage(), e);
        } catch (IOException e) {
            throw ClearException.outOfReach(
                    out + ": it cannot be purged to its end; check the disk, then purge again", e);
        }
    }

    /** Copies of packed manifests that failed: the next run makes them again. */
    private void unpacked() throws IOException {
        var folder = out.resolve(".unpacked");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> copies = Files.list(folder)) {
            for (var copy : copies.toList()) {
                Files.delete(copy);
            }
        }
        PrivateFiles.sync(folder);
    }

    private static void purge(BatchFolder folder, LocalDate day) throws IOException {
        var record = PurgeRecord.read(folder);
        if (record.isEmpty()) {
            record = java.util.Optional.of(new PurgeRecord(day, personal(folder)));
            record.get().write(folder);
        }
        for (var name : record.get().files().keySet()) {
            Files.deleteIfExists(folder.file(name));
        }
        PrivateFiles.sync(folder.declarations());
        if (Files.isDirectory(folder.rejected())) {
            PrivateFiles.sync(folder.rejected());
        }
        PrivateFiles.sync(folder.root());
        var plan = PlanJson.read(folder.plan()).orElseThrow(() -> new IOException(folder.plan() + " is missing"));
        for (var manifest : plan.manifests()) {
            for (var slice : manifest.slices()) {
                strip(folder.journal(manifest.name(slice)));
                Files.deleteIfExists(folder.members(manifest.name(slice)));
            }
        }
        PrivateFiles.sync(folder.journals());
    }

    /** The files that hold names and addresses, with the digests that the batch's record has for them. */
    private static TreeMap<String, String> personal(BatchFolder folder) throws IOException {
        var files = new TreeMap<String, String>();
        BatchRecord.read(folder).files().forEach((name, row) -> {
            if (name.startsWith("declarations/")
                    || name.startsWith(ExceptionFiles.ORIGINALS)
                    || name.equals(ExceptionFiles.REFERRED)
                    || name.equals(ExceptionFiles.REJECTED)) {
                files.put(name, row.digest());
            }
        });
        return files;
    }

    /** Writes a journal anew without what declarations and exceptions say. */
    private static void strip(Path journal) throws IOException {
        var codec = new FrameCodec();
        try (var reader = JournalReader.strict(journal)) {
            var stripped = WholeFile.prepare(journal, out -> {
                for (var frame = reader.next(); frame != null; frame = reader.next()) {
                    for (var bytes : codec.encode(frame.withoutParties())) {
                        out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
                    }
                }
            });
            WholeFile.replace(stripped);
        }
    }
}
