package org.minimis.declaration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.minimis.settings.ConfigException;

/**
 * The lists of one regime by dataset.
 *
 * <p>A regime's own list comes first, then the one that all regimes share, then the one for whatever nobody has described,
 * so that nothing which was assessed stays undeclared.
 */
final class ListForms {

    static final String DEFAULT = "default";

    private final Map<String, ListForm> byDataset = new HashMap<>();
    private final ListForm otherwise;

    private ListForms(ListForm otherwise) {
        this.otherwise = otherwise;
    }

    /**
     * @param shown how messages name the folder of lists
     * @param all by the names of their files
     */
    static ListForms of(String regime, Map<String, ListForm> all, String shown) {
        var otherwise = all.get(DEFAULT);
        if (otherwise == null) {
            throw new ConfigException(
                    "%s/default.yaml: the file is missing; restore it, datasets without a list of their own need it"
                            .formatted(shown));
        }
        var forms = new ListForms(otherwise);
        var own = regime.toLowerCase(Locale.ROOT) + "/";
        all.forEach((name, form) -> {
            if (name.startsWith(own)) {
                forms.byDataset.put(name.substring(own.length()), form);
            } else if (name.indexOf('/') < 0 && !name.equals(DEFAULT)) {
                forms.byDataset.putIfAbsent(name, form);
            }
        });
        return forms;
    }

    /** Is there a list for that dataset, or does it take the one for all others? */
    boolean has(String dataset) {
        return byDataset.containsKey(dataset);
    }

    ListForm of(String dataset) {
        return byDataset.getOrDefault(dataset, otherwise);
    }
}
