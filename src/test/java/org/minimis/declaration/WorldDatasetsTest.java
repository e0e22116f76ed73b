package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.javamoney.moneta.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minimis.assessment.Assessor;
import org.minimis.assessment.CustomsRates;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.money.Amounts;
import org.minimis.money.ExchangeRateFiles;
import org.minimis.regime.Regimes;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** Law and lists agree: every dataset that a law names can be declared, and no list waits for one that none names. */
class WorldDatasetsTest {

    private static final ConfigFolder CONFIG = ConfigFolder.packed();
    private static final Declarant DECLARANT = Declarant.read(CONFIG);
    private static final Map<String, ListForm> FORMS = ListForm.readAll(CONFIG);
    private static final Regimes LAW = Regimes.load(CONFIG);

    @TempDir
    Path folder;

    private Assessor assessor;

    /** Some limits stand in dollars, and no table of those countries is at hand: these rates are made up. */
    @BeforeEach
    void rates() throws IOException {
        Files.createDirectories(folder.resolve("regimes"));
        Files.createDirectories(folder.resolve("exchange-rates/made-up"));
        var rates = new StringBuilder("base,currency,units_per_base,valid_from,valid_to,source\n");
        for (var rate : List.of("KRW,USD,0.0008", "IDR,USD,0.00006", "MXN,USD,0.05", "BRL,USD,0.2", "TRY,EUR,0.02")) {
            rates.append(rate).append(",2024-01-01,2026-12-31,made up\n");
        }
        for (var month : List.of("2026-01", "2026-09")) {
            Files.writeString(folder.resolve("exchange-rates/made-up/" + month + ".csv"), rates);
        }
        assessor = new Assessor(LAW, new CustomsRates(new ExchangeRateFiles(ConfigFolder.of(folder)), "made-up"));
    }

    /** What the sources describe too little for a list of its own. */
    private static final Set<String> BY_DEFAULT = Set.of(
            "AU-N10",
            "JP-IDA",
            "KR-KR_IMPORT",
            "NO-TVINN",
            "NZ-IMPORT_ENTRY",
            "SG-TRADENET_PERMIT",
            "TH-TH_TYPE1",
            "TH-TH_TYPE2",
            "TH-TH_TYPE3");

    @Test
    void everyDatasetOfTheLawHasItsListOrTheDefault() {
        var byDefault = new TreeSet<String>();
        var messages = new TreeSet<String>();
        datasets().forEach((regime, datasets) -> {
            var forms = ListForms.of(regime, FORMS, "config/datasets");
            for (var dataset : datasets) {
                if (DECLARANT.lists(regime) == null) {
                    messages.add(regime);
                    assertThat(DECLARANT.syntaxes(dataset)).as(dataset).isNotEmpty();
                } else if (!forms.has(dataset)) {
                    byDefault.add(regime + "-" + dataset);
                }
            }
        });

        assertThat(byDefault).containsExactlyInAnyOrderElementsOf(BY_DEFAULT);
        assertThat(messages).containsExactly("EU", "GB", "XI");
    }

    @Test
    void noListWaitsForADatasetOrASectionThatNoLawNames() {
        var known = datasets();
        for (var name : FORMS.keySet()) {
            var slash = name.indexOf('/');
            if (slash < 0) {
                assertThat(name).isIn("default", "DOCS");
            } else {
                var law = CONFIG.text("regimes/" + name.substring(0, slash) + "/declaration.yaml");
                assertThat(known.get(name.substring(0, slash).toUpperCase(Locale.ROOT)))
                        .as(name)
                        .contains(name.substring(slash + 1));
                for (var section : FORMS.get(name).sections()) {
                    assertThat(law).as(name).contains("procedures: [" + section + "]");
                }
            }
        }
    }

    @Test
    void everyFeeOfAListIsOneOfTheLaw() {
        FORMS.forEach((name, form) -> {
            for (var field : form.fields()) {
                for (var source : field.sources()) {
                    if (source.word().startsWith("fees:")) {
                        assertThat(fees(name.substring(0, name.indexOf('/'))))
                                .as(name)
                                .contains(source.word().substring("fees:".length()));
                    }
                }
            }
        });
    }

