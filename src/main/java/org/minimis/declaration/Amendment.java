package org.minimis.declaration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a declaration the correction of one that was declared before.
 *
 * @param amends the local reference number of the first declaration, which customs know by a number of their own
 * @param before what tells this correction from others of the same declaration, for example the batch that it corrects
 * @param reason customs' code for it, one to three letters or digits; null where none is given
 */
public record Amendment(
        String amends, String before, @Nullable String reason) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,3}");

    public Amendment {
        if (reason != null && !isCode(reason)) {
            throw new IllegalArgumentException("'%s' is no code of a reason".formatted(reason));
        }
    }

    /** Can this be declared as a reason? */
    public static boolean isCode(String reason) {
        return CODE.matcher(reason).matches();
    }
}
