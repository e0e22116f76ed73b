package org.minimis.batch;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * An Artemis broker in this process, for tests and for a trial on one host. It keeps its messages in memory: when it is gone,
 * the manager sends again what nobody has taken.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String ROLE = "minimis";
    private static final long REDELIVERY_MILLIS = 500;

    private final EmbeddedActiveMQ server;

    private EmbeddedBroker(EmbeddedActiveMQ server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param url {@code tcp://HOST:PORT} on which it listens
     * @throws ClearException when it cannot listen there
     */
    public static EmbeddedBroker start(String url) {
        var server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration(url));
        if (!Broker.user().isEmpty()) {
            server.setSecurityManager(users());
        }
        var broker = new EmbeddedBroker(server);
        try {
            server.start();
            var acceptor = server.getActiveMQServer().getRemotingService().getAcceptor("slices");
            if (acceptor == null || !acceptor.isStarted()) {
                throw new IllegalStateException("it does not listen");
            }
            return broker;
        } catch (Exception e) {
            broker.close();
            throw ClearException.outOfReach(
                    "%s: the broker cannot be started there (%s); name another port".formatted(url, e.getMessage()), e);
        }
    }

    private static Configuration configuration(String url) {
        var address = URI.create(url);
        var configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setGracefulShutdownEnabled(false)
                .setSecurityEnabled(!Broker.user().isEmpty())
                .setMaxDiskUsage(-1)
                .setGlobalMaxSize(-1)
                .addAddressSetting("#", settings())
                .addAcceptorConfiguration(new TransportConfiguration(
                        "org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory",
                        Map.of("host", address.getHost(), "port", address.getPort()),
                        "slices"));
        configuration.putSecurityRoles(
                "#",
                Set.of(new Role(ROLE, true, true, true, false, true, false, false, true, true, false, false, false)));
        return configuration;
    }

    /** A slice is never given up: whether a batch goes on, its manager decides. */
    private static AddressSettings settings() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(REDELIVERY_MILLIS)
                .setDefaultConsumerWindowSize(0);
    }

    private static ActiveMQJAASSecurityManager users() {
        var users = new SecurityConfiguration();
        users.addUser(Broker.user(), Broker.password());
        users.addRole(Broker.user(), ROLE);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    /** Runs what needs it. */
    static <T> T around(String url, Supplier<T> work) {
        var broker = start(url);
        try {
            return work.get();
        } finally {
            broker.close();
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }
}
