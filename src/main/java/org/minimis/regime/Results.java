package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final List<String> BASE_PARTS =
            List.of("customs_value", "duty", "freight", "insurance", "fees", "costs");

    private final NamedSets sets;
    private final DutyResults duties;

    Results(NamedSets sets) {
        this.sets = sets;
        this.duties = new DutyResults(sets);
    }

    Function<ConfigNode, ?> reader(Answers answers) {
        return switch (answers) {
            case ROUNDING -> this::roundings;
            case EXCHANGE_RATES -> this::rateTable;
            case INTRINSIC_VALUE -> this::intrinsicValue;
            case CUSTOMS_VALUE -> this::customsValue;
            case ADMISSION -> this::admission;
            case DUTY -> duties::duty;
            case SURCHARGE -> duties::surcharge;
            case FEE -> this::fee;
            case VAT -> this::vat;
            case VAT_RATE -> this::vatRates;
            case WAIVER -> this::waiver;
            case DECLARATION -> this::lodgement;
            case ACCOUNTING -> this::accounting;
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
        node.entries(List.of("conversion", "duty_base", "duty", "vat_base", "vat"));
        return new Roundings(
                node.required("conversion").value(Rounding::parse),
                node.required("duty").value(Rounding::parse),
                node.required("vat").value(Rounding::parse),
                node.optional("duty_base").map(n -> n.value(Rounding::parse)).orElse(null),
                node.optional("vat_base").map(n -> n.value(Rounding::parse)).orElse(null));
    }

    private RateSource rateTable(ConfigNode node) {
        node.entries(List.of("table", "on"));
        return new RateSource(
                node.required("table").text(),
                node.optional("on").map(n -> n.value(RateSource.RateDay::parse)).orElse(RateSource.RateDay.ACCEPTANCE));
    }

    /** Only the price of the goods is known so far; the file is there for its law. */
    private String intrinsicValue(ConfigNode node) {
        words(node, List.of("goods"));
        return node.written();
    }

    private CustomsValueBasis customsValue(ConfigNode node) {
        var share = node.isMapping() ? node.optional("share") : Optional.<ConfigNode>empty();
        if (node.isMapping()) {
            node.entries(List.of("of", "share"));
        }
        var parts = words(node.isMapping() ? node.required("of") : node, List.of("goods", "freight", "insurance"));
        if (!parts.contains("goods")) {
            throw node.complaint("the customs value holds the goods; add them");
        }
        return new CustomsValueBasis(
                parts.contains("freight"),
                parts.contains("insurance"),
                share.map(n -> n.value(Rate::parse)).orElse(null));
    }

    private Admission admission(ConfigNode node) {
        return switch (node.text()) {
            case "low-value" -> Admission.LOW_VALUE;
            case "documents" -> Admission.DOCUMENTS;
            default ->
                throw node.complaint("'%s' admits to nothing; write low-value or documents".formatted(node.text()));
        };
    }

    static <T> T none(ConfigNode node, T none) {
        if (!node.text().equals("none")) {
            throw node.complaint("'%s' is nothing due; write none or a rule".formatted(node.text()));
        }
        return none;
    }

    static @Nullable Money relieved(ConfigNode node) {
        return node.optional("relieve_items").map(n -> n.value(Amounts::parse)).orElse(null);
    }

    private FeeRule fee(ConfigNode node) {
        if (node.isScalar()) {
            return none(node, new FeeRule(null, Unit.CONSIGNMENT, null, null, false));
        }
        node.entries(List.of("amount", "per", "rate", "of", "least", "most", "plus", "owed_to"));
        node.optional("owed_to").ifPresent(owed -> words(owed, List.of("carrier")));
        var share = node.optional("rate").isPresent();
        return new FeeRule(
                share ? null : node.required("amount").value(Amounts::parse),
                share ? Unit.CONSIGNMENT : node.required("per").value(Unit::of),
                share ? share(node) : null,
                node.optional("plus").map(n -> n.value(Rate::parse)).orElse(null),
                node.optional("owed_to").isPresent());
    }

    private static FeeRule.Share share(ConfigNode node) {
        words(node.required("of"), List.of("customs_value"));
        return new FeeRule.Share(
                node.required("rate").value(Rate::parse),
                node.required("least").value(Amounts::parse),
                node.required("most").value(Amounts::parse));
    }

    private VatRule vat(ConfigNode node) {
        if (node.isScalar()) {
            return none(node, new VatRule("NONE", VatRule.Collected.NEVER, false, List.of(), false, null));
        }
        node.entries(List.of("scheme", "collected", "rate", "base", "inside", "relieve_items"));
        var scheme = node.required("scheme").text();
        return switch (node.required("collected").text()) {
            case "never" -> new VatRule(scheme, VatRule.Collected.NEVER, false, List.of(), false, null);
            case "at-sale" -> new VatRule(scheme, VatRule.Collected.AT_SALE, false, List.of(), false, null);
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
        var inside = node.optional("inside");
        inside.ifPresent(n -> words(n, List.of("true")));
        return new VatRule(
                scheme,
                VatRule.Collected.AT_IMPORT,
                rate.text().equals("by-goods"),
                base,
                inside.isPresent(),
                relieved(node));
    }

    private VatRates vatRates(ConfigNode node) {
        node.entries(List.of("standard", "reduced"));
        var reduced = new ArrayList<VatRates.Reduced>();
        for (var each : node.optional("reduced").map(ConfigNode::elements).orElse(List.of())) {
            each.entries(List.of("goods", "rate", "note", "confidence"));
            var goods = sets.goods(each.required("goods"));
            reduced.add(new VatRates.Reduced(goods.name(), goods, taxRate(each.required("rate"))));
        }
        return VatRates.of(taxRate(node.required("standard")), reduced);
    }

    private static TaxRate taxRate(ConfigNode node) {
        if (node.isScalar()) {
            return TaxRate.of(node.value(Rate::parse));
        }
        var parts = new ArrayList<TaxRate.Part>();
        for (var entry : node.entries().entrySet()) {
            var percent = entry.getValue().text().endsWith("%");
            var part = percent
                    ? new TaxRate.Part(entry.getKey(), entry.getValue().value(Rate::parse), null)
                    : new TaxRate.Part(entry.getKey(), null, entry.getValue().value(TaxRate.Share::parse));
            var share = part.share();
            if (share != null && parts.stream().noneMatch(p -> p.name().equals(share.of()))) {
                throw entry.getValue().complaint("no tax '%s' stands before it".formatted(share.of()));
            }
            parts.add(part);
        }
        return new TaxRate(parts);
    }

    private Accounting accounting(ConfigNode node) {
        if (node.isScalar()) {
            return none(node, new Accounting(null, null));
        }
        node.entries(List.of("account", "pay"));
        return new Accounting(
                node.optional("account").map(n -> n.value(DueDay::parse)).orElse(null),
                node.optional("pay").map(n -> n.value(DueDay::parse)).orElse(null));
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

    static List<String> words(ConfigNode node, List<String> known) {
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
