package org.minimis.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final String SPECIAL = "&<=>\"\\?\u007f";

    /** The equals sign is told from its neighbours by nothing, and costs a second look. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 24, 35, 70})
    void everyByteAtEveryPlaceOfATextIsPlainOrNot(int length) {
        for (var at = 0; at < length; at++) {
            for (var value = -128; value < 128; value++) {
                var text = new byte[length];
                Arrays.fill(text, (byte) 'x');
                text[at] = (byte) value;
                assertThat(PlainText.is(text))
                        .as("%d at %d of %d", value, at, length)
                        .isEqualTo(value >= ' ' && SPECIAL.indexOf(value) < 0);
            }
        }
    }

    @Test
    void aSpecialByteIsFoundAmongNeighboursThatBorrowFromEachOther() {
        for (var before = 0; before < 128; before++) {
            for (var value = 0; value < 128; value++) {
                var text = new byte[] {'a', (byte) before, (byte) value, 'b', 'c', 'd', 'e', 'f', 'g'};
                assertThat(PlainText.is(text))
                        .as("%d before %d", before, value)
                        .isEqualTo(isPlain(before) && isPlain(value));
            }
        }
    }

    @Test
    void nothingIsPlain() {
        assertThat(PlainText.is(new byte[0])).isTrue();
    }

    private static boolean isPlain(int value) {
        return value >= ' ' && SPECIAL.indexOf(value) < 0;
    }
}
