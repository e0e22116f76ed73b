package org.minimis.declaration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way into a declaration file, kept as the bytes of UTF-8.
 *
 * <p>Prepared pieces are copied; only what comes from a manifest is looked at, character by character.
 */
final class Utf8 {

    private static final byte[] AMP = bytes("&amp;");
    private static final byte[] LT = bytes("&lt;");
    private static final byte[] GT = bytes("&gt;");
    private static final byte[] QUOT = bytes("&quot;");

    private byte[] buffer;
    private int length;

    Utf8(int expected) {
        buffer = new byte[expected];
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Utf8 raw(byte[] prepared) {
        room(prepared.length);
        System.arraycopy(prepared, 0, buffer, length, prepared.length);
        length += prepared.length;
        return this;
    }

    /** Text of our own making, ASCII, that needs no escaping: codes, numbers. */
    Utf8 plain(String ascii) {
        room(ascii.length());
        for (var i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    Utf8 raw(char ascii) {
        room(1);
        buffer[length++] = (byte) ascii;
        return this;
    }

    /** The last byte, or 0 when there is none. */
    int last() {
        return length == 0 ? 0 : buffer[length - 1];
    }

    /** Content of an element or of an attribute. */
    Utf8 xml(String text) {
        room(text.length() * 6);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> put(AMP);
                case '<' -> put(LT);
                case '>' -> put(GT);
                case '"' -> put(QUOT);
                default -> i += character(text, i, c);
            }
        }
        return this;
    }

    /** Content of a JSON string, without its quotation marks. */
    Utf8 json(String text) {
        room(text.length() * 6);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') {
                buffer[length++] = '\\';
            }
            i += character(text, i, c);
        }
        return this;
    }

    /** An element with its content; nothing at all where there is no content. */
    Utf8 element(Tag tag, @Nullable String content) {
        return content == null ? this : raw(tag.open()).xml(content).raw(tag.close());
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    int length() {
        return length;
    }

    byte[] buffer() {
        return buffer;
    }

    /** @return how many further characters were taken */
    private int character(String text, int at, char c) {
        if (c >= ' ' && c < 0x7f) {
            buffer[length++] = (byte) c;
            return 0;
        }
        return foreign(text, at, c);
    }

    private int foreign(String text, int at, char c) {
        if (c < 0xa0 || c == 0xfffe || c == 0xffff || Character.isSurrogate(c) && !isPair(text, at)) {
            throw new IllegalArgumentException(
                    "a character U+%04X cannot stand in a declaration; ask for its obstacle first".formatted((int) c));
        }
        if (Character.isSurrogate(c)) {
            four(Character.toCodePoint(c, text.charAt(at + 1)));
            return 1;
        }
        if (c < 0x800) {
            buffer[length++] = (byte) (0xc0 | c >> 6);
        } else {
            buffer[length++] = (byte) (0xe0 | c >> 12);
            buffer[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        buffer[length++] = (byte) (0x80 | c & 0x3f);
        return 0;
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private void four(int codePoint) {
        buffer[length++] = (byte) (0xf0 | codePoint >> 18);
        buffer[length++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
        buffer[length++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
        buffer[length++] = (byte) (0x80 | codePoint & 0x3f);
    }

    private void put(byte[] entity) {
        System.arraycopy(entity, 0, buffer, length, entity.length);
        length += entity.length;
    }

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
