package org.minimis.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minimis.ledger.ClaimTable;

/** What a batch claims in a book that several processes clear into, so that a house waybill is declared once. */
final class SharedClaims {

    private final Run run;

    SharedClaims(Run run) {
        this.run = run;
    }

    /**
     * Claims the house waybills of the slices that are not decided yet.
     *
     * @return those that another batch has
     */
    Map<Fingerprint, String> claim(List<SliceName> slices) throws IOException {
        var claimed = new HashMap<Fingerprint, String>();
        if (!run.book().isShared()) {
            return claimed;
        }
        var decided = new Repeats(run.folder()).decided();
        for (var slice : slices) {
            if (!decided.contains(slice)) {
                run.check();
                run.book()
                        .write(book -> new ClaimTable(book)
                                .claim(
                                        run.plan().batch(),
                                        taker -> keys(slice, taker),
                                        (houseWaybill, batch) ->
                                                claimed.put(Fingerprint.of(ByteBuffer.wrap(houseWaybill)), batch)));
            }
        }
        return claimed;
    }

    private void keys(SliceName slice, ClaimTable.Taker taker) throws SQLException {
        try {
            for (var key : KeyFile.houseWaybills(run.folder().keys(slice))) {
                taker.take(key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When all of the batch is published: what it did not declare, and what it cancelled, is free again. */
    void release() throws IOException {
        var plan = run.plan();
        if (!run.book().isShared() || run.sound().size() < plan.manifests().size()) {
            return;
        }
        var cancels = Correction.read(run.folder()).filter(Correction::cancels).isPresent();
        run.book().write(book -> {
            var claims = new ClaimTable(book);
            claims.release(plan.batch());
            if (cancels) {
                claims.releaseCancelled(plan.batch());
            }
        });
    }
}
