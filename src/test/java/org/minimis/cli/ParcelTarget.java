package org.minimis.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.OutcomeJson;
import org.minimis.assessment.OutcomeText;
import org.minimis.fuzz.FuzzTarget;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** A parcel that somebody asks about, from its file to the words of its answer. */
public final class ParcelTarget implements FuzzTarget {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 15);
    private static final List<String> COUNTRIES = List.of(
            "DE", "FR", "GB", "XI", "US", "CH", "NO", "JP", "KR", "AU", "NZ", "SG", "TR", "BR", "MX", "CA", "TH", "ID");

    private final Assessor assessor;

    public ParcelTarget() {
        var config = ConfigFolder.of(Path.of("config"));
        assessor = new Assessor(Regimes.load(config), new CustomsRates(new ExchangeRateFiles(config), null));
    }

    @Override
    public void read(byte[] input) {
        try {
            var parcel = Parcel.read(ConfigNode.parse("f.json", new String(input, StandardCharsets.UTF_8)));
            var day = parcel.accepted() == null ? DAY : parcel.accepted();
            var outcome = assessor.assess(parcel.consignment(), List.of(), day, true);
            OutcomeText.lines(outcome);
            OutcomeJson.bytes(outcome);
        } catch (ConfigException e) {
            if (e.getMessage().isBlank()) {
                throw e;
            }
        }
    }

    @Override
    public List<byte[]> seeds() {
        var seeds = new ArrayList<byte[]>();
        for (var to : COUNTRIES) {
            seeds.add(("""
                    {"from": "CN", "to": "%s", "type": "B2C", "channel": "EXPRESS", "freight": "EUR 4.00",
                    "schemes": {"IOSS": "IM2760000742"}, "accepted": "2026-08-14", "grossKg": "0.8", "postcode": "12345",
                    "goods": [{"description": "COTTON T-SHIRT", "code": "610910", "value": "EUR 40.00", "quantity": "2",
                    "origin": "CN", "netKg": "0.3"}, {"description": "BOOK", "code": "49019900", "value": "USD 12"}]}
                    """.formatted(to)).getBytes(StandardCharsets.UTF_8));
        }
        seeds.add(
                "goods: [ { description: BAG, value: EUR 40 } ]\nfrom: CN\nto: DE\n".getBytes(StandardCharsets.UTF_8));
        return seeds;
    }
}
