package org.minimis.assessment;

import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * One step of the working of an assessment.
 *
 * @param step which figure: {@code intrinsicValue}, {@code duty}, {@code vatBase}, {@code vat}, …
 * @param rule the id of the law file that answered, for example {@code eu.duty}
 * @param text the sum in words and numbers
 * @param amount what came out, where it is an amount
 * @param law the article, with its date of effect where the value has changed
 */
public record ReasoningStep(
        String step, String rule, String text, @Nullable Money amount, String law) {}
