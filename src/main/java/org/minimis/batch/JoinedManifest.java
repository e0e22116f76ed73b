package org.minimis.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.minimis.declaration.JoinedDeclarations;

/** The declaration files of one manifest: they grow together while its journals are read, a frame at a time. */
final class JoinedManifest {

    private final Run run;
    private final Plan.Manifest manifest;
    private final Journals journals;
    private final List<UnnamedFile> unnamed = new ArrayList<>();
    private final SortedMap<String, Growing> growing = new TreeMap<>();

    /** @param isCleared waits for a slice, and says whether it may be read */
    JoinedManifest(Run run, Plan.Manifest manifest, Predicate<SliceName> isCleared) {
        this.run = run;
        this.manifest = manifest;
        this.journals = new Journals(run.folder(), manifest, isCleared, JoinedManifest::isRead);
    }

    /**
     * All that is to be published of it.
     *
     * @param journals what they hold in sum
     */
    record Ready(Journals journals, List<File> files) {}

    /** A file that waits for its name. */
    record File(WholeFile.Prepared prepared, long declarations) {}

    /** A file that is not whole. */
    private static final class Growing {

        private final UnnamedFile file;
        private final JoinedDeclarations declarations;
        private long pieces;

        Growing(UnnamedFile file, JoinedDeclarations declarations) {
            this.file = file;
            this.declarations = declarations;
        }
    }

    private static boolean isRead(String section) {
        return section.equals(Frame.SUMS) || section.equals(Frame.REVERSALS) || Frame.isDeclarations(section);
    }

    /** Joins them from their beginning. Where a slice is missing, nothing is ready, and nothing is left behind. */
    Optional<Ready> join() throws IOException {
        var ready = Optional.<Ready>empty();
        try (journals) {
            for (var frame = journals.next(); frame != null; frame = journals.next()) {
                run.check();
                frame.pieces().forEach(this::add);
            }
            if (journals.ofSlices().size() == manifest.slices().size()) {
                var files = new ArrayList<File>();
                growing.forEach((name, file) -> files.add(end(name, file)));
                ready = Optional.of(new Ready(journals, files));
            }
            return ready;
        } finally {
            if (ready.isEmpty()) {
                unnamed.forEach(run.isOurs() ? UnnamedFile::remove : UnnamedFile::close);
            }
        }
    }

    private void add(String name, Block pieces) {
        var to = growing.computeIfAbsent(name, this::begin);
        to.file.write(out -> to.pieces += add(pieces, to.declarations));
    }

    private Growing begin(String name) {
        var target = run.folder().declarations().resolve(Publish.name(run.plan(), manifest, name));
        var file = UnnamedFile.open(target);
        unnamed.add(file);
        try {
            return new Growing(file, run.clearing().joining(name, manifest.number(), file.out()));
        } catch (IOException e) {
            throw WholeFile.unwritten(target, e);
        }
    }

    /** Adds the declarations of a frame to their file, and says how many. */
    static int add(Block pieces, JoinedDeclarations to) throws IOException {
        var source = new ByteSource(pieces.bytes());
        var count = 0;
        for (; source.hasMore(); count++) {
            var piece = source.slice(source.count());
            to.add(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
        }
        return count;
    }

    private File end(String name, Growing file) {
        var ended = new long[1];
        file.file.write(out -> ended[0] = file.declarations.end());
        var prepared = file.file.prepared();
        var expected = journals.pieces().getOrDefault(name, 0L);
        if (file.pieces != expected || ended[0] > expected || ended[0] == 0) {
            throw ClearException.outOfBalance(
                    "%s: %d declarations are in the journals, %d were joined, %d are in the file"
                            .formatted(prepared.file().getFileName(), expected, file.pieces, ended[0]));
        }
        return new File(prepared, expected);
    }
}
