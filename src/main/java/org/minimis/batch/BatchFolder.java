package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.minimis.ledger.PrivateFiles;

/**
 * The folder of one batch: what it publishes, its journals, and work files that go when it is complete.
 *
 * @param root {@code out/<batch>}
 */
record BatchFolder(Path root) {

    Path journals() {
        return root.resolve("journal");
    }

    Path plan() {
        return journals().resolve("plan.json");
    }

    Path journal(SliceName slice) {
        return journals().resolve("%d-%d.journal".formatted(slice.manifest(), slice.slice()));
    }

    Path work() {
        return root.resolve("work");
    }

    Path keys(SliceName slice) {
        return work().resolve(slice + ".keys");
    }

    Path repeats(SliceName slice) {
        return journals().resolve("%d-%d.repeats".formatted(slice.manifest(), slice.slice()));
    }

    /** Consignments that the law may take together with others; no file where there are none. */
    Path members(SliceName slice) {
        return journals().resolve("%d-%d.members".formatted(slice.manifest(), slice.slice()));
    }

    /** What they are taken together with. */
    Path together(SliceName slice) {
        return journals().resolve("%d-%d.together".formatted(slice.manifest(), slice.slice()));
    }

    /** What a published manifest has declared. */
    Path declared(int manifest) {
        return journals().resolve(manifest + ".declared");
    }

    /** Attempts of workers at slices; what counts of them has moved elsewhere. */
    Path attempts() {
        return work().resolve("attempts");
    }

    /** Names the slices whose repeats are decided and will not be decided again. */
    Path decided() {
        return work().resolve("decided.txt");
    }

    Path declarations() {
        return root.resolve("declarations");
    }

    /** The rejected records as they came, a file for each manifest. */
    Path rejected() {
        return root.resolve("rejected");
    }

    Path report() {
        return root.resolve("report");
    }

    Path file(String name) {
        return root.resolve(name);
    }

    void create() throws IOException {
        for (var folder : new Path[] {root, journals(), work(), declarations(), report()}) {
            PrivateFiles.folder(folder);
        }
        PrivateFiles.sync(root);
        PrivateFiles.sync(root.toAbsolutePath().getParent());
    }

    /** All batches that have a plan, in the order in which they were received, whatever clock there was; first those without a sound manifest. */
    static List<BatchFolder> received(Path out) throws IOException {
        record Received(long id, BatchFolder folder) {}
        var received = new ArrayList<Received>();
        for (var folder : under(out)) {
            var id = PlanJson.read(folder.plan()).orElseThrow().firstId();
            received.add(new Received(id == Long.MAX_VALUE ? 0 : id, folder));
        }
        received.sort(Comparator.comparingLong(Received::id));
        return received.stream().map(Received::folder).toList();
    }

    /** All batches that have a plan, by name. */
    static List<BatchFolder> under(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(out)) {
            return folders.map(BatchFolder::new)
                    .filter(folder -> Files.exists(folder.plan()))
                    .sorted(Comparator.comparing(folder -> folder.root().toString()))
                    .toList();
        }
    }

    /** Work files go last, when all else is done. */
    boolean isComplete() throws IOException {
        return !Files.exists(work()) && BatchJson.saysCompleted(file(BatchJson.NAME));
    }

    /** A manifest's number as part of a file name: other characters than letters, digits, {@code _} and {@code -} become {@code _}. */
    static String nameOf(String number) {
        var name = new StringBuilder();
        for (var c : number.toCharArray()) {
            var plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            name.append(plain ? c : '_');
        }
        return name.toString();
    }

    /** Two names that some file systems take for one are one. */
    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
