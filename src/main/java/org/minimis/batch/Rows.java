package org.minimis.batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.minimis.assessment.Assessment;
import org.minimis.ledger.AssessmentRow;
import org.minimis.ledger.Declared;
import org.minimis.ledger.ExceptionRow;
import org.minimis.ledger.TenThousandths;
import org.minimis.money.Amounts;

/**
 * Rows of the book as a frame keeps them. What many assessments share is written once, before the first of them, and
 * referred to by its number.
 */
final class Rows {

    private Rows() {}

    /** Writes the assessments of one frame. */
    static final class Writer {

        private final Map<Declared, Integer> numbers = new HashMap<>();
        private final Bytes bytes = new Bytes();
        private int count;

        void add(AssessmentRow row, List<Assessment.Fee> fees) {
            var known = numbers.get(row.declared());
            bytes.number(known == null ? numbers.size() : known);
            if (known == null) {
                numbers.put(row.declared(), numbers.size());
                write(row.declared());
            }
            bytes.number(row.place());
            bytes.text(row.houseWaybill());
            bytes.number(row.line());
            bytes.signed(row.intrinsicValue());
            bytes.signed(row.customsValue());
            bytes.signed(row.duty());
            bytes.optional(row.vatBase());
            bytes.signed(row.vat());
            bytes.signed(row.fees());
            if (row.fees() != 0) {
                bytes.number(fees.size());
                for (var fee : fees) {
                    bytes.text(fee.name());
                    bytes.signed(TenThousandths.exact(fee.amount()));
                }
            }
            count++;
        }

        private void write(Declared declared) {
            bytes.text(declared.regime());
            bytes.text(declared.state());
            bytes.text(declared.office());
            bytes.text(declared.dataset());
            bytes.text(declared.vatScheme());
            bytes.number(declared.category());
            bytes.text(declared.currency());
        }

        void clear() {
            numbers.clear();
            bytes.clear();
            count = 0;
        }

        Block block() {
            return new Block(count, bytes.buffer());
        }
    }

    /** Reads the assessments of one frame in order. */
    static final class Reader {

        private final Map<Integer, Declared> declareds = new HashMap<>();
        private final ByteSource source;
        private List<Assessment.Fee> fees = List.of();

        Reader(Block block) {
            source = new ByteSource(block.bytes());
        }

        boolean hasNext() {
            return source.hasMore();
        }

        AssessmentRow next() {
            var number = source.count();
            var declared = declareds.get(number);
            if (declared == null) {
                declared = declared();
                declareds.put(number, declared);
            }
            var row = new AssessmentRow(
                    source.number(),
                    source.requiredText(),
                    source.number(),
                    declared,
                    source.signed(),
                    source.signed(),
                    source.signed(),
                    source.optional(),
                    source.signed(),
                    source.signed());
            fees = row.fees() == 0 ? List.of() : fees(declared.currency());
            return row;
        }

        private List<Assessment.Fee> fees(String currency) {
            var named = new ArrayList<Assessment.Fee>();
            for (var left = source.number(); left > 0; left--) {
                named.add(new Assessment.Fee(source.requiredText(), TenThousandths.money(currency, source.signed())));
            }
            return named;
        }

        /** The named fees of the last row. */
        List<Assessment.Fee> fees() {
            return fees;
        }

        /** All that are left: the house waybill's bytes, and no more. */
        void forEachHouseWaybill(Consumer<ByteBuffer> take) {
            while (source.hasMore()) {
                var number = source.count();
                if (!declareds.containsKey(number)) {
                    declareds.put(number, declared());
                }
                source.number();
                take.accept(source.slice(source.count() - 1));
                source.number();
                for (var i = 0; i < 3; i++) {
                    source.number();
                }
                source.optional();
                source.number();
                if (source.number() != 0) {
                    for (var left = source.number(); left > 0; left--) {
                        source.slice(source.count() - 1);
                        source.number();
                    }
                }
            }
        }

        private Declared declared() {
            return new Declared(
                    source.requiredText(),
                    source.requiredText(),
                    source.requiredText(),
                    source.requiredText(),
                    source.requiredText(),
                    source.count(),
                    source.parsed(code -> Amounts.currency(code).getCurrencyCode()));
        }
    }

    static void write(Bytes bytes, ExceptionRow row) {
        bytes.number(row.place());
        bytes.text(row.outcome());
        bytes.text(row.houseWaybill());
        bytes.number(row.line());
        bytes.text(row.regime());
        bytes.text(row.state());
        bytes.text(row.dataset());
        bytes.number(row.category());
        bytes.text(row.currency());
        bytes.optional(row.intrinsicValue());
        bytes.text(row.reason());
    }

    static ExceptionRow exception(ByteSource source) {
        return new ExceptionRow(
                source.number(),
                source.requiredText(),
                source.text(),
                source.number(),
                source.text(),
                source.text(),
                source.text(),
                source.count(),
                source.text(),
                source.optional(),
                source.requiredText());
    }
}
