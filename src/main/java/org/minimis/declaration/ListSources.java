package org.minimis.declaration;

import org.jspecify.annotations.Nullable;
import org.minimis.money.Amounts;

/** Reads the words of {@code config/datasets}: a {@link Cell}, {@code taxId:SCHEME} or {@code fees:NAME}. */
final class ListSources {

    private static final String TAX_ID = "taxId:";
    private static final String FEE = "fees:";

    private ListSources() {}

    static ListField.Source parse(String word) {
        if (word.startsWith(TAX_ID) && word.length() > TAX_ID.length()) {
            return new OfTaxId(word.substring(TAX_ID.length()));
        }
        if (word.startsWith(FEE) && word.length() > FEE.length()) {
            return new OfFee(word.substring(FEE.length()));
        }
        var cell = Cell.of(word);
        if (cell == null) {
            throw new IllegalArgumentException(
                    "'%s' is not a source; write one of %s, taxId:SCHEME, fees:NAME or { constant: TEXT }"
                            .formatted(word, Cell.words()));
        }
        return new OfCell(cell);
    }

    private record OfCell(Cell cell) implements ListField.Source {

        @Override
        public String word() {
            return cell.word();
        }

        @Override
        public boolean isText() {
            return cell.kind() == Cell.Kind.TEXT;
        }

        @Override
        public @Nullable String of(ListRow row) {
            return cell.kind() == Cell.Kind.ONCE && !row.isFirst() ? null : cell.of(row);
        }
    }

    private record OfTaxId(String scheme) implements ListField.Source {

        @Override
        public String word() {
            return TAX_ID + scheme;
        }

        @Override
        public boolean isText() {
            return true;
        }

        @Override
        public @Nullable String of(ListRow row) {
            for (var id : row.consignment().taxIds()) {
                if (id.scheme().equals(scheme)) {
                    return id.value();
                }
            }
            return null;
        }
    }

    /** A fee of the whole consignment stands on its first row. */
    private record OfFee(String name) implements ListField.Source {

        @Override
        public String word() {
            return FEE + name;
        }

        @Override
        public boolean isText() {
            return false;
        }

        @Override
        public @Nullable String of(ListRow row) {
            if (row.isFirst()) {
                for (var fee : row.assessment().fees()) {
                    if (fee.name().equals(name)) {
                        return Amounts.plain(fee.amount());
                    }
                }
            }
            return null;
        }
    }

    /** The same on every row. */
    record Constant(String text) implements ListField.Source {

        @Override
        public String word() {
            return text;
        }

        @Override
        public boolean isText() {
            return false;
        }

        @Override
        public String of(ListRow row) {
            return text;
        }
    }
}