    @ParameterizedTest(name = "{0} on {1}: {3} {4} of {2} are in {5}")
    @CsvSource({
        "US, 2024-05-02, BD, 20.00, USD, US-TYPE86.csv",
        "US, 2026-03-16, BD, 20.00, USD, US-TYPE11.csv",
        "CA, 2026-09-15, BD, 15.00, CAD, CA-CLVS-CIRO.csv",
        "CA, 2026-09-15, US, 90.00, CAD, CA-CLVS-LVS.csv",
        "AU, 2026-09-15, CN, 20.00, AUD, AU-SAC.csv",
        "NZ, 2026-09-15, CN, 20.00, NZD, NZ-ICR.csv",
        "SG, 2026-09-15, CN, 20.00, SGD, SG-SG_MANIFEST.csv",
        "CH, 2026-09-15, CN, 20.00, CHF, CH-EDEC_SIMPLE.csv",
        "LI, 2026-09-15, CN, 20.00, CHF, CH-EDEC_SIMPLE.csv",
        "NO, 2026-09-15, CN, 20.00, NOK, NO-TVINN.csv",
        "JP, 2026-09-15, CN, 2000, JPY, JP-MIC.csv",
        "KR, 2026-09-15, CN, 20000, KRW, KR-KR_LIST.csv",
        "TH, 2025-09-15, CN, 900.00, THB, TH-TH_TYPE3.csv",
        "ID, 2026-09-15, CN, 300000, IDR, ID-CN.csv",
        "MX, 2026-09-15, CN, 900.00, MXN, MX-PEDIMENTO_T1.csv",
        "BR, 2026-09-15, CN, 100.00, BRL, BR-DIR.csv",
        "TR, 2026-01-15, CN, 20.00, EUR, TR-ETGB.csv",
        "DE, 2026-09-15, CN, 20.00, EUR, EU-H7.xml",
        "GB, 2026-09-15, CN, 20.00, GBP, GB-BIRDS.xml"
    })
    void nothingIsAssessedWithoutAPiece(
            String country, LocalDate day, String origin, String value, String currency, String file) {
        var files = new TreeSet<String>();
        for (var type : ConsignmentType.values()) {
            var consignment = consignment(country, type, origin, Amounts.of(currency, value));
            var outcome = assessor.assess(consignment, List.of(), day, false);
            if (outcome instanceof Outcome.Assessed assessed) {
                files.addAll(declared(assessed));
            } else {
                assertThat(type).as("%s", outcome.findings()).isNotIn(ConsignmentType.B2C, ConsignmentType.DOCUMENTS);
            }
        }

        assertThat(files).contains(file);
    }

    private static List<String> declared(Outcome.Assessed assessed) {
        var declarations = Declarations.of(DECLARANT);
        var assessment = assessed.assessment();
        assertThat(declarations.obstacle(assessed)).isEmpty();
        assertThat(DECLARANT.office(assessment.regime(), assessment.state())).isNotBlank();
        var pieces = declarations.pieces(assessed);
        assertThat(pieces).isNotEmpty().allSatisfy(piece -> {
            assertThat(piece.file()).startsWith(assessment.regime() + "-" + assessment.dataset());
            assertThat(new String(piece.bytes(), StandardCharsets.UTF_8)).contains("XP0000000001");
        });
        return pieces.stream().map(DeclarationPiece::file).toList();
    }

    private static Consignment consignment(String country, ConsignmentType type, String origin, Money value) {
        var sample = Samples.german().consignment();
        var goods = new GoodsItem(
                "TOY CAR",
                new CommodityCode("950300"),
                BigDecimal.ONE,
                "PCE",
                value,
                null,
                new BigDecimal("0.50"),
                Country.of(origin),
                "SKU-1",
                "MFG-1",
                null);
        return new Consignment(
                sample.carriage(),
                sample.channel(),
                sample.houseWaybill(),
                type,
                Country.of(origin),
                Country.of(country),
                country.equals("CA") ? "ON" : country.equals("BR") ? "SP" : null,
                sample.consignor(),
                sample.consignee(),
                List.of(),
                null,
                null,
                1,
                new BigDecimal("0.60"),
                null,
                null,
                null,
                type == ConsignmentType.DOCUMENTS ? List.of() : List.of(goods));
    }

    /** The datasets that each regime's law names, whatever the day. */
    private static Map<String, Set<String>> datasets() {
        var datasets = new TreeMap<String, Set<String>>();
        for (var name : CONFIG.list("regimes", "/declaration.yaml")) {
            var folder = name.substring(0, name.lastIndexOf('/'));
            var regime = ConfigNode.read(CONFIG, folder + "/regime.yaml")
                    .required("id")
                    .text();
            for (var day :
                    ConfigNode.read(CONFIG, name).required("values").entries().values()) {
                for (var each : day.elements()) {
                    each.optional("declare")
                            .ifPresent(declare -> datasets.computeIfAbsent(regime, key -> new TreeSet<>())
                                    .add(declare.required("dataset").text()));
                }
            }
        }
        return datasets;
    }

    private static List<String> fees(String regime) {
        return CONFIG.list("regimes/" + regime + "/fees", ".yaml").stream()
                .map(name -> ConfigNode.read(CONFIG, name))
                .map(fee -> fee.optional("fee")
                        .orElseGet(() -> fee.required("name"))
                        .text())
                .toList();
    }
}
