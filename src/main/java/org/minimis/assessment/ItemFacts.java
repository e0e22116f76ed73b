package org.minimis.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.money.CurrencyUnit;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Items.Item;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.regime.Aggregation;
import org.minimis.regime.Facts;

/** The facts of a consignment as one of its items sees them: its own goods lines, the values of the whole. */
final class ItemFacts implements Facts {

    private final ConsignmentFacts whole;
    private final Consignment part;
    private final List<Money> values = new ArrayList<>(1);

    ItemFacts(ConsignmentFacts whole, Item item) {
        this.whole = whole;
        this.part = of(whole.consignment(), item);
        var lines = whole.consignment().goods();
        for (var i = 0; i < lines.size(); i++) {
            if (item.lines.contains(lines.get(i))) {
                values.add(whole.itemValues().get(i));
            }
        }
    }

    private static Consignment of(Consignment c, Item item) {
        return new Consignment(
                c.carriage(),
                c.channel(),
                c.houseWaybill(),
                c.type(),
                c.dispatchCountry(),
                c.destinationCountry(),
                c.destinationRegion(),
                c.consignor(),
                c.consignee(),
                c.taxIds(),
                c.orderId(),
                c.invoice(),
                c.pieces(),
                c.grossKg(),
                c.incoterm(),
                c.freight(),
                c.insurance(),
                item.lines);
    }

    @Override
    public Consignment consignment() {
        return part;
    }

    @Override
    public List<Money> itemValues() {
        return values;
    }

    @Override
    public Money intrinsicValue() {
        return whole.intrinsicValue();
    }

    @Override
    public Money customsValue() {
        return whole.customsValue();
    }

    @Override
    public Money cifValue() {
        return whole.cifValue();
    }

    @Override
    public Money besides(Aggregation unit, Set<ConsignmentType> types, String value) {
        return whole.besides(unit, types, value);
    }

    @Override
    public @Nullable Money stated(String value, CurrencyUnit currency) {
        return whole.stated(value, currency);
    }

    @Override
    public Money duty() {
        return whole.duty();
    }

    @Override
    public Money vat() {
        return whole.vat();
    }

    @Override
    public Money fees() {
        return whole.fees();
    }

    @Override
    public String vatScheme() {
        return whole.vatScheme();
    }

    @Override
    public String dutyKind() {
        return whole.dutyKind();
    }

    @Override
    public Money inRegimeCurrency(Money amount) {
        return whole.inRegimeCurrency(amount);
    }
}
