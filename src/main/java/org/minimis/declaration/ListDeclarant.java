package org.minimis.declaration;

import java.util.List;
import java.util.regex.Pattern;
import org.minimis.settings.ConfigNode;

/**
 * Who declares by lists, where the law asks for no particulars of a message.
 *
 * @param id under which the authority knows the declarant
 * @param office that releases and collects, for all states of the regime
 */
record ListDeclarant(String regime, String name, String id, String office) {

    /** The form, as {@code declarant.yaml} names it, of regimes in which lists are declared. */
    static final String FORM = "list";

    private static final Pattern OFFICE = Pattern.compile("[A-Z0-9]{2,8}");

    static boolean isMeant(ConfigNode regime) {
        return FORM.equals(regime.textOrNull("form"));
    }

    static ListDeclarant read(String regime, ConfigNode node) {
        node.entries(List.of("form", "declarant", "id", "office"));
        return new ListDeclarant(
                regime,
                DeclarantYaml.text(node, "declarant", 70),
                DeclarantYaml.text(node, "id", 35),
                DeclarantYaml.form(node, "office", OFFICE, "an office; write two to eight capital letters and digits"));
    }
}
