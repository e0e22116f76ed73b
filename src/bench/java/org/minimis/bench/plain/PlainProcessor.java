package org.minimis.bench.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.bench.plain.PlainConsignment.Amount;
import org.minimis.bench.plain.PlainConsignment.Item;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Duty and VAT of a consignment, with Moneta. */
final class PlainProcessor implements ItemProcessor<PlainConsignment, PlainDeclaration> {

    private static final CurrencyUnit EURO = Monetary.getCurrency("EUR");
    private static final CurrencyUnit POUND = Monetary.getCurrency("GBP");
    private static final Money EU_LIMIT = Money.of(150, EURO);
    private static final Money EU_GIFT_LIMIT = Money.of(45, EURO);
    private static final Money GB_LIMIT = Money.of(135, POUND);
    private static final Money GB_GIFT_LIMIT = Money.of(39, POUND);
    private static final Money FLAT_DUTY = Money.of(3, EURO);

    @Override
    public PlainDeclaration process(PlainConsignment consignment) {
        if (consignment.destinationCountry().equals("GB")) {
            return british(consignment);
        }
        var vatPercent = SeptemberLaw.VAT.get(consignment.destinationCountry());
        return vatPercent == null
                ? referred(consignment, "NO_LAW", Money.zero(EURO))
                : european(consignment, vatPercent);
    }

    private static PlainDeclaration european(PlainConsignment consignment, long vatPercent) {
        var value = sum(consignment, EURO, SeptemberLaw.PER_EURO);
        var reason = reason(
                consignment, value, EU_LIMIT, EU_GIFT_LIMIT, !consignment.type().equals("B2B"));
        var zero = Money.zero(EURO);
        if (reason != null) {
            return referred(consignment, reason, value);
        }
        if (!consignment.type().equals("B2C")) {
            return assessed(consignment, "NONE", value, zero, zero);
        }
        var duty = FLAT_DUTY.multiply(consignment.items().stream()
                .map(item -> item.description() + "|" + item.origin() + "|" + item.commodityCode())
                .distinct()
                .count());
        if (consignment.hasIoss()) {
            return assessed(consignment, "IOSS", value, duty, zero);
        }
        var base = value.add(converted(consignment.freight(), EURO, SeptemberLaw.PER_EURO))
                .add(converted(consignment.insurance(), EURO, SeptemberLaw.PER_EURO))
                .add(duty);
        var vat = rounded(base.multiply(BigDecimal.valueOf(vatPercent, 2)));
        return assessed(consignment, "SPECIAL_ARRANGEMENTS", value, duty, vat);
    }

    /** Up to the limit nothing is due at the border of Great Britain. */
    private static PlainDeclaration british(PlainConsignment consignment) {
        var value = sum(consignment, POUND, SeptemberLaw.PER_POUND);
        var reason = reason(consignment, value, GB_LIMIT, GB_GIFT_LIMIT, true);
        if (reason != null) {
            return referred(consignment, reason, value);
        }
        var sale = consignment.type().equals("B2C") || consignment.type().equals("B2B");
        return assessed(consignment, sale ? "SUPPLY_VAT" : "NONE", value, Money.zero(POUND), Money.zero(POUND));
    }

    /** Why a person must see it; null: nobody needs to. */
    private static @Nullable String reason(
            PlainConsignment consignment, Money value, Money limit, Money giftLimit, boolean lawKnown) {
        if (consignment.type().equals("DOCUMENTS")) {
            return null;
        }
        if (consignment.type().equals("RETURN")) {
            return "RETURNED_GOODS";
        }
        if (value.isGreaterThan(consignment.type().equals("C2C") ? giftLimit : limit)) {
            return "OVER_CEILING";
        }
        for (var item : consignment.items()) {
            if (item.commodityCode() == null) {
                return "MISSING_COMMODITY_CODE";
            }
            if (is(item, SeptemberLaw.EXCLUDED_FORM)
                    || consignment.destinationCountry().equals("DE") && is(item, SeptemberLaw.COFFEE_FORM)
                    || consignment.type().equals("C2C") && is(item, SeptemberLaw.PERFUME_FORM)) {
                return "EXCLUDED_GOODS";
            }
        }
        return lawKnown ? null : "NO_LAW";
    }

    private static boolean is(Item item, Pattern codes) {
        return item.commodityCode() != null
                && codes.matcher(item.commodityCode()).matches();
    }

    private static Money sum(PlainConsignment consignment, CurrencyUnit currency, Map<String, BigDecimal> rates) {
        return consignment.items().stream()
                .map(item -> converted(item.value(), currency, rates))
                .reduce(Money.zero(currency), Money::add);
    }

    private static Money converted(@Nullable Amount amount, CurrencyUnit currency, Map<String, BigDecimal> rates) {
        if (amount == null) {
            return Money.zero(currency);
        }
        var money = Money.of(new BigDecimal(amount.amount()), currency);
        return amount.currency().equals(currency.getCurrencyCode())
                ? money
                : rounded(money.divide(rates.get(amount.currency())));
    }

    private static Money rounded(Money money) {
        return money.with(amount -> Money.of(
                amount.getNumber().numberValue(BigDecimal.class).setScale(2, RoundingMode.HALF_UP),
                amount.getCurrency()));
    }

    private static PlainDeclaration assessed(
            PlainConsignment consignment, String scheme, Money value, Money duty, Money vat) {
        return declaration(consignment, "assessed", null, scheme, value, duty, vat);
    }

    private static PlainDeclaration referred(PlainConsignment consignment, String reason, Money value) {
        var zero = Money.zero(value.getCurrency());
        return declaration(consignment, "referred", reason, null, value, zero, zero);
    }

    private static PlainDeclaration declaration(
            PlainConsignment consignment,
            String outcome,
            @Nullable String reason,
            @Nullable String scheme,
            Money value,
            Money duty,
            Money vat) {
        return new PlainDeclaration(
                consignment.houseWaybill(),
                outcome,
                reason,
                value.getCurrency().equals(POUND) ? "GB" : "EU",
                consignment.destinationCountry(),
                scheme,
                value.getCurrency().getCurrencyCode(),
                number(value),
                number(duty),
                number(vat),
                number(duty.add(vat)),
                consignment.consignor(),
                consignment.consignee(),
                consignment.items());
    }

    private static BigDecimal number(Money money) {
        return money.getNumber().numberValue(BigDecimal.class).setScale(2, RoundingMode.UNNECESSARY);
    }
}
