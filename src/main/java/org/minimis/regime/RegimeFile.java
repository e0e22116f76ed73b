package org.minimis.regime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.money.CurrencyUnit;
import org.minimis.money.Amounts;
import org.minimis.settings.ConfigNode;

/**
 * What {@code regime.yaml} says.
 *
 * @param destinations the countries of destination it covers, each a state of the reports
 * @param postcodes of parts of other countries that it covers, by country
 * @param where file and line
 */
record RegimeFile(
        String id,
        String name,
        CurrencyUnit currency,
        List<String> destinations,
        Map<String, List<String>> postcodes,
        String where) {

    static RegimeFile read(ConfigNode file) {
        file.entries(List.of("id", "name", "currency", "destinations", "destination_postcodes", "note", "checked_on"));
        var postcodes = new HashMap<String, List<String>>();
        file.optional("destination_postcodes")
                .map(ConfigNode::entries)
                .orElse(Map.of())
                .forEach((country, node) -> postcodes.put(
                        country, node.elements().stream().map(ConfigNode::text).toList()));
        return new RegimeFile(
                file.required("id").text(),
                file.required("name").text(),
                file.required("currency").value(Amounts::currency),
                file.required("destinations").elements().stream()
                        .map(ConfigNode::text)
                        .toList(),
                postcodes,
                file.where());
    }
}
