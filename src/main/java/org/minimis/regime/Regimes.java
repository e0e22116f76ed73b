package org.minimis.regime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    private record Part(List<String> postcodes, Lazy place) {}

    /** A place whose regime is read when it is first asked for. */
    private final class Lazy {

        private final String id;
        private final String state;
        private volatile @Nullable Place place;

        Lazy(String id, String state) {
            this.id = id;
            this.state = state;
        }

        Place place() {
            var known = place;
            if (known == null) {
                known = new Place(Objects.requireNonNull(byId(id)), state);
                place = known;
            }
            return known;
        }
    }

    private final ConfigFolder folder;
    private final Map<String, RegimeFile> files = new TreeMap<>();
    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, Regime> loaded = new ConcurrentHashMap<>();
    private final Map<String, Lazy> byCountry = new HashMap<>();
    private final Map<String, List<Part>> byPostcode = new HashMap<>();

    private Regimes(ConfigFolder folder) {
        this.folder = folder;
    }

    /** The law with the default readings. */
    public static Regimes load(ConfigFolder folder) {
        return load(folder, Map.of());
    }

    /**
     * The law under chosen readings, all of it read.
     *
     * @param readings alternative by name of the reading; the default where it says nothing
     * @throws ConfigException when something in the files is not whole
     */
    public static Regimes load(ConfigFolder folder, Map<String, String> readings) {
        var regimes = open(folder, readings);
        regimes.all();
        return regimes;
    }

    /**
     * The law under chosen readings, each regime read when it is first asked for: what is asked of one country need not wait
     * for the law of all. What is not whole shows then.
     */
    public static Regimes open(ConfigFolder folder, Map<String, String> readings) {
        var regimes = new Regimes(folder);
        for (var name : folder.list(FOLDER, "/regime.yaml")) {
            regimes.add(
                    RegimeFile.read(ConfigNode.read(folder, name)),
                    name.substring(0, name.length() - "/regime.yaml".length()));
        }
        if (!readings.isEmpty()) {
            regimes.choose(readings);
        }
        return regimes;
    }

    /** Whether a reading is there, only the law of all regimes knows. */
    private void choose(Map<String, String> readings) {
        var questions = new TreeMap<String, List<Question<?>>>();
        files.keySet().forEach(id -> questions.put(id, questions(folder, folders.get(id))));
        var chosen = readings(questions.values().stream().flatMap(List::stream), readings);
        questions.forEach((id, all) -> loaded.put(id, new Regime(files.get(id), all, chosen)));
    }

    private Regime read(String id) {
        var all = questions(folder, folders.get(id));
        return new Regime(files.get(id), all, readings(all.stream(), Map.of()));
    }

    /** Those that the questions leave open, as chosen. */
    private static Readings readings(Stream<Question<?>> questions, Map<String, String> chosen) {
        var known = new HashMap<String, Reading>();
        questions.forEach(question -> known.putAll(question.readings()));
        return Readings.of(known, chosen);
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

    private void add(RegimeFile file, String sub) {
        folders.put(file.id(), sub);
        if (files.put(file.id(), file) != null) {
            throw new ConfigException(file.where() + ": there are two regimes '" + file.id() + "'; rename one");
        }
        for (var state : file.destinations()) {
            if (byCountry.put(state, new Lazy(file.id(), state)) != null) {
                throw new ConfigException(file.where() + ": two regimes cover '" + state + "'; remove it from one");
            }
        }
        var state = file.destinations().get(0);
        file.postcodes()
                .forEach((country, postcodes) -> byPostcode
                        .computeIfAbsent(country, key -> new ArrayList<>())
                        .add(new Part(postcodes, new Lazy(file.id(), state))));
    }

    /** The regimes in the order of their ids. */
    public List<Regime> all() {
        return files.keySet().stream()
                .map(id -> Objects.requireNonNull(byId(id)))
                .toList();
    }

    public @Nullable Regime byId(String id) {
        var known = loaded.get(id);
        return known != null || !files.containsKey(id) ? known : loaded.computeIfAbsent(id, this::read);
    }

    /** SHA-256 of the law files, the tariffs and the exchange rates. */
    public String digest() {
        return folder.digest(List.of(FOLDER, "tariffs", "exchange-rates"));
    }

    /** The countries of destination to which consignments come that the law of that day may take together. */
    public Set<String> aggregating(LocalDate day) {
        var regimes = new TreeSet<>(files.keySet());
        regimes.removeIf(id -> !aggregates(id, day));
        var countries = new TreeSet<String>();
        byCountry.forEach((country, place) -> {
            if (regimes.contains(place.id)) {
                countries.add(country);
            }
        });
        byPostcode.forEach((country, parts) -> {
            if (parts.stream().anyMatch(part -> regimes.contains(part.place().id))) {
                countries.add(country);
            }
        });
        return countries;
    }

    /** Most laws never speak of it, and those are not read for it. One that is silent takes nothing together. */
    private boolean aggregates(String id, LocalDate day) {
        var speaks = folder.list(folders.get(id), ".yaml").stream()
                .anyMatch(name -> folder.text(name).contains("together_with"));
        try {
            return speaks
                    && !Objects.requireNonNull(byId(id)).on(day).aggregations().isEmpty();
        } catch (RegimeSilentException e) {
            return false;
        }
    }

    /** Whose law covers the destination; null when none does. */
    public @Nullable Place place(Consignment consignment) {
        var country = consignment.destinationCountry().code();
        var parts = byPostcode.get(country);
        if (parts != null) {
            for (var part : parts) {
                if (Territory.begins(consignment.consignee().postcode(), part.postcodes())) {
                    return part.place().place();
                }
            }
        }
        var found = byCountry.get(country);
        return found == null ? null : found.place();
    }
}
