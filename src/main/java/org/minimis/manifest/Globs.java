package org.minimis.manifest;

/** File names with {@code *} for any characters and {@code ?} for one. */
final class Globs {

    private Globs() {}

    /** Letters match in either case: carriers are not consistent. */
    static boolean matches(String glob, String name) {
        var pattern = new StringBuilder();
        for (var c : glob.toCharArray()) {
            switch (c) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(java.util.regex.Pattern.quote(String.valueOf(c)));
            }
        }
        return java.util.regex.Pattern.compile(
                        pattern.toString(), java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.DOTALL)
                .matcher(name)
                .matches();
    }
}
