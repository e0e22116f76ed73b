package org.minimis.regime;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;

/**
 * One condition of a case.
 *
 * @param text as the law file writes it
 * @param test does it hold
 * @param ofShape the same where the consignment's {@link Shape} decides it; null where more must be known
 * @param isOfFigures may asking it need an exchange rate, so that it cannot be asked earlier than it stands?
 * @param goods the named sets of goods that it asks about; mostly none
 * @param limits on a value of the whole consignment; none for most
 */
public record Condition(
        String text,
        Predicate<Facts> test,
        @Nullable Predicate<Consignment> ofShape,
        boolean isOfFigures,
        List<GoodsSet> goods,
        List<Limit> limits) {

    public Condition {
        goods = List.copyOf(goods);
        limits = List.copyOf(limits);
    }
}
