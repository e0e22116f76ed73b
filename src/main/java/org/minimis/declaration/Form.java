package org.minimis.declaration;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whose sizes the data elements obey. */
enum Form {
    /** Annex B of the Union's customs law: postcode an..17, amounts n..16,2. */
    EUCDM(17, 2),
    /** The schemas of HMRC's Customs Declaration Service: PostcodeID an..9, amounts of three decimals. */
    CDS(9, 3);

    private final int postcodeMax;
    private final int decimalsMax;

    Form(int postcodeMax, int decimalsMax) {
        this.postcodeMax = postcodeMax;
        this.decimalsMax = decimalsMax;
    }

    /** How many characters a postcode may have. */
    int postcodeMax() {
        return postcodeMax;
    }

    /** How many decimals an amount may have. */
    int decimalsMax() {
        return decimalsMax;
    }

    static Form parse(String word) {
        for (var form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(word)) {
                return form;
            }
        }
        throw new IllegalArgumentException("'%s' is not a form; write %s, or list for a regime that takes lists"
                .formatted(
                        word,
                        Arrays.stream(values())
                                .map(form -> form.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or "))));
    }
}
