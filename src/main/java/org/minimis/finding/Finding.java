package org.minimis.finding;

/**
 * One thing wrong with one record.
 *
 * @param severity what it does to the record
 * @param reason which thing, in order of precedence
 * @param field where in the record, as the manifest names it, for example {@code goods[0].description}; empty for the
 *     whole record
 * @param message what is there, quoted, and what to do: {@code 'xx' is not …; write …}. Never a name or an address
 */
public record Finding(Severity severity, Reason reason, String field, String message) {

    public static Finding warning(Reason reason, String field, String message) {
        return new Finding(Severity.WARNING, reason, field, message);
    }

    public static Finding referred(Reason reason, String field, String message) {
        return new Finding(Severity.REFERRED, reason, field, message);
    }

    public static Finding rejected(Reason reason, String field, String message) {
        return new Finding(Severity.REJECTED, reason, field, message);
    }

    /** {@code file:line: field: message}, as {@code check} prints it. */
    public String at(Source source) {
        return field.isEmpty() ? source + ": " + message : source + ": " + field + ": " + message;
    }
}
