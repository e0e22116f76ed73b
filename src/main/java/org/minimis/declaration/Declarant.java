package org.minimis.declaration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/**
 * Who declares, from where and under which authorisation: {@code config/declarant.yaml}.
 *
 * <p>The file that comes with the program holds invented samples. An operator must replace, for each regime: the
 * declarant's and the representative's names and EORI numbers and the representative's status, the places (customs office
 * and location of goods), the authorisation for bulk declarations (holder, reference, importer, supervising office), and,
 * once they are published, the document types of the three product identifiers ({@code pid}). A regime of
 * {@code form: list} needs only a name, an id and an office.
 */
public final class Declarant {

    private static final String FILE = "declarant.yaml";

    private final String shown;
    private final Map<String, List<Syntax>> syntaxes;
    private final Map<String, Profile> profiles;
    private final Map<String, ListDeclarant> listDeclarants;
    private final Map<String, ListDeclarations> lists;

    Declarant(
            String shown,
            Map<String, List<Syntax>> syntaxes,
            Map<String, Profile> profiles,
            Map<String, ListDeclarant> listDeclarants) {
        this(shown, syntaxes, profiles, listDeclarants, Map.of());
    }

    private Declarant(
            String shown,
            Map<String, List<Syntax>> syntaxes,
            Map<String, Profile> profiles,
            Map<String, ListDeclarant> listDeclarants,
            Map<String, ListDeclarations> lists) {
        this.shown = shown;
        this.syntaxes = Map.copyOf(syntaxes);
        this.profiles = Map.copyOf(profiles);
        this.listDeclarants = Map.copyOf(listDeclarants);
        this.lists = Map.copyOf(lists);
    }

    /**
     * Reads the settings of the declarant, and what the lists look like that it declares by.
     *
     * @throws ConfigException when they are not whole
     */
    public static Declarant read(ConfigFolder folder) {
        return DeclarantYaml.declarant(folder.shown(FILE), ConfigNode.read(folder, FILE))
                .withLists(folder);
    }

    private Declarant withLists(ConfigFolder folder) {
        var written = new HashMap<String, ListDeclarations>();
        if (!listDeclarants.isEmpty()) {
            var forms = ListForm.readAll(folder);
            listDeclarants.forEach((regime, each) -> written.put(
                    regime, new ListDeclarations(each, ListForms.of(regime, forms, folder.shown("datasets")))));
        }
        return new Declarant(shown, syntaxes, profiles, listDeclarants, written);
    }

    /** How a regime that takes lists is declared; null for one that takes messages, or that nobody declares in. */
    @Nullable
    ListDeclarations lists(String regime) {
        return lists.get(regime);
    }

    /**
     * The customs office at which goods for that state are presented, up to eight characters.
     *
     * @throws ConfigException when the settings name none
     */
    public String office(String regime, String state) {
        var byLists = listDeclarants.get(regime);
        return byLists == null ? place(profile(regime), state).office() : byLists.office();
    }

    List<Syntax> syntaxes(String dataset) {
        return syntaxes.getOrDefault(dataset, List.of());
    }

    Map<String, List<Syntax>> syntaxes() {
        return syntaxes;
    }

    /** The complaint that nothing is said of a dataset. */
    String silence(Profile profile, String dataset) {
        return syntaxes.containsKey(dataset)
                ? "%s: regimes.%s: '%s' is missing; add its codes".formatted(shown, profile.regime(), dataset)
                : "%s: syntaxes: '%s' is missing; add which files are written for it".formatted(shown, dataset);
    }

    Map<String, Profile> profiles() {
        return profiles;
    }

    Profile profile(String regime) {
        var profile = profiles.get(regime);
        if (profile == null) {
            throw new ConfigException("%s: regimes: '%s' is missing; add who declares there".formatted(shown, regime));
        }
        return profile;
    }

    Profile.Place place(Profile profile, String state) {
        var place = profile.places().get(state);
        if (place == null) {
            throw new ConfigException("%s: regimes.%s.places: '%s' is missing; add its office and location"
                    .formatted(shown, profile.regime(), state));
        }
        return place;
    }

    Profile.Dataset dataset(Profile profile, String dataset) {
        var codes = profile.datasets().get(dataset);
        if (codes == null) {
            throw new ConfigException(silence(profile, dataset));
        }
        return codes;
    }
}
