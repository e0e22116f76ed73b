package org.minimis.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minimis.settings.ConfigNode;

/** The strict reading of {@code declarant.yaml}. */
final class DeclarantYaml {

    private static final Pattern OFFICE = Pattern.compile("[A-Z]{2}[0-9A-Z]{6}");
    private static final Pattern EORI = Pattern.compile("[A-Z]{2}[0-9A-Z-]{1,15}");
    private static final Pattern DOCUMENT = Pattern.compile("[0-9A-Z]{4}");
    private static final Pattern PROCEDURE = Pattern.compile("\\d{2} \\d{2}");
    private static final Pattern TYPE = Pattern.compile("[A-Z]{3}");
    private static final List<String> DATASETS = List.of("H7", "BIRDS");

    private DeclarantYaml() {}

    static Declarant declarant(String shown, ConfigNode file) {
        file.entries(List.of("syntaxes", "regimes"));
        var syntaxes = new LinkedHashMap<String, List<Syntax>>();
        file.required("syntaxes")
                .entries()
                .forEach((dataset, node) -> syntaxes.put(
                        dataset,
                        node.elementsOrOne().stream()
                                .map(element -> element.value(Syntax::parse))
                                .toList()));
        var profiles = new LinkedHashMap<String, Profile>();
        var lists = new LinkedHashMap<String, ListDeclarant>();
        file.required("regimes").entries().forEach((regime, node) -> {
            if (ListDeclarant.isMeant(node)) {
                lists.put(regime, ListDeclarant.read(regime, node));
            } else {
                profiles.put(regime, profile(regime, node));
            }
        });
        return new Declarant(shown, syntaxes, profiles, lists);
    }

    private static Profile profile(String regime, ConfigNode node) {
        node.entries(List.of(
                "form",
                "message",
                "declarant",
                "representative",
                "mode_of_transport",
                "location_type",
                "location_qualifier",
                "places",
                "documents",
                "previous_document",
                "H7",
                "BIRDS"));
        var declarant = node.required("declarant");
        declarant.entries(List.of("name", "eori"));
        return new Profile(
                regime,
                node.required("form").value(Form::parse),
                node.optional("message").map(DeclarantYaml::message).orElse(null),
                text(declarant, "name", 70),
                eori(declarant, "eori"),
                node.optional("representative")
                        .map(DeclarantYaml::representative)
                        .orElse(null),
                oneOf(node, "mode_of_transport", List.of("1", "2", "3", "4", "5", "7", "8", "9")),
                text(node, "location_type", 1),
                text(node, "location_qualifier", 1),
                places(node.required("places")),
                documents(node.required("documents")),
                node.optional("previous_document")
                        .map(DeclarantYaml::previousDocument)
                        .orElse(null),
                datasets(node));
    }

    private static Map<String, Profile.Dataset> datasets(ConfigNode node) {
        var datasets = new LinkedHashMap<String, Profile.Dataset>();
        for (var name : DATASETS) {
            node.optional(name).ifPresent(codes -> datasets.put(name, dataset(codes)));
        }
        return Map.copyOf(datasets);
    }

    private static Profile.Message message(ConfigNode node) {
        node.entries(List.of("country", "agency", "version"));
        return new Profile.Message(text(node, "country", 2), text(node, "agency", 70), text(node, "version", 6));
    }

    private static Profile.Representative representative(ConfigNode node) {
        node.entries(List.of("eori", "status"));
        var eori = node.optional("eori").isPresent() ? eori(node, "eori") : null;
        return new Profile.Representative(eori, oneOf(node, "status", List.of("2", "3")));
    }

    private static Map<String, Profile.Place> places(ConfigNode node) {
        var places = new LinkedHashMap<String, Profile.Place>();
        node.entries().forEach((state, place) -> {
            place.entries(List.of("office", "location", "country"));
            var office = form(place, "office", OFFICE, "a customs office; write two letters and six characters");
            places.put(state, new Profile.Place(office, text(place, "location", 35), text(place, "country", 2)));
        });
        return Map.copyOf(places);
    }

    private static Profile.Documents documents(ConfigNode node) {
        node.entries(List.of("house_waybill", "master_waybill", "invoice", "invoice_status"));
        return new Profile.Documents(
                document(node, "house_waybill"),
                document(node, "master_waybill"),
                document(node, "invoice"),
                node.optional("invoice_status")
                        .map(status -> checked(status, 3))
                        .orElse(null));
    }

