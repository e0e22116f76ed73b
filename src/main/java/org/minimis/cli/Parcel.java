package org.minimis.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Carriage;
import org.minimis.consignment.Channel;
import org.minimis.consignment.CommodityCode;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.ConsignmentType;
import org.minimis.consignment.Country;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.HouseWaybill;
import org.minimis.consignment.Party;
import org.minimis.consignment.PersonType;
import org.minimis.consignment.TaxId;
import org.minimis.money.Amounts;
import org.minimis.money.Decimals;
import org.minimis.settings.ConfigNode;

/**
 * A parcel that somebody asks about, in the few words that a quotation needs; JSON is YAML too.
 *
 * @param accepted the day that the file names; null when it names none
 */
record Parcel(Consignment consignment, @Nullable LocalDate accepted) {

    private static final List<String> KEYS = List.of(
            "goods",
            "from",
            "to",
            "region",
            "postcode",
            "type",
            "channel",
            "freight",
            "insurance",
            "schemes",
            "accepted",
            "grossKg");
    private static final List<String> ITEM_KEYS =
            List.of("description", "code", "value", "quantity", "origin", "netKg", "sku", "manufacturerPid", "gtin");

    static Parcel read(ConfigNode file) {
        file.entries(KEYS);
        var to = file.required("to").value(Country::of);
        var type = file.optional("type")
                .map(node -> node.value(ConsignmentType::valueOf))
                .orElse(ConsignmentType.B2C);
        var from = file.required("from").value(Country::of);
        var consignment = new Consignment(
                new Carriage("QUOTE", null, null, null, null, null),
                file.optional("channel")
                        .map(node -> node.value(Channel::valueOf))
                        .orElse(Channel.EXPRESS),
                new HouseWaybill("QUOTE"),
                type,
                from,
                to,
                file.textOrNull("region"),
                new Party(null, null, null, null, from, null, null),
                new Party(null, null, null, file.textOrNull("postcode"), to, person(type), null),
                schemes(file),
                null,
                null,
                1,
                file.optional("grossKg")
                        .map(node -> node.value(Decimals::parse))
                        .orElse(BigDecimal.ONE),
                null,
                file.optional("freight").map(node -> node.value(Amounts::parse)).orElse(null),
                file.optional("insurance")
                        .map(node -> node.value(Amounts::parse))
                        .orElse(null),
                goods(file));
        return new Parcel(
                consignment, file.optional("accepted").map(ConfigNode::date).orElse(null));
    }

    private static PersonType person(ConsignmentType type) {
        return type == ConsignmentType.B2B ? PersonType.LEGAL : PersonType.NATURAL;
    }

    private static List<TaxId> schemes(ConfigNode file) {
        var ids = new ArrayList<TaxId>();
        file.optional("schemes")
                .ifPresent(node ->
                        node.entries().forEach((scheme, number) -> ids.add(new TaxId(scheme, number.text()))));
        return ids;
    }

    private static List<GoodsItem> goods(ConfigNode file) {
        var goods = new ArrayList<GoodsItem>();
        for (var item : file.required("goods").elementsOrOne()) {
            item.entries(ITEM_KEYS);
            goods.add(new GoodsItem(
                    item.required("description").text(),
                    item.optional("code")
                            .map(node -> node.value(CommodityCode::new))
                            .orElse(null),
                    item.optional("quantity")
                            .map(node -> node.value(Decimals::parse))
                            .orElse(BigDecimal.ONE),
                    "PCE",
                    item.required("value").value(Amounts::parse),
                    null,
                    item.optional("netKg")
                            .map(node -> node.value(Decimals::parse))
                            .orElse(null),
                    item.optional("origin").map(node -> node.value(Country::of)).orElse(null),
                    item.textOrNull("sku"),
                    item.textOrNull("manufacturerPid"),
                    item.textOrNull("gtin")));
        }
        return goods;
    }

    /** A text as YAML and JSON quote it. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
    }
}
