package org.minimis.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question of law: one file.
 *
 * @param id for example {@code eu.duty}
 * @param question in words
 * @param answers which figure it decides
 * @param subject of a {@code vat-rate} the state, of a {@code fee} its name; empty otherwise
 * @param readings what the law leaves open
 * @param timeline the cases by the day they begin
 * @param checkedOn when somebody last looked whether it still stands
 * @param where file and line
 */
public record Question<T>(
        String id,
        String question,
        Answers answers,
        String subject,
        Map<String, Reading> readings,
        Timeline<List<Case<T>>> timeline,
        LocalDate checkedOn,
        String where) {

    static <T> @Nullable Case<T> first(List<Case<T>> cases, Facts facts) {
        for (var i = 0; i < cases.size(); i++) {
            if (cases.get(i).fits(facts)) {
                return cases.get(i);
            }
        }
        return null;
    }
}
