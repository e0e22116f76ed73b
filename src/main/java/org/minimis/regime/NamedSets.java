package org.minimis.regime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** The named sets of goods and of places, and the tariffs, that the questions of a regime speak of. */
final class NamedSets {

    private final ConfigFolder folder;
    private final Map<String, GoodsSet> goods = new HashMap<>();
    private final Map<String, Territory> territories = new HashMap<>();
    private final Map<String, Tariff> tariffs = new HashMap<>();

    NamedSets(ConfigFolder folder) {
        this.folder = folder;
    }

    void readGoods(ConfigNode file) {
        for (var entry : sets(file).entrySet()) {
            var keys = entry.getValue().entries(List.of("codes", "law", "source", "confidence", "note"));
            entry.getValue().required("law").text();
            var codes = entry.getValue().required("codes").elements().stream()
                    .map(node -> node.value(NamedSets::code))
                    .toList();
            if (codes.isEmpty()) {
                throw keys.get("codes").complaint("the set is empty; name codes or remove it");
            }
            goods.put(entry.getKey(), new GoodsSet(entry.getKey(), codes));
        }
    }

    void readTerritories(ConfigNode file) {
        for (var entry : sets(file).entrySet()) {
            entry.getValue().entries(List.of("postcodes", "regions", "law", "source", "confidence", "note"));
            entry.getValue().required("law").text();
            territories.put(
                    entry.getKey(),
                    new Territory(
                            entry.getKey(),
                            byCountry(entry.getValue(), "postcodes"),
                            byCountry(entry.getValue(), "regions")));
        }
    }

    private static Map<String, List<String>> byCountry(ConfigNode set, String key) {
        var places = new HashMap<String, List<String>>();
        for (var country :
                set.optional(key).map(ConfigNode::entries).orElse(Map.of()).entrySet()) {
            places.put(
                    country.getKey(),
                    country.getValue().elements().stream().map(ConfigNode::text).toList());
        }
        return places;
    }

    private static Map<String, ConfigNode> sets(ConfigNode file) {
        file.entries(List.of("id", "checked_on", "sets", "source", "note"));
        file.required("checked_on").date();
        return file.required("sets").entries();
    }

    private static String code(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException(
                    "'%s' is not the beginning of a commodity code; write 2 to 10 digits in quotes".formatted(text));
        }
        return text;
    }

    GoodsSet goods(ConfigNode node) {
        return known(goods, node, "set of goods", "goods-sets.yaml");
    }

    Territory territory(ConfigNode node) {
        return known(territories, node, "set of places", "territories.yaml");
    }

    private static <T> T known(Map<String, T> sets, ConfigNode node, String what, String file) {
        var found = sets.get(node.text());
        if (found == null) {
            throw node.complaint("there is no %s '%s'; add it to %s".formatted(what, node.text(), file));
        }
        return found;
    }

    Tariff tariff(ConfigNode node) {
        var name = node.text();
        if (!folder.has("tariffs/" + name + ".csv")) {
            throw node.complaint(
                    "there is no tariff '%s'; add %s".formatted(name, folder.shown("tariffs/" + name + ".csv")));
        }
        try {
            return tariffs.computeIfAbsent(name, n -> Tariff.load(folder, n));
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ConfigException(folder.shown("tariffs/" + name + ".csv") + ": the table cannot be read ("
                    + e.getMessage() + "); its columns are subheading,rate,note");
        }
    }
}
