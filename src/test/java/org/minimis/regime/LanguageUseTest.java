package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minimis.settings.ConfigFolder;

/**
 * What the language of the law can say and no regime says. Each test lists it; a word that nobody uses any more has to be
 * put on the list here or taken out of the language.
 */
class LanguageUseTest {

    private static final List<Regime> ALL =
            Regimes.load(ConfigFolder.of(Path.of("config"))).all();

    @Test
    void everyKindOfDutyIsUsed() {
        var used = results(DutyRule.class).map(Object::getClass).collect(Collectors.toSet());

        assertThat(Arrays.stream(DutyRule.class.getPermittedSubclasses()).filter(kind -> !used.contains(kind)))
                .isEmpty();
    }

    @Test
    void unitsThatNoRegimeChargesFor() {
        var used = Stream.of(
                        results(DutyRule.Flat.class).map(DutyRule.Flat::per),
                        results(FeeRule.class)
                                .filter(fee -> fee.amount() != null)
                                .map(FeeRule::per),
                        results(DutyRule.OfBuckets.class)
                                .flatMap(rule -> rule.rows().stream())
                                .filter(row -> row.amount() != null)
                                .map(Bucket::per))
                .flatMap(units -> units)
                .collect(Collectors.toSet());

        assertThat(unused(Unit.values(), used)).containsExactly("LINE", "PACKAGE", "PIECE", "NET_KILOGRAM");
    }

    @Test
    void consignmentsThatNoRegimeTakesTogether() {
        var used = cases().filter(each -> each.together() != null)
                .map(Case::together)
                .collect(Collectors.toSet());

        assertThat(unused(Aggregation.values(), used)).containsExactly("CONSIGNOR_CONSIGNEE_AND_DISPATCH");
    }

    @Test
    void everyWayToCollectTheTaxIsUsed() {
        var used = results(VatRule.class).map(VatRule::collected).collect(Collectors.toSet());

        assertThat(unused(VatRule.Collected.values(), used)).isEmpty();
    }

    @Test
    void everyDayOfARateOfExchangeIsUsed() {
        var used = results(RateSource.class).map(RateSource::day).collect(Collectors.toSet());

        assertThat(unused(RateSource.RateDay.values(), used)).isEmpty();
    }

    @Test
    void everyCategoryIsUsed() {
        var used = results(Lodgement.class).map(Lodgement::category).collect(Collectors.toSet());

        assertThat(unused(Lodgement.CategoryRule.values(), used)).isEmpty();
    }

    @Test
    void everyQuestionIsAnsweredBySomeRegime() {
        var used = ALL.stream()
                .flatMap(regime -> regime.questions().stream())
                .map(Question::answers)
                .collect(Collectors.toSet());

        assertThat(unused(Answers.values(), used)).isEmpty();
    }

    @Test
    void everyAdditionToASumIsUsed() {
        assertThat(List.of(
                        used(DutyRule.FlatRate.class, rule -> rule.deduct() != null),
                        used(DutyRule.FlatRate.class, rule -> rule.relievedItems() != null),
                        used(VatRule.class, VatRule::inside),
                        used(VatRule.class, rule -> rule.relievedItems() != null),
                        used(VatRule.class, rule -> rule.base().contains("freight")),
                        used(VatRule.class, rule -> rule.base().contains("costs")),
                        used(VatRates.class, rates -> !rates.single()),
                        used(FeeRule.class, fee -> fee.plus() != null),
                        used(FeeRule.class, fee -> fee.share() != null),
                        used(FeeRule.class, FeeRule::owedToCarrier),
                        used(CustomsValueBasis.class, basis -> basis.share() != null),
                        used(Roundings.class, rounding -> rounding.dutyBase() != null),
                        used(Roundings.class, rounding -> rounding.vatBase() != null),
                        used(Bucket.class, row -> true)))
                .doesNotContain(false);
    }

    @Test
    void conditionsThatNoRegimeSets() throws IOException {
        var used = cases().flatMap(each -> each.conditions().stream())
                .map(condition -> condition.text().substring(0, condition.text().indexOf(' ')))
                .collect(Collectors.toSet());
        var known = new TreeSet<>(documented());
        known.removeAll(used);

        assertThat(known).containsExactly("fees", "item_value", "region");
    }

    /** The words in the first column of the language's table of conditions. */
    private static Set<String> documented() throws IOException {
        var text = Files.readString(Path.of("config/regimes/LANGUAGE.md"));
        var table = text.substring(text.indexOf("### Conditions"), text.indexOf("### What a question answers"));
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Pattern.compile("`([a-z_]+)`")
                        .matcher(line.substring(0, line.indexOf(" | ")))
                        .results()
                        .map(found -> found.group(1)))
                .collect(Collectors.toSet());
    }

    private static <T> boolean used(Class<T> kind, Function<T, Boolean> by) {
        return results(kind).anyMatch(by::apply);
    }

    private static <E extends Enum<E>> List<String> unused(E[] all, Set<?> used) {
        return Arrays.stream(all)
                .filter(each -> !used.contains(each))
                .map(Enum::name)
                .toList();
    }

    private static Stream<? extends Case<?>> cases() {
        return ALL.stream().flatMap(regime -> regime.questions().stream()).flatMap(LanguageUseTest::cases);
    }

    private static <T> Stream<Case<T>> cases(Question<T> question) {
        return question.timeline().values().values().stream().flatMap(List::stream);
    }

    private static <T> Stream<T> results(Class<T> kind) {
        var rows = cases().map(Case::result)
                .filter(DutyRule.OfBuckets.class::isInstance)
                .flatMap(rule -> ((DutyRule.OfBuckets) rule).rows().stream());
        return Stream.concat(cases().map(Case::result), rows)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
