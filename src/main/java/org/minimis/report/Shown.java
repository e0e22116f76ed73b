package org.minimis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/** How the page writes numbers, days and the trade's codes for a reader. */
public final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Parts thousands without being taken for a decimal point or comma, and never at the end of a line. */
    private static final char THIN_SPACE = '\u202f';

    private static final String ABSENT = "–";

    private Shown() {}

    public static String count(long count) {
        return grouped(Long.toString(count));
    }

    /** The number alone; a dash where there is none. */
    public static String amount(@Nullable Money amount) {
        return amount == null ? ABSENT : grouped(Amounts.plain(amount));
    }

    /** The number as a program reads it. */
    public static String plain(Money amount) {
        return Amounts.plain(amount);
    }

    private static String grouped(String number) {
        var point = number.indexOf('.');
        var text = new StringBuilder(number);
        var first = number.startsWith("-") ? 1 : 0;
        for (var i = (point < 0 ? number.length() : point) - 3; i > first; i -= 3) {
            text.insert(i, THIN_SPACE);
        }
        return text.toString();
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The days of acceptance that the report covers. */
    public static String period(RevenueReport report) {
        var from = report.acceptedFrom();
        var to = report.acceptedTo();
        if (from == null || to == null) {
            return from != null ? "from " + day(from) : to != null ? "until " + day(to) : "nothing yet";
        }
        return from.equals(to) ? day(from) : day(from) + " to " + day(to);
    }

    /** A share of a whole, for example {@code 12.3 %}; what is there is never shown as nothing. */
    public static String share(long part, long whole) {
        if (whole == 0) {
            return ABSENT;
        }
        if (part > 0 && part * 2_000 < whole) {
            return "< 0.1 %";
        }
        return BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }

    /** A code as it is; a dash where there is none. */
    public static String code(@Nullable String code) {
        return code == null || code.isBlank() ? ABSENT : code;
    }

    /** A code made of words, for example {@code SPECIAL_ARRANGEMENTS}, as words; a short one such as {@code IOSS} as it is. */
    public static String words(String code) {
        if (code.length() <= 4 && !code.equals("NONE")) {
            return code(code);
        }
        var words = code.replace('_', ' ').replace('-', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The English name of a state; its code where it has none. */
    public static String state(@Nullable String code) {
        if (code == null || code.length() != 2 || !code.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            return code(code);
        }
        return code.equals("XI")
                ? "Northern Ireland"
                : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
    }

    /** What a category of the Immediate Release Guidelines is called; 0 for none. */
    public static String category(int category) {
        return switch (category) {
            case 1 -> "Documents";
            case 2 -> "Low value, nothing due";
            case 3 -> "Low value, dutiable";
            case 4 -> "High value or excluded";
            default -> "Not categorised";
        };
    }
}
