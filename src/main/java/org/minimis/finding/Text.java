package org.minimis.finding;

/** How foreign text is quoted in a message: short and without control characters. */
public final class Text {

    private static final int QUOTED_MAX = 40;

    private Text() {}

    /** At most forty characters of {@code text}, control characters shown as {@code ?}. */
    public static String clip(String text) {
        var shown = text.length() <= QUOTED_MAX ? text : text.substring(0, QUOTED_MAX) + "…";
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
