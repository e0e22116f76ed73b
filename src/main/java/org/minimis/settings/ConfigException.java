package org.minimis.settings;

/** The law or the settings do not answer, or a file of theirs is not whole. The operator's to mend: exit code 3. */
public class ConfigException extends RuntimeException {

    /**
     * @param message {@code file:line: key: what is there; what to do}; control characters that a file brought into it are not
     *     given to the terminal
     */
    public ConfigException(String message) {
        super(message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?"));
    }
}
