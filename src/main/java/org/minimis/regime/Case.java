package org.minimis.regime;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
