package org.minimis.manifest;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Country;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigFolder;

/**
 * The lists that a manifest is held against: countries, currencies, the subheadings of the Harmonized System and words that
 * describe nothing. Loaded once, then only read.
 */
public final class ReferenceData {

    /** A currency and how many decimals its amounts may have. */
    record Currency(CurrencyUnit unit, int decimals) {}

    private static final String FOLDER = "reference/";

    private static final int LETTERS = 26;

    private final Map<String, Country> countries = new HashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();
    private final @Nullable Country[] countriesByLetters = new @Nullable Country[LETTERS * LETTERS];
    private final @Nullable Currency[] currenciesByLetters = new @Nullable Currency[LETTERS * LETTERS * LETTERS];
    private final BitSet subheadings = new BitSet(1_000_000);
    private final Map<String, String> headings = new HashMap<>();
    private final VagueDescriptions vague;

    private ReferenceData(ConfigFolder folder) {
        vague = VagueDescriptions.load(folder);
    }

    /**
     * Reads {@code reference/} of the settings.
     *
     * @throws org.minimis.settings.ConfigException when a list is missing or not whole
     */
    public static ReferenceData load(ConfigFolder folder) {
        var data = new ReferenceData(folder);
        data.loadCountries(folder);
        data.loadCurrencies(folder);
        data.loadSubheadings(folder);
        return data;
    }

    private void loadCountries(ConfigFolder folder) {
        for (var row : ReferenceCsv.rows(folder, FOLDER + "countries.csv", "code", "name")) {
            var code = row.text("code");
            if (!Country.isValid(code)) {
                throw row.complaint("code: '%s' is not two capital letters; write the ISO 3166-1 code".formatted(code));
            }
            countries.put(code, Country.of(code));
            countriesByLetters[place(code.getBytes(StandardCharsets.US_ASCII), 0, 2)] = Country.of(code);
        }
    }

    private void loadCurrencies(ConfigFolder folder) {
        for (var row : ReferenceCsv.rows(folder, FOLDER + "currencies.csv", "code", "decimals")) {
            var decimals = row.text("decimals");
            var counted = decimals.isEmpty() || decimals.equals("-") ? "0" : decimals;
            if (!CheckDigits.isDigits(counted) || counted.length() > 1) {
                throw row.complaint("decimals: '%s' is no count of decimals; write 0 to 4".formatted(decimals));
            }
            // Currencies of indexed units stand in ISO 4217 and in no Java; nobody invoices in them.
            if (Amounts.isCurrency(row.text("code"))) {
                add(row.text("code"), Integer.parseInt(counted));
            }
        }
    }

    private void add(String code, int decimals) {
        var currency = new Currency(Amounts.currency(code), decimals);
        currencies.put(code, currency);
        var place = place(code.getBytes(StandardCharsets.US_ASCII), 0, code.length());
        if (code.length() == 3 && place >= 0) {
            currenciesByLetters[place] = currency;
        }
    }

    /** A number for every text of so many capital letters, or -1. */
    private static int place(byte[] bytes, int from, int to) {
        var place = 0;
        for (var i = from; i < to; i++) {
            if (bytes[i] < 'A' || bytes[i] > 'Z') {
                return -1;
            }
            place = place * LETTERS + bytes[i] - 'A';
        }
        return place;
    }

    private void loadSubheadings(ConfigFolder folder) {
        for (var row : ReferenceCsv.rows(folder, FOLDER + "hs2022.csv", "subheading", "description")) {
            var code = row.text("subheading");
            if (code.length() != 6 || !CommodityCode.isValid(code)) {
                throw row.complaint("subheading: '%s' is not six digits; quote leading zeros".formatted(code));
            }
            subheadings.set(Integer.parseInt(code));
            headings.put(code, row.text("description"));
        }
    }

    /** The country of that code, or null when ISO 3166-1 and customs know none. */
    public @Nullable Country country(String code) {
        return countries.get(code);
    }

    /** Likewise, of a code in bytes. */
    @Nullable
    Country country(byte[] bytes, int from, int to) {
        var place = to - from == 2 ? place(bytes, from, to) : -1;
        return place < 0 ? null : countriesByLetters[place];
    }

    @Nullable
    Currency currency(byte[] bytes, int from, int to) {
        var place = to - from == 3 ? place(bytes, from, to) : -1;
        return place < 0 ? null : currenciesByLetters[place];
    }

    /** What the Harmonized System of 2022 calls that subheading, or null when it has none. */
    public @Nullable String subheading(String sixDigits) {
        return headings.get(sixDigits);
    }

    boolean hasSubheading(CommodityCode code) {
        var number = 0;
        for (var i = 0; i < 6; i++) {
            number = number * 10 + code.digits().charAt(i) - '0';
        }
        return subheadings.get(number);
    }

    @Nullable
    Currency currency(String code) {
        return currencies.get(code);
    }

    VagueDescriptions vague() {
        return vague;
    }
}
