package org.minimis.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.javamoney.moneta.Money;

/**
 * How a batch ended.
 *
 * @param alreadyCleared the same manifests were cleared before under the same law and day; nothing was done
 * @param manifests in the batch's order
 * @param totals by currency
 */
public record ClearResult(
        String batch, Path folder, boolean alreadyCleared, List<Manifest> manifests, List<Total> totals) {

    public ClearResult {
        manifests = List.copyOf(manifests);
        totals = List.copyOf(totals);
    }

    /**
     * One manifest.
     *
     * @param number the carrier's; empty where it could not be read
     * @param failure why it was not published, with what to do
     */
    public record Manifest(
            String number,
            String fileName,
            String digest,
            long records,
            long assessed,
            long referred,
            long rejected,
            Optional<String> failure) {}

    /** What the batch makes payable in one currency. */
    public record Total(String currency, Money duty, Money vat, Money fees) {

        public Money total() {
            return duty.add(vat).add(fees);
        }
    }

    /** 0, or 4 when a manifest was not published. */
    public int exitCode() {
        var whole = manifests.stream().allMatch(manifest -> manifest.failure().isEmpty());
        return whole ? 0 : ClearException.INCOMPLETE;
    }
}
