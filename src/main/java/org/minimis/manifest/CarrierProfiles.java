package org.minimis.manifest;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** The carrier profiles of the settings: each file of {@code carriers/} is one. */
public final class CarrierProfiles {

    private static final List<String> KEYS = List.of(
            "carrier",
            "match",
            "delimiter",
            "decimal",
            "arrival",
            "columns",
            "constants",
            "templates",
            "translations",
            "line_value",
            "codes",
            "unused");

    private final List<CarrierProfile> profiles;

    private CarrierProfiles(List<CarrierProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /**
     * Reads all of them, strictly.
     *
     * @throws ConfigException when one is not whole
     */
    public static CarrierProfiles load(ConfigFolder folder) {
        var profiles = new ArrayList<CarrierProfile>();
        for (var file : folder.list("carriers", ".yaml")) {
            profiles.add(new OneFile(folder, file).profile());
        }
        return new CarrierProfiles(profiles);
    }

    /**
     * The profile of that name.
     *
     * @throws ConfigException when there is none
     */
    public CarrierProfile named(String name) {
        return profiles.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigException("there is no carrier profile '%s'; known are %s"
                        .formatted(
                                name,
                                profiles.stream().map(CarrierProfile::name).collect(Collectors.joining(", ")))));
    }

    /**
     * The profile that claims a file of that name; none for our own form.
     *
     * @throws ConfigException when two claim it
     */
    public Optional<CarrierProfile> forFile(String fileName) {
        var claiming =
                profiles.stream().filter(profile -> profile.matches(fileName)).toList();
        if (claiming.size() > 1) {
            throw new ConfigException("%s: the carrier profiles '%s' and '%s' both match it; name one or narrow 'match'"
                    .formatted(fileName, claiming.get(0).name(), claiming.get(1).name()));
        }
        return claiming.stream().findFirst();
    }

    /** One file while it is read. */
    private static final class OneFile {

        private final ConfigFolder folder;
        private final ConfigNode node;
        private final String name;
        private final Set<Field> filled = new HashSet<>();

        OneFile(ConfigFolder folder, String file) {
            this.folder = folder;
            this.node = ConfigNode.read(folder, file);
            this.name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".yaml".length());
            node.entries(KEYS);
        }

        CarrierProfile profile() {
            var match = node.optional("match")
                    .map(list ->
                            list.elementsOrOne().stream().map(ConfigNode::text).toList())
                    .orElse(List.of());
            var delimiter = node.optional("delimiter").map(OneFile::delimiter).orElse(',');
            var decimal = node.optional("decimal").map(OneFile::decimal).orElse('.');
            return new CarrierProfile(name, match, delimiter, decimal, arrivalForm(), parts());
        }

        private CarrierProfile.Parts parts() {
            var columns = fields("columns");
            if (!columns.containsKey(Field.HOUSE_WAYBILL) || !columns.containsKey(Field.DESCRIPTION)) {
                throw node.complaint("columns: houseWaybill and description must be mapped to columns; add them");
            }
            return new CarrierProfile.Parts(
                    columns, fields("constants"), fields("templates"), translations(), lineValue(), codes(), unused());
        }

        private static char delimiter(ConfigNode node) {
            return node.value(text -> switch (text) {
                case "tab" -> '\t';
                case ",", ";", "|" -> text.charAt(0);
                default ->
                    throw new IllegalArgumentException(
                            "'%s' is not a delimiter; write ',', ';', '|' or tab".formatted(text));
            });
        }

        private static char decimal(ConfigNode node) {
            return node.value(text -> {
                if (!text.equals(",") && !text.equals(".")) {
                    throw new IllegalArgumentException("'%s' is not a decimal mark; write ',' or '.'".formatted(text));
                }
                return text.charAt(0);
            });
        }

        private @Nullable DateTimeFormatter arrivalForm() {
            var arrival = node.optional("arrival").orElse(null);
            if (arrival == null) {
                return null;
            }
            arrival.entries(List.of("form", "zone"));
            var zone = arrival.required("zone").value(OneFile::zone);
            // Strict, with uuuu, so that the 31st of February is refused and not moved to the 28th.
            return arrival.required("form")
                    .value(form -> DateTimeFormatter.ofPattern(form.replace('y', 'u'), Locale.ROOT))
                    .withResolverStyle(ResolverStyle.STRICT)
                    .withZone(zone);
        }

        private static ZoneId zone(String text) {
            try {
                return ZoneId.of(text);
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException(
                        "'%s' is not a time zone; write for example Europe/Berlin".formatted(text), e);
            }
        }

        private Map<Field, String> fields(String key) {
            var fields = new EnumMap<Field, String>(Field.class);
            for (var entry : entries(key).entrySet()) {
                var field = field(entry.getKey(), entry.getValue());
                if (!filled.add(field)) {
                    throw entry.getValue().complaint("the field has another source in this file; keep one");
                }
                fields.put(field, entry.getValue().text());
            }
            return fields;
        }

        private Map<String, ConfigNode> entries(String key) {
            return node.optional(key).map(ConfigNode::entries).orElse(Map.of());
        }

        private static Field field(String name, ConfigNode at) {
            var field = Field.ofColumn(name);
            if (field == null) {
                throw at.complaint("'%s' is no field of a manifest; known are %s"
                        .formatted(
                                name, Field.columns().keySet().stream().sorted().collect(Collectors.joining(", "))));
            }
            return field;
        }

        private Map<Field, Map<String, String>> translations() {
            var translations = new EnumMap<Field, Map<String, String>>(Field.class);
            for (var entry : entries("translations").entrySet()) {
                var words = new HashMap<String, String>();
                entry.getValue().entries().forEach((theirs, ours) -> words.put(theirs, ours.text()));
                translations.put(field(entry.getKey(), entry.getValue()), words);
            }
            return translations;
        }

        private CarrierProfile.@Nullable LineValue lineValue() {
            var entry = node.optional("line_value").orElse(null);
            if (entry == null) {
                return null;
            }
            entry.entries(List.of("quantity", "unit_price"));
            if (!filled.add(Field.VALUE)) {
                throw entry.complaint("the field value has another source in this file; keep one");
            }
            return new CarrierProfile.LineValue(
                    entry.required("quantity").text(),
                    entry.required("unit_price").text());
        }

        private Map<String, String> codes() {
            var file = node.textOrNull("codes");
            var codes = new HashMap<String, String>();
            if (file != null) {
                for (var row : ReferenceCsv.rows(folder, "carriers/" + file, "description", "subheading")) {
                    codes.put(Texts.words(row.text("description")), row.text("subheading"));
                }
            }
            return codes;
        }

        private Set<String> unused() {
            var unused = new HashSet<String>();
            node.optional("unused").ifPresent(list -> list.elements().forEach(column -> unused.add(column.text())));
            return unused;
        }
    }
}
