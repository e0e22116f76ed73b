package org.minimis.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.minimis.ledger.Account;
import org.minimis.ledger.AccountSums;
import org.minimis.ledger.TenThousandths;

/** Adds up how a batch ended. */
final class Results {

    private static final int DUTY = 0;
    private static final int VAT = 1;
    private static final int FEES = 2;

    private final AccountSums sums = new AccountSums();
    private final List<ClearResult.Manifest> manifests = new ArrayList<>();

    static ClearResult of(BatchFolder folder, Plan plan, Failed failed) throws IOException {
        var results = new Results();
        for (var manifest : plan.manifests()) {
            results.add(folder, manifest, failed.reason(manifest));
        }
        return new ClearResult(plan.batch(), folder.root(), false, results.manifests, totals(results.sums));
    }

    /** Why a manifest was not published. */
    @FunctionalInterface
    interface Failed {
        Optional<String> reason(Plan.Manifest manifest);
    }

    private void add(BatchFolder folder, Plan.Manifest manifest, Optional<String> failure) throws IOException {
        var counts = Counts.NONE;
        if (failure.isEmpty()) {
            for (var slice : manifest.slices()) {
                var end = JournalReader.last(folder.journal(manifest.name(slice)));
                counts = counts.plus(end.counts());
                sums.addAll(end.sums());
            }
            if (Correction.read(folder).isPresent()) {
                Reversal.sums(Journals.read(folder, manifest).reversals())
                        .list()
                        .forEach(sum -> sums.add(sum.account(), sum.currency(), Math.negateExact(sum.amount())));
            }
        }
        manifests.add(new ClearResult.Manifest(
                manifest.number(),
                manifest.fileName(),
                manifest.digest(),
                counts.records(),
                counts.assessed(),
                counts.referred(),
                counts.rejected(),
                failure));
    }

    static List<ClearResult.Total> totals(AccountSums sums) {
        var byCurrency = new TreeMap<String, long[]>();
        for (var sum : sums.list()) {
            var amounts = byCurrency.computeIfAbsent(sum.currency(), currency -> new long[FEES + 1]);
            var kind = kind(sum.account());
            amounts[kind] = Math.addExact(amounts[kind], sum.amount());
        }
        return byCurrency.entrySet().stream()
                .map(entry -> new ClearResult.Total(
                        entry.getKey(),
                        TenThousandths.money(entry.getKey(), entry.getValue()[DUTY]),
                        TenThousandths.money(entry.getKey(), entry.getValue()[VAT]),
                        TenThousandths.money(entry.getKey(), entry.getValue()[FEES])))
                .toList();
    }

    private static int kind(Account account) {
        return switch (account.kind()) {
            case Account.DUTY -> DUTY;
            case Account.VAT -> VAT;
            default -> FEES;
        };
    }
}
