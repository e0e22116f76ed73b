package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Channel;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.PersonType;

/** The words of an enumeration as a manifest writes them. */
final class Words<E extends Enum<E>> {

    static final Words<Channel> CHANNELS = new Words<>(Channel.values());
    static final Words<ConsignmentType> TYPES = new Words<>(ConsignmentType.values());
    static final Words<PersonType> PERSON_TYPES = new Words<>(PersonType.values());

    private final List<E> constants;
    private final ByteText[] words;

    private Words(E[] constants) {
        this.constants = List.of(constants);
        this.words = Stream.of(constants)
                .map(constant -> constant.name().getBytes(StandardCharsets.US_ASCII))
                .map(word -> new ByteText(word, 0, word.length))
                .toArray(ByteText[]::new);
    }

    @Nullable
    E of(byte[] bytes, int from, int to) {
        for (var i = 0; i < words.length; i++) {
            if (words[i].is(bytes, from, to)) {
                return constants.get(i);
            }
        }
        return null;
    }

    @Nullable
    E of(String word) {
        for (var constant : constants) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return null;
    }

    /** All of them, for a message. */
    String all() {
        return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
