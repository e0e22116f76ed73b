package org.minimis.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night to Singapore that dies while it finds out what belongs together. */
class KilledTogetherTest {

    private static final String LINE = """
            {"manifest":"MAN-%1$d","masterWaybill":"020-12345675","carrier":"XP","flight":"SQ1","arrivalAirport":"SIN",\
            "arrival":"2026-07-03T04:30:00Z","channel":"EXPRESS","houseWaybill":"XP%1$d-%2$d","type":"B2C","dispatchCountry":"CN",\
            "destinationCountry":"SG","consignor":{"name":"SHOP","street":"ROAD 1","city":"SHENZHEN","postcode":"518000","country":"CN"},\
            "consignee":{"name":"PERSON %3$d","street":"WAY 1","city":"TOWN","postcode":"409051","country":"SG","personType":"NATURAL"},\
            "pieces":1,"grossKg":"0.85","incoterm":"DAP","goods":[{"description":"COTTON T-SHIRT, KNITTED, MENS",\
            "commodityCode":"610910","quantity":"1","unit":"PCE","value":{"amount":"%4$d.00","currency":"SGD"},"netKg":"0.35","origin":"CN"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void endsAsIfNothingHadHappened() throws Exception {
        var in = Files.createDirectories(folder.resolve("in"));
        for (var manifest = 1; manifest <= 2; manifest++) {
            var text = new StringBuilder();
            for (var i = 0; i < 40; i++) {
                text.append(LINE.formatted(manifest, i, i % 30, 100 + 5 * i));
            }
            Files.writeString(in.resolve("m" + manifest + ".ndjson"), text);
        }
        var undisturbed = new KilledNight(folder.resolve("undisturbed"), in);
        assertThat(undisturbed.clear("", 0)).as(undisturbed.said).isZero();

        var night = new KilledNight(folder.resolve("killed"), in);
        for (var point : List.of("members:2", "together-written:1")) {
            assertThat(KilledNight.isKilled(night.go(point, 0))).as(night.said).isTrue();
        }
        assertThat(night.go("", 0)).as(night.said).isZero();

        var expected = undisturbed.digests();
        assertThat(expected.keySet()).anyMatch(name -> name.endsWith(".together"));
        assertThat(night.digests()).isEqualTo(expected);
    }
}
