package org.minimis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SplitsCommandTest {

    private static final String LINE = """
            {"manifest":"MAN-1","masterWaybill":"020-12345675","carrier":"XP","flight":"XP0207","arrivalAirport":"LEJ",\
            "arrival":"2026-06-30T04:30:00Z","channel":"EXPRESS","houseWaybill":"%s","type":"B2C","dispatchCountry":"CN",\
            "destinationCountry":"DE","consignor":{"name":"SHOP","street":"ROAD 1","city":"SHENZHEN","postcode":"518000","country":"CN"},\
            "consignee":{"name":"ANNA","street":"WEG 1","city":"ORT","postcode":"04103","country":"DE","personType":"NATURAL"},\
            "pieces":1,"grossKg":"0.85","incoterm":"DAP","goods":[{"description":"COTTON T-SHIRT, KNITTED, MENS",\
            "commodityCode":"610910","quantity":"1","unit":"PCE","value":{"amount":"%s","currency":"EUR"},"netKg":"0.35","origin":"CN"}]}
            """;

    @TempDir
    Path folder;

    private Path manifest(String... values) throws Exception {
        var text = new StringBuilder();
        for (var i = 0; i < values.length; i++) {
            text.append(LINE.formatted("XP" + i, values[i]));
        }
        return Files.writeString(folder.resolve("m.ndjson"), text);
    }

    @Test
    void aDividedOrderIsShownWithItsEvidence() throws Exception {
        var file = manifest("100.00", "50.01").toString();

        var text = Session.run("splits", file, "--accepted", "2026-06-30");
        var json = JsonMapper.shared()
                .readTree(Session.run("splits", file, "--accepted", "2026-06-30", "--format", "json")
                        .out());

        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .startsWith("look divided:\n")
                .containsPattern("EU +EUR 150.00 +goods_value +EUR 150.01 +2 +[0-9a-f]{8} +XP0, XP1")
                .doesNotContain("ANNA", "SHOP");
        var last = json.get("splits").get(json.get("splits").size() - 1);
        assertThat(last.get("code").asString()).isEqualTo("POSSIBLE_SPLIT");
        assertThat(last.get("houseWaybills").toString()).isEqualTo("[\"XP0\",\"XP1\"]");
    }

    @Test
    void nothingDividedIsSaid() throws Exception {
        var found = Session.run("splits", manifest("10.00", "10.00").toString(), "--accepted", "2026-06-30");

        assertThat(found.exitCode()).isZero();
        assertThat(found.out()).isEqualTo("no consignments look divided\n");
    }

    @Test
    void aBatchThatIsNotThereIsAUsageError() {
        assertThat(Session.run("splits", "B-1", "--out", folder.toString()).exitCode())
                .isEqualTo(2);
    }
}
