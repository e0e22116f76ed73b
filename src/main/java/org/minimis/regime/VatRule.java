package org.minimis.regime;

import java.util.List;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * How VAT, GST or another consumption tax is collected.
 *
 * @param scheme for example {@code IOSS}, {@code SPECIAL_ARRANGEMENTS}, {@code STANDARD}, {@code NONE}
 * @param byGoods the rate of the goods; otherwise the standard rate for all of them
 * @param base what the tax is charged on, in the words of the law files; empty unless collected at import
 * @param inside the tax is part of its own base
 * @param relievedItems items are free as long as they fit under this limit together; null: no item is
 */
public record VatRule(
        String scheme,
        Collected collected,
        boolean byGoods,
        List<String> base,
        boolean inside,
        @Nullable Money relievedItems) {

    /** Where the tax is collected. */
    public enum Collected {
        AT_SALE,
        AT_IMPORT,
        NEVER
    }

    public VatRule {
        base = List.copyOf(base);
    }
}
