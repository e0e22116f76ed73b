package org.minimis.manifest;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Country;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Text;
import org.minimis.money.Decimals;

/** Reads single values out of a draft. What cannot be read becomes null and a finding. */
final class FieldReader {

    private static final int REPEATED_BITS = 10;

    private final Draft draft;
    private final ReferenceData reference;
    private final Remembered<String> repeated = new Remembered<>(REPEATED_BITS, text -> text);
    private int line;

    FieldReader(Draft draft, ReferenceData reference) {
        this.draft = draft;
        this.reference = reference;
    }

    /** Goods fields are read from that line from now on. */
    void goTo(int goodsLine) {
        line = goodsLine;
    }

    int line() {
        return line;
    }

    /** The text of a field, or null where it is absent or refused. */
    @Nullable
    String text(Field field, int lengthMax) {
        var place = place(field);
        if (place != 0 && Draft.length(place) <= lengthMax) {
            return draft.textAt(place);
        }
        var written = draft.get(field, line);
        if (written == null || written.isEmpty()) {
            return null;
        }
        var text = Texts.clean(written);
        if (text == null) {
            refuse(field, "the text has control characters or broken letters in it; write plain text");
            return null;
        }
        if (text.length() > lengthMax) {
            refuse(field, "the text has " + text.length() + " characters, " + lengthMax + " are allowed; shorten it");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private long place(Field field) {
        return draft.place(Draft.slot(field, line));
    }

    /** The text of a field that comes again and again. */
    @Nullable
    String repeated(Field field, int lengthMax) {
        var place = place(field);
        return place != 0 && Draft.length(place) <= lengthMax
                ? repeated.get(draft.bytes(), Draft.start(place), Draft.end(place))
                : text(field, lengthMax);
    }

    /** What is made of such a text, or null where it is to be looked at. */
    <T> @Nullable T remembered(Field field, Remembered<T> values) {
        var place = place(field);
        return place != 0 ? values.get(draft.bytes(), Draft.start(place), Draft.end(place)) : null;
    }

    /** Is that description certainly clear? */
    boolean isClear(Field field, VagueDescriptions vague) {
        var place = place(field);
        return place != 0 && vague.isClear(draft.bytes(), Draft.start(place), Draft.end(place));
    }

    /** Complains about a missing value unless another complaint was made about it. */
    boolean require(Field field, @Nullable Object value, String remedy) {
        if (value == null && draft.get(field, line) != Draft.REFUSED) {
            draft.refuse(field, line, Reason.MISSING_FIELD, "it is missing; " + remedy);
        }
        return value != null;
    }

    @Nullable
    Country country(Field field) {
        var place = place(field);
        var plain = place != 0 ? reference.country(draft.bytes(), Draft.start(place), Draft.end(place)) : null;
        return plain == null ? carefulCountry(field) : plain;
    }

    private @Nullable Country carefulCountry(Field field) {
        var code = text(field, Integer.MAX_VALUE);
        if (code == null) {
            return null;
        }
        var country = reference.country(code);
        if (country == null) {
            refuse(field, shown(field, code) + " is not a country; write two capital letters of ISO 3166-1");
        }
        return country;
    }

    ReferenceData.@Nullable Currency currency(Field field) {
        var place = place(field);
        var plain = place != 0 ? reference.currency(draft.bytes(), Draft.start(place), Draft.end(place)) : null;
        return plain == null ? carefulCurrency(field) : plain;
    }

    private ReferenceData.@Nullable Currency carefulCurrency(Field field) {
        var code = text(field, Integer.MAX_VALUE);
        if (code == null) {
            return null;
        }
        var currency = reference.currency(code);
        if (currency == null) {
            refuse(
                    field,
                    shown(field, code)
                            + " is not a currency; write three capital letters of ISO 4217, for example EUR");
        }
        return currency;
    }

    /** One of the words of an enumeration. */
    <E extends Enum<E>> @Nullable E word(Field field, Words<E> words) {
        var place = place(field);
        var plain = place != 0 ? words.of(draft.bytes(), Draft.start(place), Draft.end(place)) : null;
        return plain == null ? carefulWord(field, words) : plain;
    }

    private <E extends Enum<E>> @Nullable E carefulWord(Field field, Words<E> words) {
        var text = text(field, Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        var word = words.of(text);
        if (word == null) {
            refuse(field, shown(field, text) + " is not known here; write one of " + words.all());
        }
        return word;
    }

    /** A code of capital letters, or of capitals and digits. */
    @Nullable
    String code(Field field, int lengthMin, int lengthMax, boolean digitsToo, String example) {
        var code = repeated(field, Integer.MAX_VALUE);
        if (code == null) {
            return null;
        }
        var formed = digitsToo ? CheckDigits.isCapitalsOrDigits(code) : CheckDigits.isCapitals(code);
        if (!formed || code.length() < lengthMin || code.length() > lengthMax) {
            refuse(field, shown(field, code) + " has not the form of this code; write for example " + example);
            return null;
        }
        return code;
    }

    /** A plain number, zero or more. */
    @Nullable
    BigDecimal number(Field field) {
        var place = place(field);
        var plain = place != 0 ? PlainNumbers.decimal(draft.bytes(), Draft.start(place), Draft.end(place)) : null;
        return plain == null ? carefulNumber(field) : plain;
    }

    private @Nullable BigDecimal carefulNumber(Field field) {
        var text = text(field, Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        if (Decimals.isPlain(text)) {
            return Decimals.parse(text);
        }
        refuse(field, numberComplaint(field, text));
        return null;
    }

    private static String numberComplaint(Field field, String text) {
        var shown = shown(field, text);
        if (text.indexOf(',') >= 0 && Decimals.isPlain(text.replaceFirst(",", "."))) {
            return shown + " has a decimal comma; write " + text.replace(',', '.')
                    + " or set decimal: ',' in the carrier profile";
        }
        if (text.charAt(0) == '-') {
            return shown + " is negative; cancellations are not cleared, take the line out of the manifest";
        }
        if (text.toLowerCase(Locale.ROOT).indexOf('e') > 0 && CheckDigits.isDigits(text.substring(0, 1))) {
            return shown + " has an exponent; write plain digits with a decimal point, for example 12.50";
        }
        return shown
                + " is not a plain number of at most 16 digits before and 6 after the point; write for example 12.50";
    }

    /** A plain number above zero. */
    @Nullable
    BigDecimal numberAboveZero(Field field) {
        var number = number(field);
        if (number != null && number.signum() == 0) {
            refuse(field, shown(field, number.toPlainString()) + " is not above zero; write what there is");
            return null;
        }
        return number;
    }

    /** A whole number from 1 to {@code max}. */
    int count(Field field, int max) {
        var place = place(field);
        var plain = place != 0 ? PlainNumbers.count(draft.bytes(), Draft.start(place), Draft.end(place)) : 0;
        return plain >= 1 && plain <= max ? plain : carefulCount(field, max);
    }

    private int carefulCount(Field field, int max) {
        var text = text(field, Integer.MAX_VALUE);
        if (text == null) {
            return 0;
        }
        var count = text.length() <= 9 && CheckDigits.isDigits(text) ? Integer.parseInt(text) : 0;
        if (count < 1 || count > max) {
            refuse(
                    field,
                    shown(field, text) + " is not a whole number from 1 to " + max + "; write one, for example 1");
            return 0;
        }
        return count;
    }

    void refuse(Field field, String message) {
        draft.refuse(field, line, Reason.INVALID_FIELD, message);
    }

    void contradict(Field field, String message) {
        draft.refuse(field, line, Reason.CONTRADICTION, message);
    }

    void warn(Field field, Reason reason, String message) {
        draft.findings().add(Finding.warning(reason, draft.name(field, line), message));
    }

    void refer(Field field, Reason reason, String message) {
        draft.findings().add(Finding.referred(reason, draft.name(field, line), message));
    }

    /** The text in quotes, or nothing of it where it may say who somebody is. */
    static String shown(Field field, String text) {
        return field.isPersonal() && text.length() > 3 ? "the text" : "'" + Text.clip(text) + "'";
    }
}
