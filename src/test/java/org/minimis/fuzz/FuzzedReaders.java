package org.minimis.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.minimis.batch.BatchTargets;
import org.minimis.cli.ParcelTarget;
import org.minimis.declaration.SettingsTargets;
import org.minimis.manifest.ManifestTargets;
import org.minimis.money.RateTargets;
import org.minimis.regime.LawTarget;

/** Every reader that opens what others have written, by the name under which its cases are kept. */
final class FuzzedReaders {

    static final Map<String, Supplier<FuzzTarget>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("ndjson", ManifestTargets::ndjson),
            Map.entry("csv", ManifestTargets::csv),
            Map.entry("carrier-csv", ManifestTargets::carrierCsv),
            Map.entry("gzip", ManifestTargets::gzip),
            Map.entry("zip", ManifestTargets::zip),
            Map.entry("carrier-profile", ManifestTargets::carrierProfile),
            Map.entry("rates-ecb", RateTargets::ecb),
            Map.entry("rates-hmrc", RateTargets::hmrc),
            Map.entry("rates-table", RateTargets::table),
            Map.entry("law", LawTarget::new),
            Map.entry("settings", SettingsTargets::new),
            Map.entry("journal", BatchTargets::journal),
            Map.entry("work-files", BatchTargets::workFiles),
            Map.entry("batch-json", BatchTargets::records),
            Map.entry("plan-json", BatchTargets::plans),
            Map.entry("quote", ParcelTarget::new)));

    private FuzzedReaders() {}

    static FuzzTarget of(String name) {
        return ALL.get(name).get();
    }
}
