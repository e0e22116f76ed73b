package org.minimis.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minimis.manifest.TestManifests.json;
import static org.minimis.manifest.TestManifests.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minimis.consignment.GoodsItem;
import org.minimis.money.Amounts;

/**
 * Lines are read in two ways, fast or with care, and both must make the same of them. A carriage return before the brace is
 * white space to JSON but unusual to the fast way, so it has a line read with care; a blank there changes nothing.
 */
class PlainLinesTest {

    private static final byte[] FAST = {' '};
    private static final byte[] CAREFUL = {'\r'};

    @Test
    void linesOfAGeneratedNightArePlain() throws IOException {
        var plain = 0;
        for (var text : generated(500, 0)) {
            plain += isPlain(text) ? 1 : 0;
        }

        assertThat(plain).isEqualTo(500);
    }

    @Test
    void aGeneratedNightIsTheSameBothWays() throws IOException {
        assertSameBothWays(generated(3_000, 0));
        assertSameBothWays(generated(3_000, 40));
    }

    @Test
    void samplesAreTheSameBothWays() throws IOException {
        var samples = Path.of("../shared/samples/ndjson");
        Assumptions.assumeTrue(Files.exists(samples), "the folder of samples is not there");

        assertSameBothWays(linesUnder(samples));
    }

