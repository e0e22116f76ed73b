package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationProbeTest {

    @TempDir
    Path folder;

    private List<Slice> stretches(ManifestFormat format, String text) throws Exception {
        var file = Files.writeString(folder.resolve("m"), text);
        var slice = new Slice(0, 0, Files.size(file), 1);
        var probe = new DestinationProbe(Set.of("SG", "US"));
        Manifests.screen(file, "m", format, null, slice, (houseWaybill, line) -> {}, probe);
        return probe.stretches(slice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"houseWaybill\":\"X\",\"destinationCountry\":\"SG\"}",
                "{\"destinationCountry\" : \"us\"}",
                "{\"destinationCountry\":\" SG\"}",
                "{\"destinationCountry\":null}",
                "{\"a\":\"\\\"destinationCountry\\\":\\\"DE\\\"\",\"destinationCountry\":\"SG\"}"
            })
    void aLineThatMayGoThereIsFound(String line) throws Exception {
        var before = "{\"destinationCountry\":\"DE\"}\n\n";

        assertThat(stretches(ManifestFormat.NDJSON, before + line + "\n" + before))
                .containsExactly(new Slice(0, before.length(), before.length() + line.length() + 1, 3));
    }

    @Test
    void elsewhereNothingIsReadTwice() throws Exception {
        var line = "{\"houseWaybill\":\"SG\",\"origin\":\"US\",\"destinationCountry\":\"DE\"}\n";

        assertThat(stretches(ManifestFormat.NDJSON, line.repeat(3) + "{}\nSG\n"))
                .isEmpty();
    }

    @Test
    void linesFarApartAreReadApartAndNeighboursAtOnce() throws Exception {
        var there = "{\"destinationCountry\":\"SG\"}\n";
        var elsewhere = "{\"destinationCountry\":\"DE\"}\n";
        var many = elsewhere.repeat(3_000);

        assertThat(stretches(ManifestFormat.NDJSON, there + elsewhere + there + many + there))
                .containsExactly(
                        new Slice(0, 0, 3L * there.length(), 1),
                        new Slice(0, 3L * there.length() + many.length(), 4L * there.length() + many.length(), 3_004));
    }

    @Test
    void aSliceOfCsvIsReadWhole() throws Exception {
        var header =
                "manifest,channel,houseWaybill,type,destinationCountry,pieces,grossKg,description,quantity,value,currency\n";
        var row = "M,EXPRESS,XP%d,B2C,%s,1,1,US SHIRT,1,1.00,USD\n";
        var text = header + row.formatted(1, "DE") + row.formatted(2, "FR");

        assertThat(stretches(ManifestFormat.CSV, text)).isEmpty();
        var with = text + row.formatted(3, "SG");
        assertThat(stretches(ManifestFormat.CSV, with)).containsExactly(new Slice(0, 0, with.length(), 1));
    }
}
