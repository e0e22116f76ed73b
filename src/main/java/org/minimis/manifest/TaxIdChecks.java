package org.minimis.manifest;

import java.util.ArrayList;
import java.util.List;
import org.minimis.consignment.TaxId;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;
import org.minimis.finding.Text;

/** The tax identifiers of a consignment: a wrong form refers it, a doubtful number is only said. */
final class TaxIdChecks {

    private static final int VALUE_MAX = 35;
    private static final int SCHEME_MAX = 12;

    private final Draft draft;

    TaxIdChecks(Draft draft) {
        this.draft = draft;
    }

    List<TaxId> taxIds() {
        if (draft.taxIds().isEmpty()) {
            return List.of();
        }
        var taxIds = new ArrayList<TaxId>();
        for (var i = 0; i < draft.taxIds().size(); i++) {
            var pair = draft.taxIds().get(i);
            var scheme = pair[0] == null ? null : Texts.clean(pair[0]);
            var value = pair[1] == null ? null : Texts.clean(pair[1]);
            if (scheme == null || value == null || scheme.isEmpty() || value.isEmpty()) {
                reject(i, "scheme or value is missing or unprintable; write both, in CSV as SCHEME:VALUE");
            } else if (!isScheme(scheme)) {
                reject(i, "'" + Text.clip(scheme) + "' is not a scheme; write capital letters, for example IOSS");
            } else if (value.length() > VALUE_MAX) {
                reject(i, "the value has " + value.length() + " characters, 35 are allowed; shorten it");
            } else {
                check(i, scheme, value);
                taxIds.add(new TaxId(scheme, value));
            }
        }
        return taxIds;
    }

    private static boolean isScheme(String scheme) {
        return scheme.length() <= SCHEME_MAX && CheckDigits.isCapitalsOrDigits(scheme.replace("_", ""));
    }

    private void check(int place, String scheme, String value) {
        switch (scheme) {
            case "IOSS" -> checkIoss(place, value);
            case "EORI" ->
                form(
                        place,
                        Identifiers.isEori(value),
                        "the text is not an EORI number; write country and number, for GB and XI 12 or 15 digits");
            case "VAT" ->
                form(
                        place,
                        Identifiers.isVat(value),
                        "the text is not a VAT number; write country and number without blanks, for example DE123456789");
            case "VOEC" ->
                form(
                        place,
                        value.length() == 7 && CheckDigits.isDigits(value),
                        "the text is not a VOEC number; write seven digits");
            case "ARN" ->
                form(
                        place,
                        value.length() == 12 && CheckDigits.isDigits(value),
                        "the text is not an ATO reference number; write twelve digits");
            case "ABN" -> checkAbn(place, value);
            default -> {
                // The forms of the other registers are not public enough to judge by.
            }
        }
    }

    private void checkIoss(int place, String value) {
        if (!Identifiers.isIoss(value)) {
            form(place, false, "'" + Text.clip(value) + "' is not an IOSS number; write IM and ten digits");
        } else if (!Identifiers.isIossOfTheUnion(value)) {
            doubt(
                    place,
                    "'" + value + "' names no state of the Union in its digits 3 to 5; compare it with the seller's");
        }
    }

    private void checkAbn(int place, String value) {
        if (value.length() != 11 || !CheckDigits.isDigits(value)) {
            form(place, false, "the text is not an ABN; write eleven digits without blanks");
        } else if (!CheckDigits.isAbn(value)) {
            doubt(place, "'" + value + "' is an ABN with a wrong check digit; compare it with the seller's");
        }
    }

    private void form(int place, boolean formed, String message) {
        if (!formed) {
            draft.findings().add(Finding.referred(Reason.INVALID_TAX_IDENTIFIER, name(place), message));
        }
    }

    private void doubt(int place, String message) {
        draft.findings().add(Finding.warning(Reason.DOUBTFUL_IDENTIFIER, name(place), message));
    }

    private void reject(int place, String message) {
        draft.reject(Reason.INVALID_FIELD, name(place), message);
    }

    private String name(int place) {
        return draft.name(Field.TAX_IDS, 0) + "[" + place + "]";
    }
}
