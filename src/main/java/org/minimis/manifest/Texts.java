package org.minimis.manifest;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Text as the engine keeps it: trimmed, composed (NFC), tabs and line breaks as blanks, nothing unprintable. */
final class Texts {

    private Texts() {}

    /** The text as it is kept, or null where it holds control characters or half a character. */
    static @Nullable String clean(String text) {
        var length = text.length();
        for (var i = 0; i < length; i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return cleanRare(text);
            }
        }
        if (length > 0 && (text.charAt(0) == ' ' || text.charAt(length - 1) == ' ')) {
            return text.strip();
        }
        return text;
    }

    private static @Nullable String cleanRare(String text) {
        var kept = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); ) {
            var point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\t' || point == '\n' || point == '\r') {
                if (kept.length() > 0 && kept.charAt(kept.length() - 1) != ' ') {
                    kept.append(' ');
                }
            } else if (isUnprintable(point)) {
                return null;
            } else {
                kept.appendCodePoint(point);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    private static boolean isUnprintable(int point) {
        return Character.isISOControl(point)
                || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                || isDirectionMark(point)
                || point == 0xfeff
                || (point & 0xfffe) == 0xfffe;
    }

    /** Marks that turn the direction of writing make a reader see another text than the one that is there. */
    private static boolean isDirectionMark(int point) {
        return point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
    }

    /** Upper case, one blank for every run of blanks and punctuation: how descriptions and terms are compared. */
    static String words(String text) {
        var words = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '&' || c == '\'') {
                words.append(Character.toUpperCase(c));
            } else if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        var end = words.length();
        if (end > 0 && words.charAt(end - 1) == ' ') {
            words.setLength(end - 1);
        }
        return words.toString();
    }
}
