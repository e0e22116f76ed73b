package org.minimis.regime;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Rate;

/**
 * What goods pay as consumption tax: one tax, or several that are charged and rounded each by itself.
 *
 * @param parts in the law's order, one or more
 */
public record TaxRate(List<Part> parts) {

    private static final Pattern SHARE = Pattern.compile("([1-9]\\d{0,5})/([1-9]\\d{0,5}) of (\\S+)");

    /**
     * One of them.
     *
     * @param name empty where there is only one
     * @param rate of the taxed value; null where it is a share of another tax
     * @param share of the tax charged before it under that name; null where it has a rate
     */
    public record Part(
            String name, @Nullable Rate rate, @Nullable Share share) {

        @Override
        public String toString() {
            var what = share == null ? "" + rate : share.numerator() + "/" + share.denominator() + " of " + share.of();
            return name.isEmpty() ? what : name + " " + what;
        }
    }

    /** A fraction of another tax, for example 22/78. */
    public record Share(BigDecimal numerator, BigDecimal denominator, String of) {

        static Share parse(String text) {
            var form = SHARE.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException(
                        "'%s' is neither a rate nor a share; write for example '19 %%' or '22/78 of national'"
                                .formatted(text));
            }
            return new Share(new BigDecimal(form.group(1)), new BigDecimal(form.group(2)), form.group(3));
        }
    }

    public TaxRate {
        parts = List.copyOf(parts);
    }

    static TaxRate of(Rate rate) {
        return new TaxRate(List.of(new Part("", rate, null)));
    }

    /** Is it one tax with one rate? */
    public boolean isSingle() {
        return parts.size() == 1 && parts.get(0).rate() != null;
    }

    /** The rate of the only tax. */
    public Rate rate() {
        return java.util.Objects.requireNonNull(parts.get(0).rate());
    }

    @Override
    public String toString() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(" and "));
    }
}
