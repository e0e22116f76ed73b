package org.minimis.declaration;

import java.util.Locale;

/** How a declaration is written down. */
enum Syntax {
    XML,
    JSON;

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Syntax parse(String word) {
        for (var syntax : values()) {
            if (syntax.ending().equals(word)) {
                return syntax;
            }
        }
        throw new IllegalArgumentException("'%s' is not a syntax; write xml or json".formatted(word));
    }
}
