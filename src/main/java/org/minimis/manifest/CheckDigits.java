package org.minimis.manifest;

/** The check digits of the trade. Each question expects a text of the right form and asks only whether it is consistent. */
final class CheckDigits {

    private static final int[] S10_WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
    private static final int[] ABN_WEIGHTS = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};

    private CheckDigits() {}

    /** GS1's trade item number: 8, 12, 13 or 14 digits, modulo ten. */
    static boolean isGtin(String text) {
        var length = text.length();
        if (length != 8 && (length < 12 || length > 14)) {
            return false;
        }
        var sum = 0;
        var weight = 1;
        for (var i = length - 1; i >= 0; i--) {
            var digit = digit(text, i);
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * weight;
            weight = 4 - weight;
        }
        return sum % 10 == 0;
    }

    /** Has it the form of a postal item's number: two letters, nine digits, country? */
    static boolean hasS10Form(String text) {
        return text.length() == 13 && isCapitals(text, 0, 2) && isDigits(text, 2, 11) && isCapitals(text, 11, 13);
    }

    /** Universal Postal Union S10: eleven minus the weighted sum modulo eleven; ten is 0, eleven is 5. */
    static boolean isS10(String text) {
        if (!hasS10Form(text)) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < S10_WEIGHTS.length; i++) {
            sum += digit(text, i + 2) * S10_WEIGHTS[i];
        }
        var check = 11 - sum % 11;
        return digit(text, 10) == (check == 10 ? 0 : check == 11 ? 5 : check);
    }

    /** Australian Business Number: eleven digits, the first less one, weighted, modulo 89. */
    static boolean isAbn(String text) {
        if (text.length() != ABN_WEIGHTS.length || !isDigits(text)) {
            return false;
        }
        var sum = -ABN_WEIGHTS[0];
        for (var i = 0; i < ABN_WEIGHTS.length; i++) {
            sum += digit(text, i) * ABN_WEIGHTS[i];
        }
        return sum % 89 == 0;
    }

    static boolean isDigits(String text) {
        return isDigits(text, 0, text.length());
    }

    /** Is there something between these places, and nothing but digits? */
    static boolean isDigits(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    static boolean isCapitals(String text) {
        return isCapitals(text, 0, text.length());
    }

    static boolean isCapitals(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return from < to;
    }

    static boolean isCapitalsOrDigits(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }
}
