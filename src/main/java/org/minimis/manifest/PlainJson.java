package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.minimis.manifest.PlainKeys.Key;
import org.minimis.manifest.PlainKeys.Kind;

/**
 * Fills a draft from a line that holds nothing unusual: our keys, each once, and texts without escapes. It makes no text of
 * them, it only notes where they stand.
 *
 * <p>Whatever else a line holds, it says no, and {@link DraftJson} reads the line again with care and finds the words for
 * it. So nearly every line of a night is read fast, and there is one place only that judges the others.
 */
final class PlainJson {

    private static final int UNUSUAL = -1;
    private static final int TEXT_MAX = 10_000;
    private static final int COUNT_MAX = 9;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    private final Draft draft;
    private final PlainKeys root = root();
    private final PlainKeys goodsLine = goodsLine();
    private final PlainKeys taxId = new PlainKeys()
            .add("scheme", Kind.TEXT, Draft.FIELDS[0], null)
            .add("value", Kind.TEXT, Draft.FIELDS[1], null);
    private final Remembered<String> schemes = new Remembered<>(6, scheme -> scheme);
    private byte[] bytes = {};

    /** The slot of the goods line's first field, less the place of that field. */
    private int goodsSlots;

    PlainJson(Draft draft) {
        this.draft = draft;
    }

    private static PlainKeys root() {
        var keys = new PlainKeys();
        for (var field : Draft.FIELDS) {
            switch (field) {
                case CONSIGNOR_NAME -> keys.add("consignor", Kind.OBJECT, field, PlainKeys.under("consignor."));
                case CONSIGNEE_NAME -> keys.add("consignee", Kind.OBJECT, field, PlainKeys.under("consignee."));
                case TAX_IDS -> keys.add("taxIds", Kind.TAX_IDS, field, null);
                case PIECES -> keys.add("pieces", Kind.COUNT, field, null);
                case FREIGHT_AMOUNT -> keys.add("freight", Kind.OBJECT, field, PlainKeys.under("freight."));
                case INSURANCE_AMOUNT -> keys.add("insurance", Kind.OBJECT, field, PlainKeys.under("insurance."));
                case DESCRIPTION -> keys.add("goods", Kind.GOODS, field, null);
                default -> addText(keys, field, false);
            }
        }
        return keys;
    }

    private static PlainKeys goodsLine() {
        var keys = new PlainKeys();
        for (var field : Draft.FIELDS) {
            switch (field) {
                case VALUE -> keys.add("value", Kind.OBJECT, field, PlainKeys.under("value."));
                case VAT_SHOWN -> keys.add("vatShown", Kind.TEXT_OR_OBJECT, field, PlainKeys.under("vatShown."));
                default -> addText(keys, field, true);
            }
        }
        return keys;
    }

    private static void addText(PlainKeys keys, Field field, boolean ofGoods) {
        if (field.ofGoods() == ofGoods && field.path().indexOf('.') < 0) {
            keys.add(field.path(), Kind.TEXT, field, null);
        }
    }

    /** Fills the draft; false where the line is unusual, and then the draft holds anything. */
    boolean fill(TextLines lines) {
        bytes = lines.bytes();
        draft.places(bytes);
        goodsSlots = 0;
        var end = lines.start() + lines.length();
        var at = blanks(lines.start());
        if (bytes[at] != '{') {
            return false;
        }
        at = object(at + 1, root);
        if (at == UNUSUAL) {
            return false;
        }
        at = blanks(at);
        return at == end || at == end - 1 && bytes[at] == '\r';
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
        if (bytes[at] == '}') {
            return at + 1;
        }
        var seen = 0L;
        Key key = null;
        while (true) {
            key = keys.at(bytes, at, key);
            if (key == null || (seen & 1L << key.field) != 0) {
                return UNUSUAL;
            }
            seen |= 1L << key.field;
            at = value(blanks(at + key.length), key);
            if (at == UNUSUAL) {
                return UNUSUAL;
            }
            at = blanks(at);
            if (bytes[at] == '}') {
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
