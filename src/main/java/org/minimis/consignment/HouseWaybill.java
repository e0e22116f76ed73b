package org.minimis.consignment;

/**
 * The number of the transport document of one consignment.
 *
 * @param number 1 to 35 printable characters without blanks
 */
public record HouseWaybill(String number) {

    private static final int LENGTH_MAX = 35;

    public HouseWaybill {
        if (!isValid(number)) {
            throw new IllegalArgumentException(
                    "a house waybill has 1 to 35 printable characters without blanks, this one has %d"
                            .formatted(number.length()));
        }
    }

    /** Has it the form of a house waybill? */
    public static boolean isValid(String number) {
        if (number.isEmpty() || number.length() > LENGTH_MAX) {
            return false;
        }
        for (var i = 0; i < number.length(); i++) {
            if (number.charAt(i) <= ' ' || number.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return number;
    }
}
