package org.minimis.manifest;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Reason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Fills a draft from the tokens of one JSON object. Unknown keys, keys written twice and values of a wrong kind are findings. */
final class DraftJson {

    private static final Map<String, Field> HEAD_KEYS = plainFields(false);
    private static final Map<String, Field> GOODS_KEYS = plainFields(true);
    private static final Map<String, Field> CONSIGNOR_KEYS = fieldsUnder("consignor.");
    private static final Map<String, Field> CONSIGNEE_KEYS = fieldsUnder("consignee.");
    private static final Map<String, Field> FREIGHT_KEYS = fieldsUnder("freight.");
    private static final Map<String, Field> INSURANCE_KEYS = fieldsUnder("insurance.");
    private static final Map<String, Field> VALUE_KEYS = fieldsUnder("value.");
    private static final Map<String, Field> VAT_KEYS = fieldsUnder("vatShown.");

    private static final long TAX_IDS = 1L << 58;
    private static final long CONSIGNOR = 1L << 57;
    private static final long CONSIGNEE = 1L << 59;
    private static final long FREIGHT = 1L << 60;
    private static final long INSURANCE = 1L << 61;
    private static final long GOODS = 1L << 62;

    private final Draft draft;
    private int line;

    DraftJson(Draft draft) {
        this.draft = draft;
    }

    private static Map<String, Field> plainFields(boolean ofGoods) {
        return Stream.of(Field.values())
                .filter(field -> field.ofGoods() == ofGoods && field.path().indexOf('.') < 0)
                .filter(field -> field != Field.TAX_IDS)
                .collect(Collectors.toMap(Field::path, Function.identity()));
    }

    private static Map<String, Field> fieldsUnder(String prefix) {
        return Stream.of(Field.values())
                .filter(field -> field.path().startsWith(prefix))
                .collect(Collectors.toMap(field -> field.path().substring(prefix.length()), Function.identity()));
    }

    /** The parser stands on the opening brace, and ends on the closing one. */
    void consignment(JsonParser parser) {
        var seen = 0L;
        for (var key = parser.nextName(); key != null; key = parser.nextName()) {
            var field = HEAD_KEYS.get(key);
            if (field != null) {
                seen = once(seen, 1L << field.ordinal(), "", key);
                scalar(parser, field);
                continue;
            }
            switch (key) {
                case "consignor" -> {
                    seen = once(seen, CONSIGNOR, "", key);
                    object(parser, CONSIGNOR_KEYS, key);
                }
                case "consignee" -> {
                    seen = once(seen, CONSIGNEE, "", key);
                    object(parser, CONSIGNEE_KEYS, key);
                }
                case "freight" -> {
                    seen = once(seen, FREIGHT, "", key);
                    object(parser, FREIGHT_KEYS, key);
                }
                case "insurance" -> {
                    seen = once(seen, INSURANCE, "", key);
                    object(parser, INSURANCE_KEYS, key);
                }
                case "taxIds" -> {
                    seen = once(seen, TAX_IDS, "", key);
                    taxIds(parser);
                }
                case "goods" -> {
                    seen = once(seen, GOODS, "", key);
                    goods(parser);
                }
                default -> unknown(parser, "", key);
            }
        }
    }

