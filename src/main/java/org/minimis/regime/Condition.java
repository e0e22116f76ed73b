package org.minimis.regime;

import java.util.List;
import java.util.function.Predicate;

/**
 * One condition of a case.
 *
 * @param text as the law file writes it
 * @param test does it hold
 * @param goods the named sets of goods that it asks about; mostly none
 * @param limits on a value of the whole consignment; none for most
 */
public record Condition(String text, Predicate<Facts> test, List<GoodsSet> goods, List<Limit> limits) {

    public Condition {
        goods = List.copyOf(goods);
        limits = List.copyOf(limits);
    }
}
