package org.minimis.declaration;

/** Which characters may stand in a declaration. */
final class Characters {

    private Characters() {}

    /**
     * No control characters (nor tabs and line ends, which a reader of XML may change), no half surrogate pairs, no
     * characters that XML 1.0 forbids.
     */
    static boolean areAllowed(String text) {
        // Most texts are plain, and their bytes are looked at faster than their characters.
        return PlainText.is(Utf8.bytes(text)) || areAllowedOneByOne(text);
    }

    private static boolean areAllowedOneByOne(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= ' ' && c < 0x7f || c > 0x9f && c < 0xd800) {
                continue;
            }
            if (c < 0xa0 || c == 0xfffe || c == 0xffff || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
