package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Reason;
import org.minimis.money.Amounts;
import org.minimis.money.Rate;
import org.minimis.money.Rounding;
import org.minimis.settings.ConfigNode;

/** Reads what follows from a case, one small method for each figure that a question answers. */
final class Results {

    private static final List<String> BASE_PARTS = List.of("customs_value", "duty", "fees");

    private final NamedSets sets;

    Results(NamedSets sets) {
        this.sets = sets;
    }

    Function<ConfigNode, ?> reader(Answers answers) {
        return switch (answers) {
            case ROUNDING -> this::roundings;
            case EXCHANGE_RATES -> this::rateTable;
            case INTRINSIC_VALUE -> this::intrinsicValue;
            case CUSTOMS_VALUE -> this::customsValue;
            case ADMISSION -> this::admission;
            case DUTY -> this::duty;
            case FEE -> this::fee;
            case VAT -> this::vat;
            case VAT_RATE -> this::vatRates;
            case WAIVER -> this::waiver;
            case DECLARATION -> this::lodgement;
        };
    }

    static Referral referral(ConfigNode node) {
        node.entries(List.of("reason", "needs", "say"));
        return new Referral(
                node.required("reason").value(Results::reason),
                node.textOrNull("needs"),
                node.required("say").text());
    }

    private static Reason reason(String word) {
        try {
            return Reason.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'%s' is no reason; known are %s".formatted(word, List.of(Reason.values())));
        }
    }

    private Roundings roundings(ConfigNode node) {
        node.entries(List.of("conversion", "duty", "vat"));
        return new Roundings(
                node.required("conversion").value(Rounding::parse),
                node.required("duty").value(Rounding::parse),
                node.required("vat").value(Rounding::parse));
    }

    private String rateTable(ConfigNode node) {
        node.entries(List.of("table"));
        return node.required("table").text();
    }

    /** Only the price of the goods is known so far; the file is there for its law. */
    private String intrinsicValue(ConfigNode node) {
        words(node, List.of("goods"));
        return node.written();
    }

    private CustomsValueBasis customsValue(ConfigNode node) {
        var parts = words(node, List.of("goods", "freight", "insurance"));
        if (!parts.contains("goods")) {
            throw node.complaint("the customs value holds the goods; add them");
        }
        return new CustomsValueBasis(parts.contains("freight"), parts.contains("insurance"));
    }

    private Admission admission(ConfigNode node) {
        return switch (node.text()) {
            case "low-value" -> Admission.LOW_VALUE;
            case "documents" -> Admission.DOCUMENTS;
            default ->
                throw node.complaint("'%s' admits to nothing; write low-value or documents".formatted(node.text()));
        };
    }

    private DutyRule duty(ConfigNode node) {
        if (node.isScalar()) {
            return none(node, new DutyRule.None());
        }
        var keys = node.entries(List.of("flat", "per", "rate", "of", "tariff", "relieve_items"));
        var relieved = relieved(node);
        if (keys.containsKey("flat")) {
            return new DutyRule.Flat(
                    node.required("flat").value(Amounts::parse),
                    node.required("per").value(Unit::of),
                    relieved);
        }
        words(node.required("of"), List.of("customs_value"));
        if (keys.containsKey("rate")) {
            return new DutyRule.FlatRate(node.required("rate").value(Rate::parse), relieved);
        }
        return new DutyRule.OfTariff(sets.tariff(node.required("tariff")), relieved);
    }

    private static <T> T none(ConfigNode node, T none) {
        if (!node.text().equals("none")) {
            throw node.complaint("'%s' is nothing due; write none or a rule".formatted(node.text()));
        }
        return none;
    }

    private static @Nullable Money relieved(ConfigNode node) {
        return node.optional("relieve_items").map(n -> n.value(Amounts::parse)).orElse(null);
    }

    private FeeRule fee(ConfigNode node) {
        if (node.isScalar()) {
            return none(node, new FeeRule(null, Unit.CONSIGNMENT));
        }
        node.entries(List.of("amount", "per"));
        return new FeeRule(
                node.required("amount").value(Amounts::parse),
                node.required("per").value(Unit::of));
    }

    private VatRule vat(ConfigNode node) {
        if (node.isScalar()) {
            return none(node, new VatRule("NONE", VatRule.Collected.NEVER, false, List.of(), null));
        }
        node.entries(List.of("scheme", "collected", "rate", "base", "relieve_items"));
        var scheme = node.required("scheme").text();
        return switch (node.required("collected").text()) {
            case "never" -> new VatRule(scheme, VatRule.Collected.NEVER, false, List.of(), null);
            case "at-sale" -> new VatRule(scheme, VatRule.Collected.AT_SALE, false, List.of(), null);
            case "at-import" -> atImport(node, scheme);
            default -> throw node.required("collected").complaint("write at-sale, at-import or never");
        };
    }

    private VatRule atImport(ConfigNode node, String scheme) {
        var rate = node.required("rate");
        if (!rate.text().equals("standard") && !rate.text().equals("by-goods")) {
            throw rate.complaint("'%s' is no choice of rate; write standard or by-goods".formatted(rate.text()));
        }
        var base = words(node.required("base"), BASE_PARTS);
        if (!base.contains("customs_value")) {
            throw node.required("base").complaint("the base holds the customs_value; add it");
        }
        return new VatRule(scheme, VatRule.Collected.AT_IMPORT, rate.text().equals("by-goods"), base, relieved(node));
    }

    private VatRates vatRates(ConfigNode node) {
        node.entries(List.of("standard", "reduced"));
        var reduced = new ArrayList<VatRates.Reduced>();
        for (var each : node.optional("reduced").map(ConfigNode::elements).orElse(List.of())) {
            each.entries(List.of("goods", "rate", "note", "confidence"));
            var goods = sets.goods(each.required("goods"));
            reduced.add(new VatRates.Reduced(
                    goods.name(), goods, each.required("rate").value(Rate::parse)));
        }
        return new VatRates(node.required("standard").value(Rate::parse), reduced);
    }

    private Waiver waiver(ConfigNode node) {
        var parts = words(node, List.of("nothing", "duty", "vat", "fees"));
        return new Waiver(parts.contains("duty"), parts.contains("vat"), parts.contains("fees"));
    }

    private Lodgement lodgement(ConfigNode node) {
        node.entries(List.of("dataset", "procedures", "category"));
        var procedures = node.required("procedures").elements().stream()
                .map(ConfigNode::text)
                .toList();
        return new Lodgement(
                node.required("dataset").text(),
                procedures,
                node.required("category").value(Results::category));
    }

    private static Lodgement.CategoryRule category(String word) {
        return switch (word) {
            case "documents" -> Lodgement.CategoryRule.DOCUMENTS;
            case "by-amount" -> Lodgement.CategoryRule.BY_AMOUNT;
            case "high-value" -> Lodgement.CategoryRule.HIGH_VALUE;
            default ->
                throw new IllegalArgumentException(
                        "'%s' is no category; write documents, by-amount or high-value".formatted(word));
        };
    }

    private static List<String> words(ConfigNode node, List<String> known) {
        var words = new ArrayList<String>();
        for (var element : node.elementsOrOne()) {
            var word = element.text();
            if (!known.contains(word) && !(known.contains("fees") && word.startsWith("fees:"))) {
                throw element.complaint(
                        "'%s' is not known here; known are %s".formatted(word, String.join(", ", known)));
            }
            words.add(word);
        }
        return words;
    }
}
