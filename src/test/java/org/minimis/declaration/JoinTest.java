package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinTest {

    private static final String BIRDS = "GB-BIRDS.xml";

    private final Declarations declarations = Samples.declarations();
    private long count;

    @ParameterizedTest(name = "{0} packets make {1} bulk declarations")
    @CsvSource({"0, 0", "1, 1", "998, 1", "999, 1", "1000, 2", "1998, 2", "1999, 3"})
    void aBulkDeclarationHoldsUpTo999Items(int packets, int bundles) throws IOException {
        var xml = join(BIRDS, pieces(packets));

        assertThat(count).isEqualTo(bundles);
        assertThat(xml.split("<md:MetaData", -1)).hasSize(bundles + 1);
        assertThat(xml.split("<GovernmentAgencyGoodsItem>", -1)).hasSize(packets + 1);
    }

    @Test
    void aConsignmentIsNotTornApart() throws IOException {
        var pieces = pieces(998);
        pieces.add(piece(Samples.british("TWO").withGoods(List.of(Samples.shirt("GBP"), Samples.watch("GBP")))));

        var xml = join(BIRDS, pieces);

        assertThat(count).isEqualTo(2);
        assertThat(xml).contains("<GoodsItemQuantity>998<", "<GoodsItemQuantity>2<", "<SequenceNumeric>998<");
        assertThat(xml).doesNotContain("<SequenceNumeric>999<");
    }

    @Test
    void severalExportersAreDeclaredAsVarious() throws IOException {
        var other = Samples.british("XP2").withConsignor(Samples.person("OTHER", "ROAD", "HONG KONG", "0", "HK"));

        var one = join(BIRDS, List.of(piece(Samples.british("XP1")), piece(Samples.british("XP2"))));
        var several = join(BIRDS, List.of(piece(Samples.british("XP1")), piece(other)));

        assertThat(one).contains("<Name>SAMPLE &amp; SONS").doesNotContain("00200");
        assertThat(several)
                .contains("<Name>00200</Name><Address><CityName>00200</CityName><CountryCode>CN</CountryCode>")
                .contains("<StatementCode>00200</StatementCode><StatementDescription>Various<")
                .doesNotContain("SAMPLE &amp; SONS");
    }

    @Test
    void goodsAcceptedOnDifferentDaysAreNotBundled() throws IOException {
        var tomorrow = Samples.british("XP2")
                .accepted(Samples.british("XP2").accepted().plusDays(1));

        join(BIRDS, List.of(piece(Samples.british("XP1")), piece(tomorrow)));

        assertThat(count).isEqualTo(2);
    }

    @Test
    void theEnvelopeCountsItsMessages() throws IOException {
        var piece = declarations.pieces(Samples.german().assessed()).get(0).bytes();

        var xml = join("EU-H7.xml", List.of(piece, piece, piece));

        assertThat(count).isEqualTo(3);
        assertThat(xml.lines()).hasSize(6);
        assertThat(xml)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<declarations manifest=\"M&amp;1\" regime=\"EU\" dataset=\"H7\">\n<md:MetaData ")
                .endsWith("</md:MetaData>\n</declarations>\n");
    }

    @Test
    void howTheManifestWasCutUpDoesNotShow() throws IOException {
        var pieces = pieces(1500);
        var inSlices = Stream.of(pieces.subList(0, 7), pieces.subList(7, 999), pieces.subList(999, 1500))
                .map(Collections::unmodifiableList)
                .flatMap(List::stream)
                .toList();
        var again = new ArrayList<byte[]>();
        for (var i = 1499; i >= 0; i--) {
            again.add(0, piece(Samples.british("XP" + i)));
        }

        assertThat(join(BIRDS, pieces)).isEqualTo(join(BIRDS, inSlices)).isEqualTo(join(BIRDS, again));
    }

    private List<byte[]> pieces(int count) {
        var pieces = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            pieces.add(piece(Samples.british("XP" + i)));
        }
        return pieces;
    }

    private byte[] piece(Samples sample) {
        return declarations.pieces(sample.assessed()).get(0).bytes();
    }

    private String join(String file, List<byte[]> pieces) throws IOException {
        var out = new ByteArrayOutputStream();
        count = Samples.join(declarations, file, "M&1", pieces, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
