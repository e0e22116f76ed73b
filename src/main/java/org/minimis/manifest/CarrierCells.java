package org.minimis.manifest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Reason;
import org.minimis.money.Decimals;

/** Makes the cells of our fields out of a carrier's columns. */
final class CarrierCells {

    private final CarrierProfile profile;
    private final CarrierProfile.Parts parts;
    private final List<String> header;

    CarrierCells(CarrierProfile profile, List<String> header) {
        this.profile = profile;
        this.parts = profile.parts();
        this.header = header;
    }

    @Nullable
    CsvCell cell(Field field) {
        if (field == Field.VALUE && parts.lineValue() != null) {
            return lineValue(parts.lineValue());
        }
        if (field == Field.COMMODITY_CODE && !parts.codes().isEmpty()) {
            return code();
        }
        var template = parts.templates().get(field);
        if (template != null) {
            return template(field, template);
        }
        var constant = parts.constants().get(field);
        if (constant != null) {
            return new CsvCell(field, List.of(), (row, draft, line) -> constant);
        }
        var place = place(parts.columns().get(field));
        return place < 0 ? null : column(field, place);
    }

    private int place(@Nullable String column) {
        return column == null ? -1 : header.indexOf(column);
    }

    private CsvCell column(Field field, int place) {
        var translations = parts.translations().get(field);
        CsvCell.Source plain = (row, draft, line) -> row.text(place);
        CsvCell.Source source = plain;
        if (translations != null) {
            source = (row, draft, line) -> {
                var text = row.text(place);
                return text == null ? null : translations.getOrDefault(text.strip(), text);
            };
        } else if (profile.hasDecimalComma() && field.isDecimal()) {
            source = (row, draft, line) -> withPoint(row.text(place), field, draft, line);
        } else if (field == Field.ARRIVAL && profile.arrivalForm() != null) {
            source = (row, draft, line) -> arrival(row.text(place), profile.arrivalForm(), draft);
        }
        return new CsvCell(field, List.of(place), source);
    }

    /** With a decimal comma, a point could be a separator of thousands: 1.234 would become a thousandth of itself. */
    private static @Nullable String withPoint(@Nullable String text, Field field, Draft draft, int line) {
        if (text != null && text.indexOf('.') >= 0) {
            draft.refuse(
                    field,
                    line,
                    Reason.INVALID_FIELD,
                    FieldReader.shown(field, text)
                            + " has a point where the carrier profile says decimal: ','; write it as 1234,50");
            return null;
        }
        return text == null ? null : text.replace(',', '.');
    }

    private static @Nullable String arrival(@Nullable String text, DateTimeFormatter form, Draft draft) {
        if (text == null) {
            return null;
        }
        try {
            var parsed = form.parseBest(text.strip(), LocalDateTime::from, LocalDate::from);
            var local = parsed instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) parsed;
            var zone = form.getZone() == null ? ZoneOffset.UTC : form.getZone();
            return Instant.from(local.atZone(zone)).toString();
        } catch (DateTimeParseException e) {
            draft.refuse(
                    Field.ARRIVAL,
                    0,
                    Reason.INVALID_FIELD,
                    FieldReader.shown(Field.ARRIVAL, text)
                            + " has not the form that the carrier profile names; mend it");
            return null;
        }
    }

    /** Text with the carrier's columns in braces; where one of them is empty, all of it is absent. */
    private CsvCell template(Field field, String template) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < header.size(); i++) {
            if (template.contains("{" + header.get(i) + "}")) {
                places.add(i);
            }
        }
        return new CsvCell(field, places, (row, draft, line) -> {
            var text = template;
            for (var place : places) {
                if (row.isEmpty(place)) {
                    return null;
                }
                text = text.replace("{" + header.get(place) + "}", row.text(place));
            }
            return text.indexOf('{') >= 0 ? null : text;
        });
    }

    private @Nullable CsvCell code() {
        var description = place(parts.columns().get(Field.DESCRIPTION));
        var own = place(parts.columns().get(Field.COMMODITY_CODE));
        var columns = own < 0 ? List.of(description) : List.of(description, own);
        return new CsvCell(Field.COMMODITY_CODE, columns, (row, draft, line) -> {
            if (own >= 0 && !row.isEmpty(own)) {
                return row.text(own);
            }
            var text = row.text(description);
            return text == null ? null : parts.codes().get(Texts.words(text));
        });
    }

    private @Nullable CsvCell lineValue(CarrierProfile.LineValue columns) {
        var quantity = place(columns.quantityColumn());
        var price = place(columns.unitPriceColumn());
        if (quantity < 0 || price < 0) {
            return null;
        }
        return new CsvCell(Field.VALUE, List.of(quantity, price), (row, draft, line) -> {
            var count = number(row.text(quantity));
            var each = number(row.text(price));
            if (each == null || each.signum() == 0) {
                var shown = row.text(price) == null ? "nothing" : FieldReader.shown(Field.VALUE, row.text(price));
                draft.refuse(
                        Field.VALUE,
                        line,
                        Reason.INVALID_FIELD,
                        shown + " is not a price above zero; write the price of one piece");
                return null;
            }
            // A quantity that is none is complained about as the quantity.
            return count == null ? Draft.REFUSED : count.multiply(each).toPlainString();
        });
    }

    private @Nullable BigDecimal number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var plain = profile.hasDecimalComma() && text.indexOf('.') < 0 ? text.replace(',', '.') : text;
        return Decimals.isPlain(plain.strip()) ? Decimals.parse(plain.strip()) : null;
    }
}
