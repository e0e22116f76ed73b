package org.minimis.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minimis.finding.Finding;
import org.minimis.finding.Reason;

/**
 * One consignment as text, before anything is believed of it. Every format fills the same draft, so that the same content
 * becomes the same consignment.
 */
final class Draft {

    /** Stands for a value that was refused already, so that nobody calls it missing as well. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    static final String REFUSED = new String("");

    /** ICS2 takes that many goods lines in one house consignment. */
    static final int GOODS_MAX = 9_999;

    /** All fields; asking the enumeration copies them every time. */
    static final Field[] FIELDS = Field.values();

    /** How a format names its fields in findings. */
    interface Names {
        String of(Field field);
    }

    private final @Nullable String[] head = new @Nullable String[Field.HEAD];
    private final List<@Nullable String[]> spare = new ArrayList<>();
    private final List<@Nullable String[]> goods = new ArrayList<>();
    private final List<@Nullable String[]> taxIds = new ArrayList<>();
    private final Findings findings = new Findings();
    private Names names = Field::path;

    void clear(Names newNames) {
        names = newNames;
        java.util.Arrays.fill(head, null);
        goods.forEach(line -> java.util.Arrays.fill(line, null));
        spare.addAll(goods);
        goods.clear();
        taxIds.clear();
        findings.clear();
    }

    Findings findings() {
        return findings;
    }

    @Nullable
    String[] head() {
        return head;
    }

    List<@Nullable String[]> goods() {
        return goods;
    }

    /** Pairs of scheme and value. */
    List<@Nullable String[]> taxIds() {
        return taxIds;
    }

    void addGoods() {
        goods.add(spare.isEmpty() ? new @Nullable String[Field.GOODS] : spare.remove(spare.size() - 1));
    }

    @Nullable
    String get(Field field, int line) {
        return field.ofGoods() ? goods.get(line)[field.index()] : head[field.index()];
    }

    void set(Field field, int line, @Nullable String text) {
        if (field.ofGoods()) {
            goods.get(line)[field.index()] = text;
        } else {
            head[field.index()] = text;
        }
    }

    /** How findings name that field of that goods line, or of the consignment. */
    String name(Field field, int line) {
        return field.ofGoods() ? "goods[" + line + "]." + names.of(field) : names.of(field);
    }

    /** Rejects the record for one value, and takes the value away. */
    void refuse(Field field, int line, Reason reason, String message) {
        findings.add(Finding.rejected(reason, name(field, line), message));
        set(field, line, REFUSED);
    }

    /** Rejects the record for something that is no field of ours. */
    void reject(Reason reason, String where, String message) {
        findings.add(Finding.rejected(reason, where, message));
    }
}