    private void goods(JsonParser parser) {
        if (!opens(parser, JsonToken.START_ARRAY, "goods", "a list of goods lines in brackets")) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (draft.lines() == Draft.GOODS_MAX) {
                draft.reject(Reason.INVALID_FIELD, "goods", "there are more than 9999 lines; split the consignment");
                skipRest(parser);
                return;
            }
            line = draft.lines();
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                wrongKind(parser, "goods[" + line + "]", "an object in braces");
            } else {
                draft.addGoods();
                goodsLine(parser);
            }
        }
        line = 0;
    }

    private static void skipRest(JsonParser parser) {
        do {
            parser.skipChildren();
        } while (parser.nextToken() != JsonToken.END_ARRAY);
    }

    private void goodsLine(JsonParser parser) {
        var seen = 0L;
        for (var key = parser.nextName(); key != null; key = parser.nextName()) {
            var field = GOODS_KEYS.get(key);
            if (field != null) {
                seen = once(seen, 1L << field.index(), "goods[]", key);
                scalar(parser, field);
            } else if (key.equals("value")) {
                seen = once(seen, 1L << Field.VALUE.index(), "goods[]", key);
                object(parser, VALUE_KEYS, key);
            } else if (key.equals("vatShown")) {
                seen = once(seen, 1L << Field.VAT_SHOWN.index(), "goods[]", key);
                vat(parser);
            } else {
                unknown(parser, "goods[]", key);
            }
        }
    }

    /** VAT shown apart stands in the currency of the value unless it names its own; a plain text is an amount alone. */
    private void vat(JsonParser parser) {
        var token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            draft.set(Field.VAT_SHOWN, line, parser.getString());
        } else if (token == JsonToken.START_OBJECT) {
            keys(parser, VAT_KEYS, "vatShown");
        } else if (token != JsonToken.VALUE_NULL) {
            wrongKind(parser, "goods[" + line + "].vatShown", "an object in braces");
        }
    }

    /** The full name of an object, made only when there is something to say about it. */
    private String within(String name) {
        return switch (name) {
            case "" -> "";
            case "goods[]" -> "goods[" + line + "].";
            case "value", "vatShown" -> "goods[" + line + "]." + name + ".";
            default -> name + ".";
        };
    }

    private void taxIds(JsonParser parser) {
        if (!opens(parser, JsonToken.START_ARRAY, "taxIds", "a list in brackets")) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var name = "taxIds[" + draft.taxIds().size() + "]";
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                wrongKind(parser, name, "an object in braces");
                continue;
            }
            taxId(parser, name);
        }
    }

    private void taxId(JsonParser parser, String name) {
        var pair = new @Nullable String[2];
        var seen = 0L;
        for (var key = parser.nextName(); key != null; key = parser.nextName()) {
            var place = key.equals("scheme") ? 0 : key.equals("value") ? 1 : -1;
            if (place < 0) {
                unknown(parser, name, key);
                continue;
            }
            seen = once(seen, 1L << place, name, key);
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                pair[place] = parser.getString();
            } else {
                wrongKind(parser, name + "." + key, "text in quotes");
            }
        }
        draft.taxIds().add(pair);
    }

    /** Null is as good as absent. */
    private void object(JsonParser parser, Map<String, Field> keys, String name) {
        if (opens(parser, JsonToken.START_OBJECT, name, "an object in braces")) {
            keys(parser, keys, name);
        }
    }

    private void keys(JsonParser parser, Map<String, Field> keys, String name) {
        var seen = 0L;
        for (var key = parser.nextName(); key != null; key = parser.nextName()) {
            var field = keys.get(key);
            if (field == null) {
                unknown(parser, name, key);
            } else {
                seen = once(seen, 1L << field.ordinal(), name, key);
                scalar(parser, field);
            }
        }
    }

    private boolean opens(JsonParser parser, JsonToken opening, String name, String wanted) {
        var token = parser.nextToken();
        if (token != opening && token != JsonToken.VALUE_NULL) {
            wrongKind(parser, name.equals("value") ? "goods[" + line + "].value" : name, wanted);
        }
        return token == opening;
    }

    private void scalar(JsonParser parser, Field field) {
        switch (parser.nextToken()) {
            case VALUE_STRING -> draft.set(field, line, parser.getString());
            case VALUE_NULL -> draft.set(field, line, null);
            case VALUE_NUMBER_INT -> number(parser, field, field == Field.PIECES);
            case VALUE_NUMBER_FLOAT -> number(parser, field, false);
            default -> {
                parser.skipChildren();
                draft.refuse(field, line, Reason.INVALID_FIELD, "it is not a plain value; write text in quotes");
            }
        }
    }

    private void number(JsonParser parser, Field field, boolean allowed) {
        var text = parser.getString();
        if (allowed) {
            draft.set(field, line, text);
            return;
        }
        var shown = FieldReader.shown(field, text);
        draft.refuse(field, line, Reason.INVALID_FIELD, shown + " is a JSON number; write it as text in quotes");
    }

    private void wrongKind(JsonParser parser, String name, String wanted) {
        parser.skipChildren();
        draft.reject(Reason.INVALID_FIELD, name, "this is the wrong kind of value; write " + wanted);
    }

    private long once(long seen, long bit, String prefix, String key) {
        if ((seen & bit) != 0) {
            draft.reject(Reason.INVALID_FIELD, within(prefix) + key, "the key stands here twice; remove one");
        }
        return seen | bit;
    }

    private void unknown(JsonParser parser, String prefix, String key) {
        parser.nextToken();
        parser.skipChildren();
        var object = within(prefix);
        var field = UnknownKey.meant(key)
                .map(meant -> object + meant)
                .orElse(object.isEmpty() ? "" : object.substring(0, object.length() - 1));
        draft.reject(Reason.UNKNOWN_FIELD, field, UnknownKey.message(key));
    }
}
