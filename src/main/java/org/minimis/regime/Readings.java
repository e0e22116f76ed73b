package org.minimis.regime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minimis.settings.ConfigException;

/** Which alternative of each open question of law is taken. */
public final class Readings {

    private final Map<String, Reading> known;
    private final Map<String, String> chosen;

    private Readings(Map<String, Reading> known, Map<String, String> chosen) {
        this.known = new TreeMap<>(known);
        this.chosen = new HashMap<>(chosen);
    }

    /**
     * The defaults, with some changed.
     *
     * @throws ConfigException when a name or an alternative is not known
     */
    static Readings of(Map<String, Reading> known, Map<String, String> changed) {
        var chosen = new HashMap<String, String>();
        known.forEach((name, reading) -> chosen.put(name, reading.standard()));
        changed.forEach((name, alternative) -> {
            var reading = known.get(name);
            if (reading == null) {
                throw new ConfigException("there is no reading '%s'; known are %s"
                        .formatted(name, String.join(", ", ofTheSameRegime(known, name))));
            }
            if (!reading.alternatives().contains(alternative)) {
                throw new ConfigException("'%s' is no alternative of %s; known are %s"
                        .formatted(alternative, name, String.join(", ", reading.alternatives())));
            }
            chosen.put(name, alternative);
        });
        return new Readings(known, chosen);
    }

    /** The known names that begin as {@code name} does, or all of them when none does. */
    private static List<String> ofTheSameRegime(Map<String, Reading> known, String name) {
        var beginning = name.substring(0, name.indexOf('.') + 1);
        var all = List.copyOf(new TreeMap<>(known).keySet());
        var near = all.stream().filter(each -> each.startsWith(beginning)).toList();
        return near.isEmpty() ? all : near;
    }

    /** All open questions by name. */
    public Map<String, Reading> known() {
        return known;
    }

    /** The alternative taken. */
    public String chosen(String name) {
        return chosen.get(name);
    }

    boolean allow(Case<?> each) {
        for (var entry : each.readings().entrySet()) {
            if (!entry.getValue().equals(chosen.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
