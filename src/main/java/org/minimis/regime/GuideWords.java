package org.minimis.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/** Says what follows from a case of the law, and when, as somebody who sends a parcel would. */
final class GuideWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("type", ""),
            Map.entry("channel", ""),
            Map.entry("person", ""),
            Map.entry("dispatched_from", "sent from "),
            Map.entry("destination", "to "),
            Map.entry("region", "to "),
            Map.entry("territory", "to "),
            Map.entry("origin", "all goods made in "),
            Map.entry("some_origin", "some goods made in "),
            Map.entry("some_origin_not", "some goods not made in "),
            Map.entry("has", "with a number "),
            Map.entry("has_not", "without a number "),
            Map.entry("goods", "with goods of: "),
            Map.entry("no_goods", "without goods of: "),
            Map.entry("all_goods", "only goods of: "),
            Map.entry("lacks", "where a line lacks "),
            Map.entry("code_digits", "digits of the commodity code "),
            Map.entry("gross_kg", "kilograms "),
            Map.entry("intrinsic_value", "price of the goods "),
            Map.entry("goods_value", "price of the goods "),
            Map.entry("cif_value", "price with transport and insurance "),
            Map.entry("customs_value", "customs value "),
            Map.entry("item_value", "price of each line "),
            Map.entry("piece_value", "price of each piece "),
            Map.entry("some_piece_value", "price of some piece "),
            Map.entry("together_with", "taken together for one "),
            Map.entry("vat_scheme", "tax by way of "),
            Map.entry("duty_kind", "duty found by "));
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("B2C", "a sale to a private person"),
            Map.entry("B2B", "a sale to a business"),
            Map.entry("C2C", "between private persons"),
            Map.entry("DOCUMENTS", "documents"),
            Map.entry("RETURN", "goods that come back"),
            Map.entry("EXPRESS", "by express"),
            Map.entry("POST", "by post"),
            Map.entry("NATURAL", "to a private person"),
            Map.entry("LEGAL", "to a firm"),
            Map.entry("ASSOCIATION", "to an association"),
            Map.entry("commodityCode", "its commodity code"),
            Map.entry("origin", "its origin"),
            Map.entry("sku", "the seller's number of the product"),
            Map.entry("manufacturerPid", "the manufacturer's number of the product"),
            Map.entry("gtin", "its GTIN"),
            Map.entry("netKg", "its net mass"));

    private GuideWords() {}

    /** The case's own sentence, when it applies, and what follows. */
    static String sentence(Case<?> each, Readings readings) {
        var when = each.conditions().stream().map(GuideWords::condition).collect(Collectors.joining("; "));
        return each.name() + (when.isEmpty() ? "" : " (" + when + ")") + ": " + follows(each, readings);
    }

    /** What a manifest has to give, as a condition of the law asks for it. */
    static String given(String written) {
        return List.of(written.split(" or ")).stream()
                .map(word -> VALUES.getOrDefault(word, word))
                .collect(Collectors.joining(" or "));
    }

    private static String condition(Condition condition) {
        var at = condition.text().indexOf(' ');
        var key = condition.text().substring(0, at);
        return WORDS.getOrDefault(key, key + " ")
                + compared(given(condition.text().substring(at + 1)));
    }

    private static String compared(String text) {
        return text.replace("<= ", "not over ")
                .replace(">= ", "at least ")
                .replace("< ", "below ")
                .replace("> ", "over ");
    }

    private static String follows(Case<?> each, Readings readings) {
        var referral = each.referral();
        if (referral != null) {
            return "not simply, " + referral.say() + needed(referral.needs());
        }
        var result = each.result();
        if (result instanceof Admission admission) {
            return admission == Admission.DOCUMENTS ? "go as documents" : "a simplified declaration is enough";
        }
        if (result instanceof DutyRule duty) {
            return duty(duty, readings) + relieved(duty.relievedItems());
        }
        if (result instanceof SurchargeRule surcharge) {
            return surcharge.rate() == null ? "nothing" : surcharge.rate() + " of the customs value";
        }
        if (result instanceof VatRule vat) {
            return vat(vat) + relieved(vat.relievedItems());
        }
        if (result instanceof VatRates rates) {
            return rates(rates);
        }
        if (result instanceof FeeRule fee) {
            return fee(fee);
        }
        if (result instanceof Waiver waiver) {
            return waiver(waiver);
        }
        if (result instanceof Lodgement lodgement) {
            return "dataset " + lodgement.dataset()
                    + (lodgement.procedures().isEmpty() ? "" : " with " + String.join(" ", lodgement.procedures()));
        }
        return each.written();
    }

    private static String needed(@Nullable String dataset) {
        return dataset == null ? "" : " (declaration " + dataset + ")";
    }

    private static String relieved(@Nullable Money limit) {
        return limit == null ? "" : "; items that fit under " + Amounts.text(limit) + " together are free";
    }

    private static String duty(DutyRule rule, Readings readings) {
        if (rule instanceof DutyRule.Flat flat) {
            return Amounts.text(flat.amount()) + " for each "
                    + flat.per().unit(readings).word();
        }
        if (rule instanceof DutyRule.FlatRate rate) {
            return rate.rate() + " of the customs value"
                    + (rate.deduct() == null ? "" : " less " + Amounts.text(rate.deduct()));
        }
        if (rule instanceof DutyRule.OfTariff tariff) {
            return "the rate of the goods in the tariff " + tariff.tariff().name();
        }
        if (rule instanceof DutyRule.OfBuckets buckets) {
            return buckets.rows().stream().map(GuideWords::bucket).collect(Collectors.joining(", "));
        }
        return "nothing";
    }

    private static String bucket(Bucket row) {
        var referral = row.referral();
        if (referral != null) {
            return row.name() + " not simply" + needed(referral.needs());
        }
        var amount = row.amount();
        return row.name() + " "
                + (amount == null
                        ? row.rate()
                        : Amounts.text(amount) + " for each " + row.per().word());
    }

    private static String vat(VatRule rule) {
        return switch (rule.collected()) {
            case NEVER -> "nothing at import";
            case AT_SALE -> "the seller charges it with the price, nothing at import";
            case AT_IMPORT ->
                "charged at import on " + String.join(" + ", rule.base()).replace('_', ' ')
                        + (rule.inside() ? ", the tax itself inside" : "");
        };
    }

    private static String rates(VatRates rates) {
        var all = new ArrayList<String>();
        all.add("" + rates.standard());
        rates.reduced().forEach(each -> all.add(each.name() + " " + each.rate()));
        return String.join(", ", all);
    }

    private static String fee(FeeRule fee) {
        var amount = fee.amount();
        var share = fee.share();
        if (share != null) {
            return "%s of the customs value, from %s to %s"
                    .formatted(share.rate(), Amounts.text(share.least()), Amounts.text(share.most()));
        }
        return amount == null
                ? "nothing"
                : Amounts.text(amount) + " for each " + fee.per().word()
                        + (fee.plus() == null ? "" : " and " + fee.plus() + " on it")
                        + (fee.owedToCarrier() ? ", owed to the carrier" : "");
    }

    private static String waiver(Waiver waiver) {
        var parts = new ArrayList<String>();
        if (waiver.duty()) {
            parts.add("duty");
        }
        if (waiver.vat()) {
            parts.add("tax");
        }
        if (waiver.fees()) {
            parts.add("charges");
        }
        return parts.isEmpty() ? "everything is due" : "no " + String.join(" and ", parts);
    }
}
