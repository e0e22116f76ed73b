package org.minimis.declaration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;

/**
 * Local reference numbers (12 09): what the declarant calls a declaration.
 *
 * <p>Derived, never drawn: {@code M}, the day of acceptance as {@code yymmdd} and fifteen characters of a hash (75 bits), so
 * that a batch that is run again, or on more threads, gives the same numbers. Twenty-two characters, the most that the Union
 * allows; no I, L, O that look like digits, and no U.
 */
final class Lrn {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int HASHED = 15;

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Lrn::sha256);

    private Lrn() {}

    static String of(LocalDate acceptanceDate, String regime, String manifest, String reference) {
        var number = new char[7 + HASHED];
        number[0] = 'M';
        two(number, 1, acceptanceDate.getYear() % 100);
        two(number, 3, acceptanceDate.getMonthValue());
        two(number, 5, acceptanceDate.getDayOfMonth());
        // A line end stands in none of the three, so that no two triples give one text.
        var text = regime + "\n" + manifest + "\n" + reference;
        hash(number, DIGEST.get().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new String(number);
    }

    private static void two(char[] number, int at, int value) {
        number[at] = (char) ('0' + value / 10);
        number[at + 1] = (char) ('0' + value % 10);
    }

    /** Five bits a character, from the digest's first ten bytes. */
    private static void hash(char[] number, byte[] digest) {
        var bits = 0;
        var held = 0;
        var next = 0;
        for (var i = 0; i < HASHED; i++) {
            while (held < 5) {
                bits = bits << 8 | digest[next++] & 0xff;
                held += 8;
            }
            held -= 5;
            number[7 + i] = ALPHABET[bits >> held & 31];
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
