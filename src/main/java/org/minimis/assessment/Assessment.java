package org.minimis.assessment;

import java.time.LocalDate;
import java.util.List;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/**
 * What one consignment owes and how it is declared.
 *
 * @param regime whose law, for example {@code EU}
 * @param state the state of destination inside the regime, for example {@code DE}; where the regime is one state, its own
 *     code
 * @param acceptanceDate the day whose law and exchange rates apply
 * @param dataset what is lodged: {@code H7}, {@code BIRDS}, …
 * @param procedures additional procedure codes, in the law's order; may be empty
 * @param vatScheme how VAT is collected: {@code IOSS}, {@code SPECIAL_ARRANGEMENTS}, {@code STANDARD}, …
 * @param currency in which customs reckons; all amounts below are in it
 * @param intrinsicValue price of the goods, decides thresholds
 * @param customsValue what duty is charged on
 * @param duty customs duty payable on this declaration, zero or more
 * @param vatBase what VAT at import is charged on; null where no VAT is charged at import
 * @param vat VAT payable on this declaration, zero or more
 * @param fees other charges payable with it, each named; may be empty
 * @param items the goods lines as they are declared, numbered from 1
 */
public record Assessment(
        Category category,
        String regime,
        String state,
        LocalDate acceptanceDate,
        String dataset,
        List<String> procedures,
        String vatScheme,
        CurrencyUnit currency,
        Money intrinsicValue,
        Money customsValue,
        Money duty,
        @Nullable Money vatBase,
        Money vat,
        List<Fee> fees,
        List<DeclaredItem> items) {

    /** A charge that is neither duty nor VAT, for example a national parcel levy. */
    public record Fee(String name, Money amount) {}

    public Assessment {
        procedures = List.copyOf(procedures);
        fees = List.copyOf(fees);
        items = List.copyOf(items);
    }

    /** The sum of the fees. */
    public Money feesTotal() {
        var sum = Amounts.zero(currency);
        for (var fee : fees) {
            sum = Amounts.sum(sum, fee.amount());
        }
        return sum;
    }

    /** What this declaration makes payable. VAT already collected at the sale is not in it. */
    public Money total() {
        return Amounts.sum(Amounts.sum(duty, vat), feesTotal());
    }
}
