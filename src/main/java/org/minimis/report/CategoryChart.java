package org.minimis.report;

import java.util.ArrayList;
import java.util.List;

/** The share of each category in all records, as one bar cut into segments. */
public record CategoryChart(long records, List<Segment> segments) {

    /** The whole bar, in units of the drawing. */
    public static final long WIDTH = 720;

    /**
     * One category.
     *
     * @param x where it begins on the bar
     * @param width how far it goes; all together fill the bar
     * @param share for example {@code 12.3 %}
     */
    public record Segment(CategoryLine line, long x, long width, String share) {

        /** Is there room for a word on it? */
        public boolean roomy() {
            return width >= 44;
        }
    }

    static CategoryChart of(List<CategoryLine> lines) {
        var records = lines.stream().mapToLong(line -> line.counts().records()).sum();
        var segments = new ArrayList<Segment>();
        var before = 0L;
        for (var line : lines) {
            var after = before + line.counts().records();
            var x = place(before, records);
            segments.add(new Segment(
                    line,
                    x,
                    place(after, records) - x,
                    Shown.share(line.counts().records(), records)));
            before = after;
        }
        return new CategoryChart(records, List.copyOf(segments));
    }

    // Each edge is rounded, not each width, so that the widths fill the bar.
    private static long place(long count, long records) {
        return records == 0 ? 0 : count * WIDTH / records;
    }
}
