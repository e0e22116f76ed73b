package org.minimis.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minimis.assessment.Outcome;
import org.minimis.manifest.ManifestRecord;
import org.minimis.settings.ConfigException;

class ClearTest {

    @TempDir
    Path folder;

    private Night night(String name) throws IOException {
        return new Night(folder.resolve(name));
    }

    private Night threeManifests(String name) throws IOException {
        var night = night(name);
        night.manifest("a.ndjson", Night.lines('A', 120));
        night.manifest("b.ndjson", Night.lines('B', 7));
        night.manifest("c.ndjson", Night.lines('C', 60));
        return night;
    }

    @Test
    void outputDoesNotDependOnThreadsChunksOrSlices() throws Exception {
        var expected = new TreeMap<String, String>();
        var threadsOf = new int[] {1, 2, 8};
        var chunks = new int[] {3, 7, 1000};
        var slices = new long[] {60, 700, 1 << 20};
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 3; j++) {
                var threads = threadsOf[i];
                var chunk = chunks[j];
                var slice = slices[(i + j) % 3];
                var night = threeManifests(threads + "-" + chunk);

                var files = Night.files(night.clear(night.request(threads, chunk, slice), new LineClearing()), true);

                assertThat(files).containsKey("declarations/EU-H7-MANA.xml");
                if (expected.isEmpty()) {
                    expected.putAll(files);
                }
                assertThat(files).isEqualTo(expected);
            }
        }
    }

    @Test
    void outputDoesNotDependOnTheFormInWhichAManifestComes() throws Exception {
        var plain = threeManifests("plain");
        var packed = night("packed");
        packed.manifest("a.csv", "hawb;to;currency;value\n" + Night.lines('A', 120));
        gzip(packed.in.resolve("b.ndjson.gz"), Night.lines('B', 7));
        gzip(packed.in.resolve("c.csv.gz"), "hawb;to;currency;value\n" + Night.lines('C', 60));

        var expected = Night.files(plain.clear(), false);
        var found = Night.files(packed.clear(), false);
        // Rejected records are kept as they came, so they do depend on it.
        assertThat(found.keySet().removeIf(name -> name.startsWith("rejected/")))
                .isEqualTo(expected.keySet().removeIf(name -> name.startsWith("rejected/")));

        assertThat(found).isEqualTo(expected);
    }

    private static void gzip(Path file, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyRecordEndsInExactlyOneOfThreeWays() throws Exception {
        var night = threeManifests("night");

        var result = night.clear();

        assertThat(result.exitCode()).isZero();
        assertThat(result.manifests()).extracting(ClearResult.Manifest::records).containsExactly(120L, 7L, 60L);
        for (var manifest : result.manifests()) {
            assertThat(manifest.assessed() + manifest.referred() + manifest.rejected())
                    .isEqualTo(manifest.records());
        }
        var files = Night.files(result, true);
        assertThat(files.get("rejected.ndjson")).contains("REPEATED_HOUSE_WAYBILL XA0", "REPEATED_HOUSE_WAYBILL XC0");
        assertThat(files.get("referred.ndjson")).startsWith("OVER_CEILING XA4\n");
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("work"));
    }

    @Test
    void ofTwoEqualHouseWaybillsTheFirstInTheBatchWins() throws Exception {
        var night = night("night");
        night.manifest("a.ndjson", "XA1;DE;EUR;10.00\n");
        night.manifest("b.ndjson", "XA1;DE;EUR;20.00\nXA2;DE;EUR;20.00\n");

        var files = Night.files(night.clear(), true);

        assertThat(files.get("declarations/EU-H7-MANA.xml")).contains("XA1");
        assertThat(files.get("declarations/EU-H7-MANA-2.xml")).contains("XA2").doesNotContain("XA1");
        assertThat(files.get("rejected.ndjson")).isEqualTo("REPEATED_HOUSE_WAYBILL XA1\n");
    }

    @Test
    void aManifestThatFailsDoesNotFailTheNightAndRunningAgainCompletesIt() throws Exception {
        var night = threeManifests("night");
        var broken = new LineClearing() {
            @Override
            public Outcome assess(ManifestRecord read) {
                if (read.source().file().endsWith("b.ndjson")) {
                    throw new IllegalStateException("a bug in the law");
                }
                return super.assess(read);
            }
        };

        var first = night.clear(night.request(2, 10, 500), broken);

        assertThat(first.exitCode()).isEqualTo(4);
        assertThat(first.manifests().get(1).failure())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("b.ndjson: the program failed on it (IllegalStateException: a bug in the law)"));
        assertThat(Night.files(first, true))
                .containsKeys("declarations/EU-H7-MANA.xml", "declarations/EU-H7-MANC.xml")
                .doesNotContainKey("declarations/EU-H7-MANB.xml");
        assertThat(Batches.list(night.db)).extracting(Batches.Entry::status).containsExactly("INCOMPLETE");

        var second = night.clear();
        var undisturbed = threeManifests("undisturbed").clear();

        assertThat(second.exitCode()).isZero();
        assertThat(Night.files(second, true)).isEqualTo(Night.files(undisturbed, true));
        assertThat(Batches.list(night.db)).extracting(Batches.Entry::status).containsExactly("COMPLETED");
    }

    @Test
    void aTornArchiveFailsAloneAndSaysSo() throws Exception {
        var night = threeManifests("night");
        gzip(night.in.resolve("d.ndjson.gz"), Night.lines('D', 300));
        var bytes = Files.readAllBytes(night.in.resolve("d.ndjson.gz"));
        Files.write(night.in.resolve("d.ndjson.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 20));

        var result = night.clear();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.manifests().get(3).failure().orElseThrow())
                .endsWith("d.ndjson.gz: the gzip file ends too early; hand it over again");
        assertThat(result.manifests().subList(0, 3))
                .allMatch(manifest -> manifest.failure().isEmpty());
    }

    @Test
    void aBatchOfNothingButPoisonIsStillReconciled() throws Exception {
        var night = night("night");
        night.manifest("a.ndjson", "!\n".repeat(500) + "XA1;DE;EUR;9999999999999999\n");

        var result = night.clear();

        assertThat(result.exitCode()).isZero();
        assertThat(result.manifests().get(0).rejected()).isEqualTo(500);
        assertThat(result.manifests().get(0).referred()).isEqualTo(1);
        assertThat(result.totals()).isEmpty();
    }

    @Test
    void anAmountThatTheBookCannotHoldIsRejected() throws Exception {
        var night = night("night");
        night.manifest("a.ndjson", "XA1;DE;EUR;10\nXA2;DE;EUR;20\n");
        var generous = new LineClearing() {
            @Override
            public Outcome assess(ManifestRecord read) {
                return super.assess(read)
                        .match(
                                assessed ->
                                        assessed.consignment().invoice().equals("20") ? outsized(assessed) : assessed,
                                referred -> referred,
                                rejected -> rejected);
            }
        };

        var result = night.clear(night.request(1, 10, 500), generous);

        assertThat(result.manifests().get(0).rejected()).isEqualTo(1);
        assertThat(Night.files(result, true).get("rejected.ndjson")).isEqualTo("INVALID_FIELD XA2\n");
    }

    private static Outcome outsized(Outcome.Assessed assessed) {
        var law = assessed.assessment();
        var huge = law.intrinsicValue().multiply(10_000_000_000_000L);
        return new Outcome.Assessed(
                assessed.consignment(),
                new org.minimis.assessment.Assessment(
                        law.category(),
                        law.regime(),
                        law.state(),
                        law.acceptanceDate(),
                        law.dataset(),
                        law.procedures(),
                        law.vatScheme(),
                        law.currency(),
                        huge,
                        huge,
                        law.duty(),
                        null,
                        law.vat(),
                        law.fees(),
                        law.items()),
                List.of(),
                List.of());
    }

    @Test
    void theSameManifestsAgainAreAlreadyCleared() throws Exception {
        var night = threeManifests("night");
        var first = night.clear();

        var second = night.clear();

        assertThat(second.alreadyCleared()).isTrue();
        assertThat(second.exitCode()).isZero();
        assertThat(second.batch()).isEqualTo(first.batch());
        assertThat(second.totals()).isEqualTo(first.totals());
    }

    @Test
    void aManifestOfAnEarlierBatchIsRefusedAndThatBatchNamed() throws Exception {
        var night = threeManifests("night");
        var first = night.clear();
        gzip(night.in.resolve("d.ndjson.gz"), Night.lines('B', 7));
        Files.delete(night.in.resolve("a.ndjson"));
        Files.delete(night.in.resolve("c.ndjson"));
        Files.delete(night.in.resolve("b.ndjson"));
        night.manifest("e.ndjson", Night.lines('E', 20));

        var second = night.clear();

        assertThat(second.exitCode()).isEqualTo(4);
        assertThat(second.manifests().get(0).failure().orElseThrow())
                .contains("it was already cleared by batch " + first.batch());
        assertThat(second.manifests().get(1).failure()).isEmpty();
    }

    @Test
    void aSilentLawStopsTheNight() throws Exception {
        var night = threeManifests("night");
        var silent = new LineClearing() {
            @Override
            public Outcome assess(ManifestRecord read) {
                throw new ConfigException("eu.duty has no value on that day");
            }
        };

        assertThatThrownBy(() -> night.clear(night.request(2, 10, 500), silent))
                .isInstanceOf(ConfigException.class)
                .hasMessage("eu.duty has no value on that day");
    }

    @Test
    void aSecondRunIsToldWhoHoldsTheFolder() throws Exception {
        var night = threeManifests("night");
        var lock = RunLock.take(night.out, night.db);

        assertThatThrownBy(night::clear)
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(6))
                .hasMessageContaining("process " + ProcessHandle.current().pid() + " on ")
                .hasMessageContaining(" holds it; wait until that run ends");
        lock.close();
        assertThat(night.clear().exitCode()).isZero();
    }

    @Test
    void aManifestThatIsNotThereIsAMistakeOfUsage() throws Exception {
        var night = night("night");
        var request = ClearRequest.of(List.of(night.in.resolve("no.csv")), LineClearing.DAY, night.out, night.db, 1);

        assertThatThrownBy(() -> night.clear(request, new LineClearing()))
                .isInstanceOfSatisfying(
                        ClearException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageContaining("no.csv: there is no such file or folder; name a manifest");
    }

    @Test
    void onlyTheOwnerMayLookIntoABatch() throws Exception {
        var night = threeManifests("night");

        var result = night.clear();

        try (var walk = Files.walk(result.folder())) {
            for (var path : walk.toList()) {
                var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!path.endsWith("revenue.csv")) {
                    assertThat(rights).as(path.toString()).endsWith("------");
                }
            }
        }
    }

    @Test
    void theBookSaysWhereAConsignmentWent() throws Exception {
        var night = threeManifests("night");
        var result = night.clear();

        assertThat(Batches.find(night.db, "XA4")).singleElement().satisfies(found -> {
            assertThat(found.batch()).isEqualTo(result.batch());
            assertThat(found.manifest()).isEqualTo("MANA");
            assertThat(found.line()).isEqualTo(5);
            assertThat(found.outcome()).isEqualTo("referred");
            assertThat(found.reason()).contains("OVER_CEILING");
        });
        assertThat(Batches.find(night.db, "XA0"))
                .extracting(found -> found.outcome() + " " + found.line())
                .containsExactly("assessed 1", "rejected 120");
    }
}
