package org.minimis.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;
import org.minimis.assessment.Assessment;
import org.minimis.assessment.DeclaredItem;
import org.minimis.consignment.Consignment;
import org.minimis.consignment.GoodsItem;
import org.minimis.consignment.Party;
import org.minimis.consignment.PersonType;

/** What a consignment says that several writers ask for, and what it does not say, as null. */
final class Particulars {

    private Particulars() {}

    /** Transport and insurance to the destination (14 15), where the manifest states one of them apart. */
    static @Nullable Money transport(Consignment consignment) {
        var freight = consignment.freight();
        var insurance = consignment.insurance();
        if (freight == null) {
            return insurance;
        }
        if (insurance == null || insurance.isZero()) {
            return freight;
        }
        return freight.isZero() ? insurance : freight.add(insurance);
    }

    /** A party is named by its EORI number alone; a private person, or who has none, by name and address. */
    static boolean isNamed(Party party) {
        return party.eori() == null || party.personType() == PersonType.NATURAL;
    }

    static boolean hasAddress(Party party) {
        return party.city() != null || party.country() != null || party.street() != null || party.postcode() != null;
    }

    /** The number and its role for 13 16, or null. */
    static @Nullable FiscalReference fiscalReference(
            Consignment consignment, Assessment assessment, Profile.Dataset dataset) {
        var ioss = dataset.ioss();
        if (ioss != null && assessment.procedures().contains(ioss.procedure())) {
            return consignment
                    .taxId("IOSS")
                    .map(id -> new FiscalReference(ioss.role(), id.value()))
                    .orElse(null);
        }
        var vat = dataset.vat();
        if (vat == null) {
            return null;
        }
        // The manifest's VAT number may be the seller's at home: only one of the state of importation is the
        // importer's.
        var prefix = assessment.state().equals("GR") ? "EL" : assessment.state();
        return consignment
                .taxId("VAT")
                .filter(id -> id.value().startsWith(prefix))
                .map(id -> new FiscalReference(vat.role(), id.value()))
                .orElse(null);
    }

    record FiscalReference(String role, String number) {}

    /** The additional procedures, the one that makes the dataset first and once. */
    static List<String> procedures(Assessment assessment, Profile.@Nullable Dataset dataset) {
        var first = dataset == null ? null : dataset.firstAdditionalProcedure();
        if (first == null) {
            return assessment.procedures();
        }
        var procedures = new ArrayList<String>(assessment.procedures().size() + 1);
        procedures.add(first);
        for (var procedure : assessment.procedures()) {
            if (!procedure.equals(first)) {
                procedures.add(procedure);
            }
        }
        return procedures;
    }

    /**
     * Packages of one item (18 06 004).
     *
     * <p>The manifest counts the consignment's packages. Items that share them are declared with all on the first and none
     * on the others, so that their sum is right.
     */
    static int packages(Consignment consignment, DeclaredItem item) {
        return item.number() == 1 ? consignment.pieces() : 0;
    }

    /** The different values of one identifier among the lines of an item, in the manifest's order. */
    static List<String> identifiers(DeclaredItem item, Function<GoodsItem, @Nullable String> identifier) {
        var lines = item.lines();
        if (lines.size() == 1) {
            var only = identifier.apply(lines.get(0));
            return only == null ? List.of() : List.of(only);
        }
        var found = new ArrayList<String>();
        for (var line : lines) {
            var value = identifier.apply(line);
            if (value != null && !found.contains(value)) {
                found.add(value);
            }
        }
        return found;
    }
}
