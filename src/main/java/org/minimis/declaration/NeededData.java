package org.minimis.declaration;

import java.util.List;
import java.util.Set;

/**
 * Which data a declaration takes from whoever sends a parcel, each as the authority calls it.
 *
 * <p>What the declarant and its program know themselves (offices, days, sums) is not among them.
 */
public final class NeededData {

    private static final Set<String> OURS = Set.of(
            "reference",
            "accepted",
            "dataset",
            "category",
            "procedures",
            "section",
            "declarant",
            "declarantId",
            "office",
            "itemNumber",
            "duty",
            "vatScheme",
            "vatBase",
            "vat",
            "fees",
            "total");

    /** Data elements of the Union's customs data model that {@code H7} takes; the others take these and more. */
    private static final List<String> H7 = List.of(
            "transport document: the house waybill (12 05)",
            "exporter: name and address (13 01)",
            "importer: name, address and number (13 04)",
            "tax number of the seller under IOSS (13 16)",
            "intrinsic value of each item and its currency (14 14)",
            "transport and insurance to the destination (14 15)",
            "gross mass (18 04)",
            "description of the goods (18 05)",
            "number of packages (18 06)",
            "subheading of six digits (18 09)");

    private static final List<String> H1 = List.of(
            "invoice (12 03)",
            "terms of delivery (14 01)",
            "price of each item and its currency (14 08)",
            "country of dispatch (16 06)",
            "country of origin of each item (16 08)",
            "net mass of each item (18 01)",
            "commodity code of ten digits (18 09)");

    private NeededData() {}

    /** @return empty for a dataset that {@code declarant} does not declare */
    public static List<String> of(Declarant declarant, String regime, String dataset) {
        var lists = declarant.lists(regime);
        if (lists != null) {
            return lists.fields(dataset).stream()
                    .filter(NeededData::isTheirs)
                    .map(ListField::name)
                    .toList();
        }
        return switch (dataset) {
            case "H7", "BIRDS" -> H7;
            case "H1" ->
                java.util.stream.Stream.concat(H7.stream(), H1.stream()).toList();
            case "DOCS" -> H7.subList(0, 3);
            default -> List.of();
        };
    }

    private static boolean isTheirs(ListField field) {
        return field.sources().stream()
                .anyMatch(source -> !(source instanceof ListSources.Constant)
                        && !OURS.contains(source.word())
                        && !source.word().startsWith("fees:"));
    }
}
