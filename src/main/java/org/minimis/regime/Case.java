package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;

/**
 * One case of a question of law: a sentence, when it applies, what follows, and the law that says so.
 *
 * @param conditions all must hold
 * @param together which consignments its conditions take together; null: the consignment alone
 * @param readings the case is there only under these readings, by name
 * @param result what follows; null when the case refers
 * @param referral why and to what the consignment is referred; null when there is a result
 * @param written the result or the referral as the file writes it
 * @param source where the text or the figure was read; empty when only the law is named
 * @param confidence how sure the source is: {@code high}, {@code medium}, {@code low}
 * @param where file and line
 */
public record Case<T>(
        String name,
        List<Condition> conditions,
        @Nullable Aggregation together,
        Map<String, String> readings,
        @Nullable T result,
        @Nullable Referral referral,
        String written,
        String law,
        String source,
        String confidence,
        String where) {

    public Case {
        conditions = List.copyOf(conditions);
        readings = Map.copyOf(readings);
    }

    /**
     * The case as it stands for all consignments of one shape: without the conditions that the shape meets.
     *
     * @return null where the shape does not fit it
     */
    @Nullable
    Case<T> narrowed(Consignment consignment) {
        var open = new ArrayList<Condition>(conditions.size());
        var isMovable = true;
        for (var condition : conditions) {
            var ofShape = condition.ofShape();
            if (ofShape == null || !isMovable) {
                isMovable &= !condition.isOfFigures();
                open.add(condition);
            } else if (!ofShape.test(consignment)) {
                return null;
            }
        }
        return open.size() == conditions.size()
                ? this
                : new Case<>(name, open, together, readings, result, referral, written, law, source, confidence, where);
    }

    /** Do all conditions hold? */
    boolean fits(Facts facts) {
        for (var i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).test().test(facts)) {
                return false;
            }
        }
        return true;
    }
}
