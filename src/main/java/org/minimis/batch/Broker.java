package org.minimis.batch;

import java.time.Duration;
import java.util.Locale;

/**
 * The message broker that carries slices to workers, and how long it may be away.
 *
 * @param url {@code tcp://HOST:PORT}, with what Artemis knows of options; who may use it the environment says
 * @param queue on which the slices of one book travel
 * @param silent after which the broker takes a connection for dead and gives its messages to others
 * @param gone for which it may be out of reach before the program gives up
 */
public record Broker(String url, String queue, Duration silent, Duration gone) {

    private static final String TCP = "tcp://";

    public Broker {
        if (!url.startsWith(TCP)) {
            throw new IllegalArgumentException("'%s' is not the address of a broker; write tcp://HOST:PORT"
                    .formatted(url.contains("@") ? "…" : url));
        }
        if (url.contains("@") || url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw new IllegalArgumentException(
                    "the address of the broker holds a password; leave it out and set MINIMIS_BROKER_USER and"
                            + " MINIMIS_BROKER_PASSWORD");
        }
    }

    /** The address without its options. */
    String shown() {
        var end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }

    /** The address with the options that a night needs, each as the operator has it where he names it. */
    String withOptions() {
        var whole = new StringBuilder(url);
        // One message at a time: what a worker has fetched and not begun, no other can take.
        option(whole, "consumerWindowSize", 0);
        option(whole, "connectionTTL", silent.toMillis());
        option(whole, "clientFailureCheckPeriod", silent.toMillis());
        option(whole, "callTimeout", CALL_MILLIS);
        // A connection that breaks is not mended behind our back: what it had taken goes to others.
        option(whole, "reconnectAttempts", 0);
        option(whole, "initialConnectAttempts", 1);
        return whole.toString();
    }

    private static final int CALL_MILLIS = 10_000;

    private static void option(StringBuilder url, String name, long value) {
        if (url.indexOf(name + "=") < 0) {
            url.append(url.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(value);
        }
    }

    static String user() {
        return System.getenv().getOrDefault("MINIMIS_BROKER_USER", "");
    }

    static String password() {
        return System.getenv().getOrDefault("MINIMIS_BROKER_PASSWORD", "");
    }
}
