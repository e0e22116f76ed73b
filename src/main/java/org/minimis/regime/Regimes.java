package org.minimis.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minimis.consignment.Consignment;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/** All jurisdictions whose law is written down under {@code config/regimes}. */
public final class Regimes {

    private static final String FOLDER = "regimes";

    /**
     * Where a consignment is imported.
     *
     * @param state of destination inside the regime, as the reports name it
     */
    public record Place(Regime regime, String state) {}

    private record Part(List<String> postcodes, Place place) {}

    private final Map<String, Regime> byId = new TreeMap<>();
    private final Map<String, Place> byCountry = new HashMap<>();
    private final Map<String, List<Part>> byPostcode = new HashMap<>();
    private final String digest;

    private Regimes(String digest) {
        this.digest = digest;
    }

    /** The law with the default readings. */
    public static Regimes load(ConfigFolder folder) {
        return load(folder, Map.of());
    }

    /**
     * The law under chosen readings.
     *
     * @param readings alternative by name of the reading; the default where it says nothing
     * @throws ConfigException when something in the files is not whole
     */
    public static Regimes load(ConfigFolder folder, Map<String, String> readings) {
        var files = new LinkedHashMap<RegimeFile, List<Question<?>>>();
        for (var name : folder.list(FOLDER, "/regime.yaml")) {
            var sub = name.substring(0, name.length() - "/regime.yaml".length());
            files.put(RegimeFile.read(ConfigNode.read(folder, name)), questions(folder, sub));
        }
        var known = new HashMap<String, Reading>();
        files.values().forEach(all -> all.forEach(question -> known.putAll(question.readings())));
        var chosen = Readings.of(known, readings);
        var regimes = new Regimes(folder.digest(List.of(FOLDER, "tariffs", "exchange-rates")));
        files.forEach((file, all) -> regimes.add(file, new Regime(file, all, chosen)));
        return regimes;
    }

    private static List<Question<?>> questions(ConfigFolder folder, String sub) {
        var sets = new NamedSets(folder);
        if (folder.has(sub + "/goods-sets.yaml")) {
            sets.readGoods(ConfigNode.read(folder, sub + "/goods-sets.yaml"));
        }
        if (folder.has(sub + "/territories.yaml")) {
            sets.readTerritories(ConfigNode.read(folder, sub + "/territories.yaml"));
        }
        var reader = new QuestionFiles(sets);
        var questions = new ArrayList<Question<?>>();
        var ids = new HashMap<String, Question<?>>();
        for (var name : folder.list(sub, ".yaml")) {
            if (!name.endsWith("/regime.yaml")
                    && !name.endsWith("/goods-sets.yaml")
                    && !name.endsWith("/territories.yaml")) {
                var question = reader.read(ConfigNode.read(folder, name));
                var first = ids.put(question.id(), question);
                if (first != null) {
                    throw QuestionFiles.twice(first, question);
                }
                questions.add(question);
            }
        }
        return questions;
    }

    private void add(RegimeFile file, Regime regime) {
        if (byId.put(regime.id(), regime) != null) {
            throw new ConfigException(file.where() + ": there are two regimes '" + regime.id() + "'; rename one");
        }
        for (var state : file.destinations()) {
            if (byCountry.put(state, new Place(regime, state)) != null) {
                throw new ConfigException(file.where() + ": two regimes cover '" + state + "'; remove it from one");
            }
        }
        var state = file.destinations().get(0);
        file.postcodes()
                .forEach((country, postcodes) -> byPostcode
                        .computeIfAbsent(country, key -> new ArrayList<>())
                        .add(new Part(postcodes, new Place(regime, state))));
    }

    /** The regimes in the order of their ids. */
    public List<Regime> all() {
        return List.copyOf(byId.values());
    }

    public @Nullable Regime byId(String id) {
        return byId.get(id);
    }

    /** SHA-256 of the law files, the tariffs and the exchange rates. */
    public String digest() {
        return digest;
    }

    /** The countries of destination to which consignments come that the law of that day may take together. */
    public Set<String> aggregating(LocalDate day) {
        var countries = new TreeSet<String>();
        byCountry.forEach((country, place) -> {
            if (aggregates(place.regime(), day)) {
                countries.add(country);
            }
        });
        byPostcode.forEach((country, parts) -> {
            if (parts.stream().anyMatch(part -> aggregates(part.place().regime(), day))) {
                countries.add(country);
            }
        });
        return countries;
    }

    /** A law that is silent takes nothing together; who asks it for a consignment is told. */
    private static boolean aggregates(Regime regime, LocalDate day) {
        try {
            return !regime.on(day).aggregations().isEmpty();
        } catch (RegimeSilentException e) {
            return false;
        }
    }

    /** Whose law covers the destination; null when none does. */
    public @Nullable Place place(Consignment consignment) {
        var country = consignment.destinationCountry().code();
        for (var part : byPostcode.getOrDefault(country, List.of())) {
            if (Territory.begins(consignment.consignee().postcode(), part.postcodes())) {
                return part.place();
            }
        }
        return byCountry.get(country);
    }
}
