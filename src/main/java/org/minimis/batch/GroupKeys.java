package org.minimis.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.Party;
import org.minimis.regime.Aggregation;

/**
 * Says which consignments belong together.
 *
 * <p>A party is known by its EORI number where the manifest gives one, else by its name, its postcode (street and town where
 * there is none) and its country. Capitals, accents, punctuation and the order of the names do not count. Not formalised: one
 * person who stands there once with a number and once without, or with two postcodes, is two.
 */
final class GroupKeys {

    private GroupKeys() {}

    /** Null where the manifest does not say enough. */
    static @Nullable GroupKey of(Aggregation unit, String regime, Consignment consignment, LocalDate accepted) {
        var consignee = identity(consignment.consignee());
        var where = unit == Aggregation.PERSON_AND_DAY ? accepted.toString() : flight(consignment.carriage());
        if (consignee == null || where == null) {
            return null;
        }
        var consignor = unit == Aggregation.CONSIGNOR_CONSIGNEE_AND_DISPATCH ? identity(consignment.consignor()) : "";
        if (consignor == null) {
            return null;
        }
        var scope = unit.word() + "\n" + regime + "\n" + where;
        var whole = digest(scope + "\n" + consignee + "\n" + consignor);
        return new GroupKey(whole.getLong(0), whole.getLong(8), digest(scope).getLong(0));
    }

    /**
     * Consignor and consignee with the flight, whatever the law takes together; the consignor alone in place of the scope. Null
     * where the manifest does not say enough.
     */
    static @Nullable GroupKey pair(Consignment consignment) {
        var consignee = identity(consignment.consignee());
        var consignor = identity(consignment.consignor());
        var flight = flight(consignment.carriage());
        if (consignee == null || consignor == null || flight == null) {
            return null;
        }
        var whole = digest("pair\n" + flight + "\n" + consignee + "\n" + consignor);
        return new GroupKey(
                whole.getLong(0), whole.getLong(8), digest(consignor).getLong(0));
    }

    private static ByteBuffer digest(String text) {
        return ByteBuffer.wrap(WholeFile.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A flight may have several master waybills; only where its number or its day is missing one of them stands for it. */
    static @Nullable String flight(Carriage carriage) {
        if (carriage.flight() != null && carriage.arrival() != null) {
            return "flight " + plain(carriage.flight()) + " "
                    + carriage.arrival().atOffset(ZoneOffset.UTC).toLocalDate();
        }
        var master = carriage.masterWaybill();
        return master == null ? null : "master waybill " + master.number();
    }

    static @Nullable String identity(Party party) {
        if (party.eori() != null && !plain(party.eori()).isEmpty()) {
            return "eori " + plain(party.eori());
        }
        var name = party.name() == null ? "" : sorted(party.name());
        var place = party.postcode() == null ? "" : plain(party.postcode()).replace(" ", "");
        if (place.isEmpty()) {
            place = party.street() == null || party.city() == null ? "" : plain(party.street() + " " + party.city());
        }
        return name.isEmpty() || place.isEmpty() ? null : "party " + name + "\t" + place + "\t" + party.country();
    }

    private static String sorted(String name) {
        var words = plain(name).split(" ");
        Arrays.sort(words);
        return String.join(" ", words);
    }

    /** Capitals and digits, words divided by one space. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
                .forEach(c -> {
                    if (c != ' ' || plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString().strip();
    }
}
