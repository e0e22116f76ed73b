package org.minimis.declaration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.GoodsItem;

/**
 * One row of a list: a whole consignment, or one of its items.
 *
 * @param section of the list, empty where the list has none
 * @param item null where the row stands for the whole consignment
 * @param lines the goods lines that the row stands for
 */
record ListRow(
        ListDeclarant declarant,
        Consignment consignment,
        Assessment assessment,
        String lrn,
        String section,
        @Nullable DeclaredItem item,
        List<GoodsItem> lines) {

    /** Is it the row on which stands what is the whole consignment's? */
    boolean isFirst() {
        return item == null || item.number() == 1;
    }
}
