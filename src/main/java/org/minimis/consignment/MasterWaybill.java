package org.minimis.consignment;

import java.util.regex.Pattern;

/**
 * The number of an air waybill of the flight: three digits of the airline, seven of the serial and a check digit, which is
 * the serial modulo seven.
 *
 * @param number as {@code 020-12345675}
 */
public record MasterWaybill(String number) {

    private static final Pattern FORM = Pattern.compile("\\d{3}-?\\d{7}[0-6]");

    public MasterWaybill {
        if (!isValid(number)) {
            throw new IllegalArgumentException("'%s' is not an air waybill".formatted(number));
        }
        if (number.charAt(3) != '-') {
            number = number.substring(0, 3) + "-" + number.substring(3);
        }
    }

    /** Has it the form of an air waybill, and does its check digit agree? */
    public static boolean isValid(String number) {
        if (!FORM.matcher(number).matches()) {
            return false;
        }
        var serial = number.substring(number.length() - 8, number.length() - 1);
        return Integer.parseInt(serial) % 7 == number.charAt(number.length() - 1) - '0';
    }

    @Override
    public String toString() {
        return number;
    }
}
