package org.minimis.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javamoney.moneta.Money;
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
import org.minimis.regime.Others;
import org.minimis.regime.Together;
import org.minimis.settings.ConfigNode;

/** One case of a case file: a consignment as a broker would describe it, and what is to come out. */
record CaseFile(
        String name,
        LocalDate accepted,
        Map<String, String> readings,
        @Nullable String rates,
        Overlay overlay,
        Together together,
        Consignment consignment,
        Map<String, String> expected) {

    private static final List<String> KEYS = List.of(
            "case",
            "law",
            "accepted",
            "to",
            "region",
            "postcode",
            "type",
            "channel",
            "person",
            "ioss",
            "vat",
            "eori",
            "from",
            "freight",
            "insurance",
            "items",
            "readings",
            "rates",
            "expect",
            "ids",
            "pieces",
            "gross_kg",
            "together",
            "exchange",
            "tariff",
            "note");
    private static final List<String> ITEM_KEYS = List.of(
            "commodity",
            "value",
            "vat_shown",
            "description",
            "origin",
            "quantity",
            "sku",
            "manufacturer_pid",
            "gtin",
            "unit",
            "net_kg");

    static CaseFile read(ConfigNode node) {
        node.entries(KEYS);
        var readings = new LinkedHashMap<String, String>();
        node.optional("readings")
                .ifPresent(map -> map.entries().forEach((key, value) -> readings.put(key, value.text())));
        var expected = new LinkedHashMap<String, String>();
        node.required("expect").entries().forEach((key, value) -> expected.put(key, written(value)));
        return new CaseFile(
                node.required("case").text(),
                node.required("accepted").date(),
                readings,
                node.textOrNull("rates"),
                Overlay.read(node),
                together(node),
                consignment(node),
                expected);
    }

    /** What other consignments hold that the law takes together with this one. */
    private static Together together(ConfigNode node) {
        if (node.optional("together").isEmpty()) {
            return Together.NOT_LOOKED;
        }
        var other = node.required("together");
        var entries = other.entries(List.of("type", "goods_value", "cif_value", "customs_value"));
        var values = new LinkedHashMap<String, Money>();
        entries.forEach((key, value) -> {
            if (!key.equals("type")) {
                values.put(key, value.value(Amounts::parse));
            }
        });
        var others = new Others(1, List.of(new Others.Other("CASE2", null)), values);
        var type = other.optional("type").map(ConfigNode::text).orElse(null);
        return (unit, types) ->
                type == null || types.isEmpty() || types.contains(ConsignmentType.valueOf(type)) ? others : Others.NONE;
    }

    private static String written(ConfigNode value) {
        return value.isList()
                ? String.join(
                        " ", value.elements().stream().map(ConfigNode::text).toList())
                : value.text();
    }

    static Consignment consignment(ConfigNode node) {
        var to = node.required("to").text();
        var type = ConsignmentType.valueOf(
                node.optional("type").map(ConfigNode::text).orElse("B2C"));
        var person = node.optional("person")
                .map(n -> PersonType.valueOf(n.text()))
                .orElse(type == ConsignmentType.B2B ? PersonType.LEGAL : PersonType.NATURAL);
        return new Consignment(
                new Carriage("MAN-CASE", null, "XP", null, null, null),
                Channel.valueOf(node.optional("channel").map(ConfigNode::text).orElse("EXPRESS")),
                new HouseWaybill("CASE1"),
                type,
                Country.of(node.optional("from").map(ConfigNode::text).orElse("CN")),
                Country.of(to),
                node.textOrNull("region"),
                new Party("S", "S", "S", "1", Country.of("CN"), null, null),
                new Party("C", "C", "C", node.textOrNull("postcode"), Country.of(to), person, null),
                taxIds(node),
                null,
                null,
                Integer.parseInt(node.optional("pieces").map(ConfigNode::text).orElse("1")),
                new BigDecimal(node.optional("gross_kg").map(ConfigNode::text).orElse("1")),
                null,
                node.optional("freight").map(n -> n.value(Amounts::parse)).orElse(null),
                node.optional("insurance").map(n -> n.value(Amounts::parse)).orElse(null),
                goods(node));
    }

    private static List<TaxId> taxIds(ConfigNode node) {
        var ids = new ArrayList<TaxId>();
        Map.of("ioss", "IOSS", "vat", "VAT", "eori", "EORI")
                .forEach((key, scheme) -> node.optional(key).ifPresent(id -> ids.add(new TaxId(scheme, id.text()))));
        node.optional("ids")
                .ifPresent(map -> map.entries().forEach((scheme, id) -> ids.add(new TaxId(scheme, id.text()))));
        return ids;
    }

    private static List<GoodsItem> goods(ConfigNode node) {
        var goods = new ArrayList<GoodsItem>();
        for (var item : node.optional("items").map(ConfigNode::elements).orElse(List.of())) {
            item.entries(ITEM_KEYS);
            var code = item.textOrNull("commodity");
            goods.add(new GoodsItem(
                    item.optional("description").map(ConfigNode::text).orElse("GOODS UNDER " + code),
                    code == null ? null : new CommodityCode(code),
                    new BigDecimal(
                            item.optional("quantity").map(ConfigNode::text).orElse("1")),
                    item.optional("unit").map(ConfigNode::text).orElse("PCE"),
                    item.required("value").value(Amounts::parse),
                    item.optional("vat_shown").map(n -> n.value(Amounts::parse)).orElse((Money) null),
                    item.optional("net_kg").map(n -> new BigDecimal(n.text())).orElse((BigDecimal) null),
                    origin(item.optional("origin").map(ConfigNode::text).orElse("CN")),
                    item.textOrNull("sku"),
                    item.textOrNull("manufacturer_pid"),
                    item.textOrNull("gtin")));
        }
        return goods;
    }

    private static @Nullable Country origin(String text) {
        return text.equals("none") ? null : Country.of(text);
    }
}
