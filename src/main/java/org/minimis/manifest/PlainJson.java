package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.PlainKeys.Key;

/**
 * Fills a draft from a line that holds nothing unusual: our keys, each once, and texts without escapes. It makes no text of
 * them, it only notes where they stand.
 *
 * <p>Whatever else a line holds, it says no, and {@link DraftJson} reads the line again with care and finds the words for
 * it. So nearly every line of a night is read fast, and there is one place only that judges the others.
 */
final class PlainJson {

    private static final int UNUSUAL = -1;
    static final int TEXT_MAX = 10_000;
    private static final int COUNT_MAX = 9;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    private final Draft draft;
    private final PlainKeys root = ConsignmentKeys.root();
    private final PlainKeys goodsLine = ConsignmentKeys.goodsLine();
    private final PlainKeys taxId = ConsignmentKeys.taxId();
    private final Remembered<String> schemes = new Remembered<>(6, scheme -> scheme);
    private final PlainHead head = new PlainHead();
    private byte[] bytes = {};

    /** The keys of the last object that was read, a bit for each field. */
    private long seen;

    /** The slot of the goods line's first field, less the place of that field. */
    private int goodsSlots;

    PlainJson(Draft draft) {
        this.draft = draft;
    }

    /**
     * Fills the draft.
     *
     * @param start where the line begins
     * @return the place of the line feed behind it; -1 where the line is unusual, and then the draft holds anything
     */
    int fill(byte[] in, int start) {
        bytes = in;
        draft.places(in);
        goodsSlots = 0;
        var at = blanks(start);
        if (bytes[at] != '{') {
            return UNUSUAL;
        }
        at = line(at + 1);
        if (at == UNUSUAL) {
            return UNUSUAL;
        }
        at = blanks(at);
        at += bytes[at] == '\r' ? 1 : 0;
        return bytes[at] == '\n' ? at : UNUSUAL;
    }

    /** The next line comes after one that was read by somebody else. */
    void forgetHead() {
        head.forget();
    }

    private int line(int from) {
        if (head.isAt(bytes, from)) {
            head.fill(draft, from);
            var end = members(from + head.length(), root, head.last(), head.seen());
            // More of the carriage may stand behind.
            draft.hasLastHead(end != UNUSUAL && (seen & PlainHead.ALL) == head.seen());
            if (!draft.hasLastHead()) {
                head.forget();
            }
            return end;
        }
        var end = object(from, root);
        if (end != UNUSUAL) {
            learnHead(from);
        }
        return end;
    }

    /** Reads the line's beginning once more, up to the first key that is none of the carriage. */
    private void learnHead(int from) {
        var keys = 0L;
        var at = blanks(from);
        Key last = null;
        var key = root.at(bytes, at, null);
        while (key != null && key.field < PlainHead.FIELDS) {
            keys |= 1L << key.field;
            at = blanks(blanks(value(blanks(at + key.length), key)) + 1);
            last = key;
            key = root.at(bytes, at, last);
        }
        if (key != null && keys == (seen & PlainHead.ALL)) {
            head.remember(draft, from, at, keys, last);
        } else {
            head.forget();
        }
    }

    private int blanks(int from) {
        var at = from;
        while (bytes[at] == ' ' || bytes[at] == '\t') {
            at++;
        }
        return at;
    }

    /** @param from behind the opening brace; answers the place behind the closing one */
    private int object(int from, PlainKeys keys) {
        var at = blanks(from);
        return bytes[at] == '}' ? at + 1 : members(at, keys, null, 0);
    }

    /**
     * The members of an object, or the rest of them.
     *
     * @param last the key before them
     * @param before the keys before them, a bit for each field
     */
    private int members(int from, PlainKeys keys, @Nullable Key last, long before) {
        var at = from;
        var key = last;
        var found = before;
        while (true) {
            key = keys.at(bytes, at, key);
            if (key == null || (found & 1L << key.field) != 0) {
                return UNUSUAL;
            }
            found |= 1L << key.field;
            at += key.length;
            at = key.isText && bytes[at] == '"' ? text(at + 1, key.field) : value(blanks(at), key);
            if (at == UNUSUAL) {
                return UNUSUAL;
            }
            at = blanks(at);
            if (bytes[at] == '}') {
                seen = found;
                return at + 1;
            }
            if (bytes[at] != ',') {
                return UNUSUAL;
            }
            at = blanks(at + 1);
        }
    }

