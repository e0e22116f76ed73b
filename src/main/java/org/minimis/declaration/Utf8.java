package org.minimis.declaration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way into a declaration file, kept as the bytes of UTF-8.
 *
 * <p>Prepared pieces are copied; only what comes from a manifest is looked at, character by character.
 */
final class Utf8 {

    /** The most bytes that one character takes, as {@code &quot;}. */
    private static final int BYTES_MAX = 6;

    private static final byte @Nullable [][] XML = new byte[0x7f][];
    private static final byte @Nullable [][] JSON = new byte[0x7f][];
    private static final byte @Nullable [][] CSV = new byte[0x7f][];

    static {
        XML['&'] = bytes("&amp;");
        XML['<'] = bytes("&lt;");
        XML['>'] = bytes("&gt;");
        XML['"'] = bytes("&quot;");
        JSON['"'] = bytes("\\\"");
        JSON['\\'] = bytes("\\\\");
        CSV['"'] = bytes("\"\"");
    }

    /** The keys of all datasets, each with a comma before and a colon behind; there are some hundreds at most. */
    private static final Map<String, byte[]> KEYS = new ConcurrentHashMap<>();

    private static final ThreadLocal<Utf8> SHARED = ThreadLocal.withInitial(() -> new Utf8(1 << 14));

    private byte[] buffer;
    private int length;

    Utf8(int expected) {
        buffer = new byte[expected];
    }

    /** The thread's own, emptied: a new one for each consignment costs more than what is written into it. */
    static Utf8 shared() {
        var shared = SHARED.get();
        shared.length = 0;
        return shared;
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
        return raw(bytes(ascii));
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
        return escaped(text, XML);
    }

    /** A JSON string with its quotation marks. */
    Utf8 json(String text) {
        return raw('"').escaped(text, JSON).raw('"');
    }

    /** A field of a CSV record, between quotation marks where they are due. */
    Utf8 csv(String text) {
        var isPlain = text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
        for (var i = 0; isPlain && i < text.length(); i++) {
            isPlain = text.charAt(i) != ',' && text.charAt(i) != '"';
        }
        return isPlain ? escaped(text, CSV) : raw('"').escaped(text, CSV).raw('"');
    }

    /** A key of a JSON object, which is plain, after a comma where one is due. */
    Utf8 key(String key) {
        var written = KEYS.get(key);
        if (written == null) {
            written = KEYS.computeIfAbsent(key, name -> bytes(",\"" + name + "\":"));
        }
        var from = buffer[length - 1] == '{' ? 1 : 0;
        room(written.length);
        System.arraycopy(written, from, buffer, length, written.length - from);
        length += written.length - from;
        return this;
    }

    /** @param escapes for each ASCII character what stands for it, null where it stands for itself */
    private Utf8 escaped(String text, byte @Nullable [][] escapes) {
        // Encoding a whole text and looking at its bytes is faster than asking it for one character after the other.
        var bytes = bytes(text);
        return PlainText.is(bytes) ? raw(bytes) : escapedOneByOne(text, escapes);
    }

    private Utf8 escapedOneByOne(String text, byte @Nullable [][] escapes) {
        var count = text.length();
        room(count * BYTES_MAX);
        var to = buffer;
        var at = length;
        for (var i = 0; i < count; i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                var escape = escapes[c];
                if (escape == null) {
                    to[at++] = (byte) c;
                } else {
                    System.arraycopy(escape, 0, to, at, escape.length);
                    at += escape.length;
                }
            } else {
                length = at;
                i += foreign(text, i, c);
                at = length;
            }
        }
        length = at;
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

    private void room(int more) {
        if (buffer.length - length < more) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
