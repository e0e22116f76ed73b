package org.minimis.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minimis.assessment.Assessment;
import org.minimis.settings.ConfigException;
import org.minimis.settings.ConfigFolder;
import org.minimis.settings.ConfigNode;

/**
 * What a list of declared consignments looks like: one file of {@code config/datasets}.
 *
 * @param isPerItem is there a row for each goods item, or one for each consignment?
 * @param sections procedure codes, each of which has its own part of the list
 * @param fields in the order of the list
 */
record ListForm(boolean isPerItem, List<String> sections, List<ListField> fields) {

    private static final String FOLDER = "datasets";
    private static final String ENDING = ".yaml";
    private static final int NAME_MAX = 60;
    private static final List<String> KEYS =
            List.of("title", "source", "checked_on", "confidence", "note", "per", "sections", "fields");

    /** The section in which a consignment stands; empty where it belongs in none. */
    String section(Assessment assessment) {
        for (var section : sections) {
            if (assessment.procedures().contains(section)) {
                return section;
            }
        }
        return "";
    }

    /** All lists by the name of their file: {@code ca/CLVS}, {@code DOCS}, {@code default}. */
    static Map<String, ListForm> readAll(ConfigFolder folder) {
        var forms = new LinkedHashMap<String, ListForm>();
        for (var name : folder.list(FOLDER, ENDING)) {
            var stem = name.substring(FOLDER.length() + 1, name.length() - ENDING.length());
            if (!stem.equals(ListForms.DEFAULT) && !isCode(stem.substring(stem.indexOf('/') + 1))) {
                throw new ConfigException(
                        "%s:1: the file is not called like a dataset; name it as the law does, in capital letters"
                                .formatted(folder.shown(name)));
            }
            forms.put(stem, read(ConfigNode.read(folder, name)));
        }
        return forms;
    }

    static ListForm read(ConfigNode file) {
        file.entries(KEYS);
        file.required("title").text();
        file.required("source").text();
        file.required("checked_on").date();
        file.optional("confidence").ifPresent(word -> oneOf(word, List.of("high", "medium", "low")));
        var sections = new ArrayList<String>();
        file.optional("sections").ifPresent(list -> list.elements().forEach(each -> sections.add(section(each))));
        return new ListForm(
                oneOf(file.required("per"), List.of("consignment", "item")).equals("item"),
                List.copyOf(sections),
                fields(file.required("fields")));
    }

    private static List<ListField> fields(ConfigNode node) {
        var fields = new ArrayList<ListField>();
        node.entries().forEach((name, source) -> {
            if (!isName(name)) {
                throw source.complaint(
                        "'%s' is not a name of a field; write up to %d letters, digits and blanks, a letter first"
                                .formatted(name, NAME_MAX));
            }
            fields.add(new ListField(name, sources(source)));
        });
        var words = fields.stream()
                .flatMap(field -> field.sources().stream())
                .map(ListField.Source::word)
                .toList();
        if (!words.contains(Cell.HOUSE_WAYBILL.word())) {
            throw node.complaint("no field is the 'houseWaybill'; add it, or no row leads back to its consignment");
        }
        return List.copyOf(fields);
    }

    private static List<ListField.Source> sources(ConfigNode node) {
        if (node.isMapping()) {
            node.entries(List.of("constant"));
            return List.of(new ListSources.Constant(DeclarantYaml.text(node, "constant", 70)));
        }
        return node.elementsOrOne().stream()
                .map(each -> each.value(ListSources::parse))
                .toList();
    }

    /** A name that needs no escaping in any syntax, and that no spreadsheet takes for a formula. */
    private static boolean isName(String name) {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            var isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!isLetter && (i == 0 || " _-./()".indexOf(c) < 0 && (c < '0' || c > '9'))) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= NAME_MAX;
    }

    private static String section(ConfigNode node) {
        return node.value(text -> {
            if (!isCode(text)) {
                throw new IllegalArgumentException(
                        "'%s' cannot be part of a file's name; write capital letters and digits".formatted(text));
            }
            return text;
        });
    }

    private static boolean isCode(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String oneOf(ConfigNode node, List<String> words) {
        return node.value(text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(
                        "'%s' is not known here; write one of %s".formatted(text, String.join(", ", words)));
            }
            return text;
        });
    }
}
