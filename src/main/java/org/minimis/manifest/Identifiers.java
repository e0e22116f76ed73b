package org.minimis.manifest;

import java.util.BitSet;
import java.util.Set;

/** The forms of the numbers under which traders are registered. */
final class Identifiers {

    /** ISO 3166 numeric codes of the EU's states, and 900 for Northern Ireland: digits 3 to 5 of an IOSS number. */
    private static final Set<String> IOSS_STATES = Set.of(
            "040", "056", "100", "196", "203", "276", "208", "233", "300", "724", "246", "250", "191", "348", "372",
            "380", "440", "442", "428", "470", "528", "616", "620", "642", "752", "705", "703", "900");

    private static final BitSet IOSS_NUMBERS = new BitSet(1_000);

    static {
        IOSS_STATES.forEach(state -> IOSS_NUMBERS.set(Integer.parseInt(state)));
    }

    private Identifiers() {}

    /** {@code IM} and ten digits. Its check digit's rule is not public. */
    static boolean isIoss(String text) {
        return text.length() == 12 && text.startsWith("IM") && CheckDigits.isDigits(text, 2, 12);
    }

    /** Was it given out by a state of the Union? */
    static boolean isIossOfTheUnion(String text) {
        return IOSS_NUMBERS.get(Integer.parseInt(text, 2, 5, 10));
    }

    /** Two letters and up to fifteen more; GB and XI have 12 or 15 digits, Finland's may keep the hyphen of its business number. */
    static boolean isEori(String text) {
        if (text.length() < 3 || text.length() > 17 || !CheckDigits.isCapitals(text.substring(0, 2))) {
            return false;
        }
        var rest = text.substring(2);
        if (text.startsWith("GB") || text.startsWith("XI")) {
            return (rest.length() == 12 || rest.length() == 15) && CheckDigits.isDigits(rest);
        }
        if (text.startsWith("FI") && rest.length() == 9 && rest.charAt(7) == '-') {
            return CheckDigits.isDigits(rest.substring(0, 7)) && CheckDigits.isDigits(rest.substring(8));
        }
        return CheckDigits.isCapitalsOrDigits(rest);
    }

    /** Two letters of the country and 2 to 13 letters or digits. */
    static boolean isVat(String text) {
        return text.length() >= 4
                && text.length() <= 15
                && CheckDigits.isCapitals(text.substring(0, 2))
                && CheckDigits.isCapitalsOrDigits(text.substring(2));
    }
}
