package org.minimis.regime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day of the month after the release by which something is due. Weekdays are Monday to Friday, holidays among them.
 *
 * @param after the day of the month from which weekdays are counted, or the day itself
 * @param weekdays how many weekdays after it; null: that day itself, whichever it is
 */
public record DueDay(int after, @Nullable Integer weekdays) {

    private static final Pattern FORM =
            Pattern.compile("(?:day (\\d{1,2})|weekday (\\d{1,2})(?: after day (\\d{1,2}))?) of the next month");

    static DueDay parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no day; write for example 'day 24 of the next month',".formatted(text)
                            + " 'weekday 10 after day 17 of the next month' or 'weekday 7 of the next month'");
        }
        if (form.group(1) != null) {
            return new DueDay(Integer.parseInt(form.group(1)), null);
        }
        var after = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
        return new DueDay(after, Integer.valueOf(form.group(2)));
    }

    /** The day for goods released on {@code release}. */
    public LocalDate on(LocalDate release) {
        var month = release.plusMonths(1).withDayOfMonth(1);
        if (weekdays == null) {
            return month.withDayOfMonth(after);
        }
        var day = month.plusDays(after - 1L);
        for (var left = (int) weekdays; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