    @Test
    void sampleManifestsAreTheSameBothWays() throws IOException {
        var lines = linesUnder(Path.of("sample-manifests"));

        assertThat(lines).isNotEmpty();
        assertSameBothWays(lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void spoiltLinesAreTheSameBothWays(long seed) throws IOException {
        var random = new Random(seed);
        var lines = generated(1_000, 10);
        var spoilt = new ArrayList<byte[]>();
        for (var i = 0; i < 4_000; i++) {
            var line = lines.get(i / 4);
            for (var times = random.nextInt(3); times >= 0; times--) {
                line = spoil(line, random);
            }
            spoilt.add(line);
        }

        assertSameBothWays(spoilt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pieces':1 -> 'pieces':01",
                "'pieces':1 -> 'pieces':1.0",
                "'pieces':1 -> 'pieces':-1",
                "'pieces':1 -> 'pieces':' 1 '",
                "'pieces':1 -> 'pieces':1234567890",
                "'pieces':1 -> 'pieces':100000000",
                "'pieces':1 -> 'pieces':null",
                "'12.00' -> '012.00'",
                "'12.00' -> '12.'",
                "'12.00' -> '.12'",
                "'12.00' -> '12.001'",
                "'12.00' -> '12.000'",
                "'12.00' -> '9999999999999999.99'",
                "'12.00' -> '99999999999999999'",
                "'12.00' -> '0'",
                "'12.00' -> ''",
                "'12.00' -> null",
                "'12.00' -> 12.00",
                "'EUR' -> 'eur'",
                "'EUR' -> 'EURO'",
                "'EUR' -> 'XXX'",
                "'EUR' -> ' EUR'",
                "'DE' -> 'QQ'",
                "'DE' -> 'de'",
                "'DE' -> ' DE '",
                "'0.85' -> '0.00'",
                "'610910' -> '61091'",
                "'610910' -> '6109100010'",
                "'610910' -> '999999'",
                "'610910' -> '61091a'",
                "'B2C' -> 'DOCUMENTS'",
                "'B2C' -> 'b2c'",
                "'XP1' -> 'X P'",
                "'XP1' -> ' '",
                "'XP1' -> 'RR123456785CN'",
                "'EXPRESS','houseWaybill':'XP1' -> 'POST','houseWaybill':'RR123456786CN'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'parts'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'A parts'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'NICE NEW auto parts'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'PARTS OF A THING OF IRON'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> '---'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'CHEMISE ÉTÉ EN COTON'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'ÉTÉ'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'SHIRT \\u00c9T\\u00c9'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'SHIRT \\/ COTTON'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'SHIRT \u202eCOTTON'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'SHIRT\u007f COTTON'",
                "'COTTON T-SHIRT, KNITTED, MENS' -> 'SHIRT \ud83d\udc55 COTTON'",
                "'M1' -> 'MÜNCHEN'",
                "'M1' -> null",
                "'020-12345675' -> '020-12345676'",
                "'value':{ -> 'vatShown':'13.00','value':{",
                "'value':{ -> 'vatShown':{'amount':'2.00'},'value':{",
                "'value':{ -> 'vatShown':{'amount':'2.00','currency':'USD'},'value':{",
                "'value':{ -> 'vatShown':null,'value':{",
                "'value':{ -> 'netKg':'0.87','value':{",
                "'value':{ -> 'gtin':'4006381333931','value':{",
                "'value':{ -> 'gtin':'4006381333930','value':{",
                "'value':{ -> 'unit':'PCE','unit':'PCE','value':{",
                "'goods':[ -> 'goods':[],'goods':[",
                "'goods':[{ -> 'goods':[null,{",
                "'pieces':1 -> 'taxIds':[{'value':'IM2760000742','scheme':'IOSS'}],'pieces':1",
                "'pieces':1 -> 'taxIds':[{'scheme':'IOSS','value':'IM1110000742'}],'pieces':1",
                "'pieces':1 -> 'taxIds':[{'scheme':'IOSS','scheme':'IOSS'}],'pieces':1",
                "'pieces':1 -> 'taxIds':[{'scheme':'IOSS'}],'pieces':1",
                "'pieces':1 -> 'taxIds':[{'scheme':'EORI','value':'GB12345678901'}],'pieces':1",
                "'pieces':1 -> 'taxIds':[{'scheme':'ABN','value':'51824753556'},{'scheme':'X Y','value':'1'}],'pieces':1",
                "'pieces':1 -> 'taxIds':[{'scheme':'VAT','value':null}],'pieces':1",
                "'pieces':1 -> 'taxIds':null,'pieces':1",
                "'pieces':1 -> 'taxIds':[],'freight':{},'insurance':null,'pieces':1",
                "'pieces':1 -> 'freight':{'amount':'3.20'},'pieces':1",
                "'pieces':1 -> 'freight':{'amount':'3.205','currency':'EUR'},'pieces':1",
                "'pieces':1 -> 'freight':{'amount':'320','currency':'JPY'},'arrival':'2026-11-22T04:30:00Z','pieces':1",
                "'pieces':1 -> 'arrival':'2026-11-22 04:30','pieces':1",
                "'pieces':1 -> 'colour':'red','pieces':1",
                "'manifest': -> 'manifest' :",
                "'manifest': -> 'manifest': ",
                "]} -> ] } ",
                "]} -> ]}}",
                "]} -> ]} x",
                "]} -> ]",
            })
    void changedLinesAreTheSameBothWays(String change) throws IOException {
        var parts = json(change).split(" -> ", 2);
        var line = line("XP1");
        assertThat(line).contains(parts[0]);
        var changed = line.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        var before = line("XP0").getBytes(StandardCharsets.UTF_8);
        var after = line("XP2").getBytes(StandardCharsets.UTF_8);

        assertSameBothWays(List.of(before, changed, after, changed, changed, before));
    }

    @Test
    void aLineMayHoldAnyKeysInAnyOrder() throws IOException {
        var plain = json(
                "{'goods':[],'grossKg':'0.1','pieces':'1','type':'DOCUMENTS','houseWaybill':'A','channel':'EXPRESS',"
                        + "'consignee':{'country':'DE','city':'ULM','name':'A'},'destinationCountry':'DE','manifest':'M',"
                        + "'consignor':{'country':'CN','city':'XI','name':'B'},'flight':'XP%d'}");
        var lines = new ArrayList<byte[]>();
        for (var i = 0; i < 9; i++) {
            lines.add(plain.formatted(i / 2).getBytes(StandardCharsets.UTF_8));
            lines.add(line("B" + i).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(isPlain(lines.get(0))).isTrue();
        assertSameBothWays(lines);
    }

    @Test
    void aConsignmentHasAsManyGoodsLinesAsBefore() throws IOException {
        var lines = new ArrayList<byte[]>();
        for (var count : new int[] {1, 40, 9_999, 10_000, 2}) {
            var one = line("A").substring(line("A").indexOf("[{") + 1, line("A").indexOf("]}"));
            lines.add(line("A")
                    .replace(one, String.join(",", java.util.Collections.nCopies(count, one.replace("COTTON ", ""))))
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertSameBothWays(lines);
    }

    private static byte[] spoil(byte[] line, Random random) {
        var at = random.nextInt(line.length);
        var other = random.nextInt(line.length);
        var from = Math.min(at, other);
        var to = Math.min(Math.max(at, other), from + 60);
        return switch (random.nextInt(7)) {
            case 0 -> replaced(line, at, at + 1, " \t\"\\{}[],:0n-é\u0001".substring(random.nextInt(14)));
            case 1 -> replaced(line, from, to, "");
            case 2 -> replaced(line, at, at, new String(line, from, to - from, StandardCharsets.ISO_8859_1));
            case 3 -> replaced(line, at, at, "\"");
            case 4 -> replaced(line, at, at, " ");
            case 5 -> {
                var changed = line.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed[at] == '\n' ? line : changed;
            }
            default -> replaced(line, at, at + 1, String.valueOf((char) (' ' + random.nextInt(95))));
        };
    }

    private static byte[] replaced(byte[] line, int from, int to, String by) {
        var out = new ByteArrayOutputStream();
        out.write(line, 0, from);
        out.writeBytes(by.getBytes(StandardCharsets.UTF_8));
        out.write(line, Math.min(to, line.length), line.length - Math.min(to, line.length));
        return out.toByteArray();
    }

    private static void assertSameBothWays(List<byte[]> lines) throws IOException {
        var fast = read(FAST, lines);
        var careful = read(CAREFUL, lines);

        assertSameWaybills(lines, careful);
        assertThat(fast).hasSameSizeAs(careful);
        for (var i = 0; i < fast.size(); i++) {
            if (!fast.get(i).equals(careful.get(i)) || !numbers(fast.get(i)).equals(numbers(careful.get(i)))) {
                assertThat(told(fast.get(i))).isEqualTo(told(careful.get(i)));
            }
        }
    }

    /** A blank before the brace has the house waybill found with care; readable records have the one that was found. */
    private static void assertSameWaybills(List<byte[]> lines, List<ManifestRecord> records) throws IOException {
        var fast = waybills(new byte[0], lines);

        assertThat(fast).isEqualTo(waybills(FAST, lines)).hasSameSizeAs(records);
        for (var i = 0; i < fast.size(); i++) {
            if (records.get(i) instanceof ManifestRecord.Readable readable) {
                assertThat(fast.get(i))
                        .isEqualTo(readable.consignment().houseWaybill() + " "
                                + readable.source().line());
            }
        }
    }

    private static List<String> waybills(byte[] before, List<byte[]> lines) throws IOException {
        var file = Files.createTempFile("plain", ".ndjson");
        try {
            Files.write(file, joined(before, lines));
            var found = new ArrayList<String>();
            Manifests.screen(
                    file,
                    "m",
                    ManifestFormat.NDJSON,
                    null,
                    new Slice(0, 0, Files.size(file), 1),
                    (houseWaybill, line) -> found.add(houseWaybill + " " + line));
            return found;
        } catch (ManifestException e) {
            throw new AssertionError(e);
        } finally {
            Files.delete(file);
        }
    }

    private static String told(ManifestRecord record) {
        return record + " " + TestManifests.findings(record) + " " + numbers(record);
    }

    private static List<ManifestRecord> read(byte[] before, List<byte[]> lines) {
        return TestManifests.read(joined(before, lines), ManifestFormat.NDJSON, null);
    }

    private static byte[] joined(byte[] before, List<byte[]> lines) {
        var out = new ByteArrayOutputStream();
        for (var line : lines) {
            out.writeBytes(before);
            out.writeBytes(line);
            out.write('\n');
        }
        return out.toByteArray();
    }

    /** Moneta calls amounts equal that differ in their zeros behind the point. */
    private static List<String> numbers(ManifestRecord record) {
        if (!(record instanceof ManifestRecord.Readable readable)) {
            return List.of();
        }
        var numbers = new ArrayList<String>();
        numbers.add(number(readable.consignment().freight()));
        numbers.add(number(readable.consignment().insurance()));
        for (GoodsItem item : readable.consignment().goods()) {
            numbers.add(number(item.value()));
            numbers.add(number(item.vatShown()));
        }
        return numbers;
    }

    private static String number(@Nullable Money amount) {
        return amount == null ? "" : Amounts.number(amount).toString();
    }

    private static boolean isPlain(byte[] line) {
        var draft = new Draft();
        var bytes = Arrays.copyOf(line, line.length + EightBytes.SLACK);
        bytes[line.length] = '\n';
        return new PlainJson(draft).fill(bytes, 0) == line.length;
    }

    private static List<byte[]> generated(int count, int faults) throws IOException {
        var out = new ByteArrayOutputStream();
        new ManifestGenerator(TestManifests.CONFIG)
                .write(GeneratorOptions.of(count, 7 + faults).withFaults(faults), ManifestFormat.NDJSON, out);
        return lines(out.toByteArray());
    }

    private static List<byte[]> linesUnder(Path folder) throws IOException {
        var lines = new ArrayList<byte[]>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(".ndjson"))
                    .sorted()
                    .toList()) {
                lines.addAll(lines(Files.readAllBytes(file)));
            }
        }
        return lines;
    }

    private static List<byte[]> lines(byte[] bytes) {
        var lines = new ArrayList<byte[]>();
        for (var from = 0; from < bytes.length; ) {
            var feed = from;
            while (feed < bytes.length && bytes[feed] != '\n') {
                feed++;
            }
            lines.add(Arrays.copyOfRange(bytes, from, feed));
            from = feed + 1;
        }
        return lines.stream().filter(Objects::nonNull).toList();
    }
}
