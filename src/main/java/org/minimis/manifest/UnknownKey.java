package org.minimis.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said of a key that a record should not have. In a record that was put together wrongly a key may be a person's name,
 * so that nothing of it is quoted but its first letter.
 */
final class UnknownKey {

    private static final List<String> KNOWN = Stream.concat(
                    Stream.of(Field.values())
                            .flatMap(field -> Stream.of(field.path().split("\\."))),
                    Stream.of("goods", "scheme"))
            .distinct()
            .sorted()
            .toList();

    private static final int SHORT = 8;

    private UnknownKey() {}

    /** The known key that is meant, or that stands in the wrong place. */
    static Optional<String> meant(String key) {
        return KNOWN.stream()
                .filter(known -> distance(known, key) <= (known.length() < SHORT ? 1 : 2))
                .min(Comparator.comparingInt(known -> distance(known, key)));
    }

    static String message(String key) {
        return meant(key)
                .map(known -> known.equals(key)
                        ? "the key '%s' does not belong here; take it out".formatted(known)
                        : "a key here is misspelt; write '%s'".formatted(known))
                .orElseGet(() -> "the key '%s' of %d characters is not known; correct its spelling or take it out"
                        .formatted(first(key), key.codePointCount(0, key.length())));
    }

    private static String first(String key) {
        var letter = key.isEmpty() ? ' ' : key.charAt(0);
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' ? letter + "…" : "…";
    }

    /** How many letters have to be changed, added or taken out; large where the lengths alone say enough. */
    private static int distance(String known, String key) {
        if (Math.abs(known.length() - key.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        var above = new int[key.length() + 1];
        for (var j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (var i = 1; i <= known.length(); i++) {
            var row = new int[above.length];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var change = above[j - 1] + (known.charAt(i - 1) == key.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[key.length()];
    }
}
