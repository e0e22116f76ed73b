package org.minimis.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.minimis.ledger.Book;

/** What the steps of one run of a batch share. */
final class Run {

    private final ClearRequest request;
    private final Clearing clearing;
    private final ReportWriter report;
    private final Progress progress;
    private final BatchFolder folder;
    private final Book book;
    private final Stop stop;
    private final Runnable fence;
    private final Map<Integer, String> failures = new ConcurrentHashMap<>();
    private final Map<Path, FileTime> modified = new ConcurrentHashMap<>();
    private volatile Optional<Plan> plan = Optional.empty();

    Run(
            ClearRequest request,
            Clearing clearing,
            ReportWriter report,
            Progress progress,
            BatchFolder folder,
            Book book) {
        this(request, clearing, report, progress, folder, book, new Stop(), () -> {});
    }

    Run(
            ClearRequest request,
            Clearing clearing,
            ReportWriter report,
            Progress progress,
            BatchFolder folder,
            Book book,
            Stop stop,
            Runnable fence) {
        this.stop = stop;
        this.fence = fence;
        this.request = request;
        this.clearing = clearing;
        this.report = report;
        this.progress = progress;
        this.folder = folder;
        this.book = book;
    }

    ClearRequest request() {
        return request;
    }

    Clearing clearing() {
        return clearing;
    }

    ReportWriter report() {
        return report;
    }

    Progress progress() {
        return progress;
    }

    BatchFolder folder() {
        return folder;
    }

    Book book() {
        return book;
    }

    /**
     * Before each thing that is written.
     *
     * @throws ClearException when somebody wants the batch to end, or another run has taken its place
     */
    void check() {
        stop.check();
        fence.run();
    }

    /** May this run still remove what it wrote, or has another taken its place and writes the same? */
    boolean isOurs() {
        try {
            fence.run();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Waits for the book where it is away. */
    Patience patience() {
        return new Patience(book, progress, stop);
    }

    void plan(Plan received) {
        plan = Optional.of(received);
    }

    /** What this batch corrects. */
    Corrected corrected() {
        try {
            return BookCorrected.of(this, folder.root().getFileName().toString());
        } catch (IOException e) {
            throw ClearException.outOfReach(folder.journals() + ": what the batch corrects cannot be read", e);
        }
    }

    /** The plan, from memory or from beside the journals. */
    Plan plan() {
        if (plan.isEmpty()) {
            try {
                plan = PlanJson.read(folder.plan());
            } catch (IOException e) {
                throw ClearException.outOfReach(folder.plan() + ": the plan of the batch cannot be read", e);
            }
        }
        return plan.orElseThrow(() -> new IllegalStateException("the batch has not been received"));
    }

    void handedOver(Handover handover) {
        if (handover.modified() != null) {
            modified.put(handover.file(), handover.modified());
        }
    }

    /** Has somebody changed the manifest since its digest was taken? */
    boolean isChanged(Plan.Manifest manifest) throws IOException {
        var before = modified.get(manifest.file());
        return before != null && !before.equals(Files.getLastModifiedTime(manifest.file()))
                || Files.size(manifest.file()) != manifest.bytes();
    }

    /** This manifest cannot be cleared in this run; the others go on. */
    void fail(int manifest, String reason) {
        failures.putIfAbsent(manifest, reason);
    }

    /** Why a manifest cannot be published, if it cannot. */
    Optional<String> failure(Plan.Manifest manifest) {
        return Optional.ofNullable(manifest.failure()).or(() -> Optional.ofNullable(failures.get(manifest.ordinal())));
    }

    /** The manifests that have not failed, in the batch's order. */
    List<Plan.Manifest> sound() {
        return plan().manifests().stream()
                .filter(manifest -> failure(manifest).isEmpty())
                .toList();
    }
}
