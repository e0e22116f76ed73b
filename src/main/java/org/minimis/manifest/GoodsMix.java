package org.minimis.manifest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;

/** The goods that parcels of {@code generate} hold: {@code goods/mix.csv} of the settings. */
final class GoodsMix {

    /**
     * One kind of goods.
     *
     * @param cents price of one piece in EUR cents: lowest tenth, median, highest tenth
     * @param grams mass of one piece, likewise
     */
    record Kind(String subheading, String description, int[] cents, int[] grams, List<String> origins) {

        int price(Dice dice) {
            return sample(dice, cents);
        }

        int mass(Dice dice) {
            return sample(dice, grams);
        }

        /** Straight lines between the quantiles, and a little beyond them. */
        private static int sample(Dice dice, int[] quantiles) {
            var at = dice.below(1_000);
            if (at < 100) {
                return Math.max(1, quantiles[0] * (600 + 4 * at) / 1_000);
            }
            if (at < 500) {
                return quantiles[0] + (int) ((long) (quantiles[1] - quantiles[0]) * (at - 100) / 400);
            }
            if (at < 900) {
                return quantiles[1] + (int) ((long) (quantiles[2] - quantiles[1]) * (at - 500) / 400);
            }
            return quantiles[2] + (int) ((long) quantiles[2] * (at - 900) / 200);
        }
    }

    private final List<Kind> kinds = new ArrayList<>();
    private final int[] upTo;

    GoodsMix(ConfigFolder folder) {
        var rows = ReferenceCsv.rows(
                folder,
                "goods/mix.csv",
                "weight",
                "subheading",
                "description",
                "price_cents_p10",
                "price_cents_p50",
                "price_cents_p90",
                "grams_p10",
                "grams_p50",
                "grams_p90",
                "origins");
        upTo = new int[rows.size()];
        var sum = 0;
        for (var row : rows) {
            sum += number(row, "weight");
            upTo[kinds.size()] = sum;
            kinds.add(new Kind(
                    row.text("subheading"),
                    row.text("description"),
                    quantiles(row, "price_cents_p"),
                    quantiles(row, "grams_p"),
                    List.of(row.text("origins").split(" "))));
        }
        if (kinds.isEmpty()) {
            throw new ConfigException(folder.shown("goods/mix.csv") + ":1: there are no goods in it; restore it");
        }
    }

    private static int[] quantiles(ReferenceCsv.Row row, String prefix) {
        return new int[] {number(row, prefix + "10"), number(row, prefix + "50"), number(row, prefix + "90")};
    }

    private static int number(ReferenceCsv.Row row, String column) {
        var text = row.text(column);
        if (text.length() > 6 || !CheckDigits.isDigits(text)) {
            throw row.complaint(column + ": '" + text + "' is not a whole number; write one of at most six digits");
        }
        return Integer.parseInt(text);
    }

    Kind pick(Dice dice) {
        var at = Arrays.binarySearch(upTo, dice.below(upTo[upTo.length - 1]));
        return kinds.get(at >= 0 ? at + 1 : -at - 1);
    }
}
