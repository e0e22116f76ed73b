package org.minimis.declaration;

import java.util.Optional;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Outcome;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.Party;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;

/**
 * Looks for the first thing that keeps a consignment out of its declaration: a value that is longer than its data element,
 * or holds characters that may not stand there. Nothing is cut or replaced; such a consignment is referred.
 */
final class Obstacles {

    private static final int ITEMS_MAX = 999;
    private static final int PACKAGES_MAX = 99_999_999;
    private static final int MASS_DIGITS_MAX = 16;
    private static final int MASS_DECIMALS_MAX = 6;

    private final Profile profile;
    private final Profile.@Nullable Dataset dataset;

    Obstacles(Profile profile, Profile.@Nullable Dataset dataset) {
        this.profile = profile;
        this.dataset = dataset;
    }

    Optional<Finding> first(Outcome.Assessed assessed) {
        return Optional.ofNullable(found(assessed));
    }

    private @Nullable Finding found(Outcome.Assessed assessed) {
        var consignment = assessed.consignment();
        var found = carriage(consignment);
        if (found == null) {
            found = party("consignor", consignment.consignor());
        }
        if (found == null) {
            found = party("consignee", consignment.consignee());
        }
        if (found == null) {
            found = consignment(consignment);
        }
        if (found == null) {
            found = dataset == null ? null : dataset(dataset, assessed);
        }
        return found == null ? goods(assessed) : found;
    }

    private @Nullable Finding carriage(Consignment consignment) {
        var found = text("manifest", consignment.carriage().manifest(), 35);
        return found == null ? text("flight", consignment.carriage().flight(), 35) : found;
    }

    private @Nullable Finding party(String role, Party party) {
        var found = text("name", party.name(), 70);
        if (found == null) {
            found = text("street", party.street(), 70);
        }
        if (found == null) {
            found = text("city", party.city(), 35);
        }
        if (found == null) {
            found = text("postcode", party.postcode(), profile.form().postcodeMax());
        }
        if (found == null) {
            found = text("eori", party.eori(), 17);
        }
        return found == null ? null : within(role, found);
    }

    private static Finding within(String whole, Finding part) {
        return new Finding(part.severity(), part.reason(), whole + "." + part.field(), part.message());
    }

    private @Nullable Finding consignment(Consignment consignment) {
        var freight = consignment.freight();
        var insurance = consignment.insurance();
        if (freight != null
                && insurance != null
                && !freight.isZero()
                && !insurance.isZero()
                && !freight.getCurrency().equals(insurance.getCurrency())) {
            return Finding.referred(
                    Reason.CONTRADICTION,
                    "insurance",
                    "'%s' is not the currency of freight, '%s', and a declaration has one sum of both; state them in one"
                            .formatted(
                                    insurance.getCurrency().getCurrencyCode(),
                                    freight.getCurrency().getCurrencyCode()));
        }
        if (consignment.pieces() > PACKAGES_MAX) {
            return Finding.referred(
                    Reason.INVALID_FIELD,
                    "pieces",
                    "%d is more than %d, the most that a declaration takes; correct it"
                            .formatted(consignment.pieces(), PACKAGES_MAX));
        }
        var mass = consignment.grossKg();
        if (mass.scale() > MASS_DECIMALS_MAX || mass.precision() > MASS_DIGITS_MAX) {
            return Finding.referred(
                    Reason.INVALID_FIELD,
                    "grossKg",
                    "'%s' has more digits than a declaration takes; correct it".formatted(mass.toPlainString()));
        }
        var found = text("invoice", consignment.invoice(), 70);
        if (found == null) {
            found = text("incoterm", consignment.incoterm(), 3);
        }
        return found == null ? amount("freight", Particulars.transport(consignment)) : found;
    }

    private @Nullable Finding dataset(Profile.Dataset codes, Outcome.Assessed assessed) {
        var consignment = assessed.consignment();
        var ioss = codes.ioss();
        if (ioss != null
                && assessed.assessment().procedures().contains(ioss.procedure())
                && consignment.taxId("IOSS").isEmpty()) {
            return Finding.referred(
                    Reason.MISSING_IDENTIFIER,
                    "taxIds",
                    "there is no IOSS number, and procedure %s declares one; add it".formatted(ioss.procedure()));
        }
        if (codes.bulk() != null && consignment.consignor().country() == null) {
            return Finding.referred(
                    Reason.MISSING_FIELD, "consignor.country", "is missing, and a bulk declaration needs it; add it");
        }
        var fiscal = Particulars.fiscalReference(consignment, assessed.assessment(), codes);
        return fiscal == null ? null : text("taxIds", fiscal.number(), 17);
    }

    private @Nullable Finding goods(Outcome.Assessed assessed) {
        var items = assessed.assessment().items();
        if (items.size() > ITEMS_MAX) {
            return Finding.referred(
                    Reason.INVALID_FIELD,
                    "goods",
                    "makes %d items, a declaration takes %d; declare them apart".formatted(items.size(), ITEMS_MAX));
        }
        var lines = assessed.consignment().goods();
        for (var i = 0; i < lines.size(); i++) {
            var found = line(lines.get(i));
            if (found != null) {
                return within("goods[" + i + "]", found);
            }
        }
        for (var item : items) {
            var found = amount("goods", item.intrinsicValue());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Finding line(GoodsItem line) {
        var found = text("description", line.description(), 512);
        if (found == null) {
            found = text("sku", line.sku(), 70);
        }
        if (found == null) {
            found = text("manufacturerPid", line.manufacturerPid(), 70);
        }
        if (found == null) {
            found = text("gtin", line.gtin(), 70);
        }
        return found == null ? amount("value", line.intrinsicValue()) : found;
    }

    /** The value itself is not quoted: it may be personal. */
    private static @Nullable Finding text(String field, @Nullable String value, int lengthMax) {
        if (value == null) {
            return null;
        }
        if (value.length() > lengthMax && value.codePointCount(0, value.length()) > lengthMax) {
            return Finding.referred(
                    Reason.INVALID_FIELD,
                    field,
                    "has %d characters, the declaration takes %d; shorten it"
                            .formatted(value.codePointCount(0, value.length()), lengthMax));
        }
        if (value.isBlank()) {
            return Finding.referred(Reason.INVALID_FIELD, field, "is blank; fill it in or leave it out");
        }
        return Characters.areAllowed(value)
                ? null
                : Finding.referred(
                        Reason.INVALID_FIELD,
                        field,
                        "holds a control character or half a character, which no declaration takes; remove it");
    }

    private @Nullable Finding amount(String field, @Nullable Money amount) {
        if (amount == null || AmountText.fits(amount, profile.form())) {
            return null;
        }
        return Finding.referred(
                Reason.INVALID_FIELD,
                field,
                "has more digits than the declaration takes, which are 16 with %d decimals; round or correct it"
                        .formatted(profile.form().decimalsMax()));
    }
}
