package org.minimis.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** A night of parcels to every jurisdiction of {@code goods/world.csv}, by express and by post, on both sides of its limits. */
final class WorldTrade implements Trade {

    private static final String FILE = "goods/world.csv";
    private static final List<String> DISPATCH =
            List.of("CN", "CN", "CN", "HK", "US", "US", "MX", "JP", "KR", "DE", "GB", "BR", "TR", "SG");

    /** Only the Union and the United Kingdom give EORI numbers. */
    private static final List<String> EORI_CURRENCIES = List.of("EUR", "GBP");

    private final List<Place> places = new ArrayList<>();
    private final int[] upTo;

    WorldTrade(ConfigFolder folder) {
        var rows = ReferenceCsv.rows(
                folder,
                FILE,
                "weight",
                "country",
                "region",
                "town",
                "postcode",
                "currency",
                "per_thousand_euro",
                "decimals",
                "seller",
                "seller_digits");
        upTo = new int[rows.size()];
        var sum = 0;
        for (var row : rows) {
            sum += number(row, "weight");
            upTo[places.size()] = sum;
            places.add(new Place(
                    row.text("country"),
                    orNull(row.text("region")),
                    row.text("town"),
                    row.text("postcode"),
                    row.text("currency"),
                    number(row, "per_thousand_euro"),
                    number(row, "decimals"),
                    orNull(row.text("seller")),
                    number(row, "seller_digits")));
        }
        if (places.isEmpty()) {
            throw new ConfigException(folder.shown(FILE) + ":1: there are no places in it; restore it");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static int number(ReferenceCsv.Row row, String column) {
        var text = row.text(column);
        if (text.length() > 8 || !CheckDigits.isDigits(text)) {
            throw row.complaint(column + ": '" + text + "' is not a whole number; write one of at most eight digits");
        }
        return Integer.parseInt(text);
    }

    @Override
    public Place place(Dice dice) {
        var at = Arrays.binarySearch(upTo, dice.below(upTo[upTo.length - 1]));
        return places.get(at >= 0 ? at + 1 : -at - 1);
    }

    @Override
    public String channel(Dice dice) {
        return dice.perMille(700) ? "EXPRESS" : "POST";
    }

    @Override
    public String type(Dice dice) {
        var at = dice.below(1_000);
        if (at < 720) {
            return "B2C";
        }
        return at < 820 ? "B2B" : at < 930 ? "C2C" : at < 970 ? "DOCUMENTS" : "RETURN";
    }

    @Override
    public String dispatch(Dice dice, Place place) {
        var country = dice.pick(DISPATCH);
        return country.equals(place.country()) ? "CN" : country;
    }

    /** Mostly that of the place, because not every authority's rates of exchange are at hand. */
    @Override
    public String currency(Dice dice, Place place) {
        var at = dice.below(1_000);
        return at < 850 ? place.currency() : at < 920 ? "USD" : at < 960 ? "EUR" : "CNY";
    }

    @Override
    public @Nullable String @Nullable [] seller(Dice dice, Place place) {
        if (place.seller() == null || !dice.perMille(450)) {
            return null;
        }
        var number = switch (place.seller()) {
            case "IOSS" -> Invention.ioss(dice);
            case "VAT" -> Invention.vat(dice, place.country());
            default -> dice.digits(place.sellerDigits());
        };
        return new @Nullable String[] {place.seller(), number};
    }

    @Override
    public @Nullable String @Nullable [] business(Dice dice, Place place) {
        return dice.perMille(500) ? new @Nullable String[] {"VAT", Invention.vat(dice, place.country())} : null;
    }

    @Override
    public @Nullable String eori(Dice dice, Place place) {
        return EORI_CURRENCIES.contains(place.currency()) ? Invention.eori(dice, place.country()) : null;
    }

    @Override
    public int dearPerMille() {
        return 250;
    }

    @Override
    public int dearer(Dice dice) {
        return dice.between(2, 24);
    }

    @Override
    public int giftCentsMax() {
        return 16_000;
    }

    @Override
    public long freight(int cents, String currency, Place place) {
        return place.hundredths(cents, currency);
    }
}