    private int value(int at, Key key) {
        var first = bytes[at];
        if (first == 'n') {
            return (int) EightBytes.at(bytes, at) == NULL ? at + 4 : UNUSUAL;
        }
        return switch (key.kind) {
            case TEXT -> first == '"' ? text(at + 1, key.field) : UNUSUAL;
            case COUNT -> first == '"' ? text(at + 1, key.field) : count(at, key.field);
            case OBJECT -> first == '{' ? inner(at + 1, key) : UNUSUAL;
            case TEXT_OR_OBJECT -> first == '"' ? text(at + 1, key.field) : first == '{' ? inner(at + 1, key) : UNUSUAL;
            case TAX_IDS -> first == '[' ? taxIds(blanks(at + 1)) : UNUSUAL;
            case GOODS -> first == '[' ? goods(blanks(at + 1)) : UNUSUAL;
        };
    }

    private int inner(int from, Key key) {
        return key.inner == null ? UNUSUAL : object(from, key.inner);
    }

    private int text(int from, int field) {
        var end = EightBytes.plainEnd(bytes, from);
        if (bytes[end] != '"') {
            return bytes[end] < 0 ? foreign(from, end, field) : UNUSUAL;
        }
        if (end - from > TEXT_MAX) {
            return UNUSUAL;
        }
        draft.place(goodsSlots + field, from, end);
        return end + 1;
    }

    /** A text with letters beyond ASCII: it is decoded at once. */
    private int foreign(int from, int firstForeign, int field) {
        var end = firstForeign;
        while (bytes[end] < 0) {
            end = EightBytes.plainEnd(bytes, end + 1);
        }
        if (bytes[end] != '"' || end - from > TEXT_MAX || Utf8.firstFault(bytes, firstForeign, end) >= 0) {
            return UNUSUAL;
        }
        draft.text(goodsSlots + field, new String(bytes, from, end - from, StandardCharsets.UTF_8));
        return end + 1;
    }

    private int count(int from, int field) {
        var at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from || at - from > COUNT_MAX || bytes[from] == '0') {
            return UNUSUAL;
        }
        draft.place(field, from, at);
        return at;
    }

    private int goods(int from) {
        var at = from;
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (bytes[at] == '{' && draft.lines() < Draft.GOODS_MAX) {
            goodsSlots = draft.lines() * Field.GOODS;
            draft.addGoods();
            at = object(at + 1, goodsLine);
            if (at == UNUSUAL) {
                return UNUSUAL;
            }
            at = blanks(at);
            if (bytes[at] == ']') {
                goodsSlots = 0;
                return at + 1;
            }
            if (bytes[at] != ',') {
                return UNUSUAL;
            }
            at = blanks(at + 1);
        }
        return UNUSUAL;
    }

    private int taxIds(int from) {
        var at = from;
        if (bytes[at] == ']') {
            return at + 1;
        }
        while (bytes[at] == '{') {
            at = taxId(at + 1);
            if (at == UNUSUAL) {
                return UNUSUAL;
            }
            at = blanks(at);
            if (bytes[at] == ']') {
                return at + 1;
            }
            if (bytes[at] != ',') {
                return UNUSUAL;
            }
            at = blanks(at + 1);
        }
        return UNUSUAL;
    }

    /** Scheme and value, each once, in either order. */
    private int taxId(int from) {
        var pair = new @Nullable String[2];
        var at = blanks(from);
        Key key = null;
        for (var i = 0; i < pair.length; i++) {
            key = taxId.at(bytes, at, key);
            if (key == null || pair[key.field] != null) {
                return UNUSUAL;
            }
            at = blanks(at + key.length);
            var end = bytes[at] == '"' ? EightBytes.plainEnd(bytes, at + 1) : at;
            if (end == at || bytes[end] != '"' || end - at > TEXT_MAX) {
                return UNUSUAL;
            }
            pair[key.field] = key.field == 0
                    ? schemes.get(bytes, at + 1, end)
                    : new String(bytes, at + 1, end - at - 1, StandardCharsets.ISO_8859_1);
            at = blanks(end + 1);
            if (bytes[at] != (i == 0 ? ',' : '}')) {
                return UNUSUAL;
            }
            at = blanks(at + 1);
        }
        draft.taxIds().add(pair);
        return at;
    }
}
