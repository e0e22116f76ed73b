package org.minimis.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** What this machine is called. */
final class Host {

    private static final int LENGTH_MAX = 40;

    private Host() {}

    static String name() {
        var name = Optional.ofNullable(System.getenv("HOSTNAME"))
                .orElseGet(Host::asked)
                .replaceAll("[^A-Za-z0-9._-]", "-");
        return name.length() <= LENGTH_MAX ? name : name.substring(0, LENGTH_MAX);
    }

    private static String asked() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "host";
        }
    }
}