    private static Profile.PreviousDocument previousDocument(ConfigNode node) {
        node.entries(List.of("category", "type", "prefix"));
        return new Profile.PreviousDocument(text(node, "category", 1), text(node, "type", 3), text(node, "prefix", 20));
    }

    private static Profile.Dataset dataset(ConfigNode node) {
        node.entries(List.of(
                "type",
                "procedure",
                "first_additional_procedure",
                "classification",
                "office_is_declared",
                "statements",
                "ioss",
                "vat",
                "pid",
                "container",
                "authorisation",
                "importer",
                "supervising_office",
                "flight_type"));
        var procedure = form(node, "procedure", PROCEDURE, "a procedure; write two pairs of digits, for example 40 00");
        var statements = new ArrayList<String>();
        node.optional("statements")
                .ifPresent(list -> list.elementsOrOne().forEach(each -> statements.add(checked(each, 5))));
        return new Profile.Dataset(
                form(node, "type", TYPE, "a type of declaration; write three capital letters, for example IMD"),
                procedure.substring(0, 2),
                procedure.substring(3),
                node.optional("first_additional_procedure")
                        .map(code -> checked(code, 3))
                        .orElse(null),
                node.optional("classification").map(code -> checked(code, 3)).orElse(null),
                node.optional("office_is_declared").isPresent()
                        && oneOf(node, "office_is_declared", List.of("yes", "no"))
                                .equals("yes"),
                List.copyOf(statements),
                node.optional("ioss").map(DeclarantYaml::fiscalRole).orElse(null),
                node.optional("vat").map(DeclarantYaml::fiscalRole).orElse(null),
                node.optional("pid").map(DeclarantYaml::productIdentifiers).orElse(null),
                bulk(node));
    }

    private static Profile.FiscalRole fiscalRole(ConfigNode node) {
        node.entries(List.of("procedure", "role"));
        return new Profile.FiscalRole(node.textOrNull("procedure"), text(node, "role", 3));
    }

    private static Profile.ProductIdentifiers productIdentifiers(ConfigNode node) {
        node.entries(List.of("from", "sku", "mfr", "gtin"));
        return new Profile.ProductIdentifiers(
                node.required("from").date(), document(node, "sku"), document(node, "mfr"), document(node, "gtin"));
    }

    private static Profile.@Nullable Bulk bulk(ConfigNode node) {
        if (node.optional("authorisation").isEmpty()) {
            return null;
        }
        var authorisation = node.required("authorisation");
        authorisation.entries(List.of("holder", "category", "document", "reference"));
        return new Profile.Bulk(
                text(node, "container", 1),
                eori(authorisation, "holder"),
                text(authorisation, "category", 4),
                document(authorisation, "document"),
                text(authorisation, "reference", 70),
                eori(node, "importer"),
                node.optional("supervising_office")
                        .map(office -> checked(office, 17))
                        .orElse(null),
                text(node, "flight_type", 17));
    }

    private static String document(ConfigNode node, String key) {
        return form(node, key, DOCUMENT, "a type of document; write four characters, for example N703");
    }

    private static String eori(ConfigNode node, String key) {
        return form(node, key, EORI, "an EORI number; write the country and up to fifteen characters");
    }

    static String form(ConfigNode node, String key, Pattern form, String what) {
        return node.required(key).value(text -> {
            if (!form.matcher(text).matches()) {
                throw new IllegalArgumentException("'%s' is not %s".formatted(text, what));
            }
            return text;
        });
    }

    private static String oneOf(ConfigNode node, String key, List<String> words) {
        return node.required(key).value(text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(
                        "'%s' is not known here; write one of %s".formatted(text, String.join(", ", words)));
            }
            return text;
        });
    }

    static String text(ConfigNode node, String key, int lengthMax) {
        return checked(node.required(key), lengthMax);
    }

    private static String checked(ConfigNode node, int lengthMax) {
        return node.value(text -> {
            if (text.length() > lengthMax || !Characters.areAllowed(text)) {
                throw new IllegalArgumentException(
                        "'%s' has more than %d characters or characters not allowed; shorten it"
                                .formatted(text, lengthMax));
            }
            return text;
        });
    }
}
