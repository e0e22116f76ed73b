package org.minimis.batch;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.jms.dsl.Jms;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.support.JmsHeaders;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessagingException;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The way of a slice from the manager to a worker. It is the one place that knows that messages go over JMS to Artemis.
 *
 * <p>Another broker takes its place here and nowhere else: {@link #out} and {@link #in} are the two flows of Spring
 * Integration between which the messages travel. For AMQP they end and begin with {@code Amqp.outboundAdapter(template)} and
 * {@code Amqp.inboundAdapter(container)}, one message fetched at a time and acknowledged when the slice is done; for Kafka
 * with {@code Kafka.outboundChannelAdapter} and {@code Kafka.messageDrivenChannelAdapter}, one record polled at a time and its
 * offset committed when the slice is done, with {@code max.poll.interval.ms} above the longest slice. What is asked of a
 * broker is little: that a message comes at least once. One that comes twice, late or not at all the manager sees in the book.
 */
final class SliceChannel implements AutoCloseable {

    private static final String REQUESTS = "requests";
    private static final long RECEIVE_MILLIS = 1000;
    private static final long BACK_OFF_MILLIS = 500;
    private static final long BACK_OFF_MAX_MILLIS = 10_000;

    /** What a worker does with a message. Where it throws, the message comes again, here or elsewhere. */
    @FunctionalInterface
    interface Receiver {
        /** @param again has somebody had it and not come to an end? */
        void receive(SliceRequest request, boolean again);
    }

    @Configuration
    @EnableIntegration
    static class Flows {}

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AtomicBoolean connected = new AtomicBoolean(true);
    private final Progress progress;
    private @Nullable Container container;

    private SliceChannel(Progress progress) {
        this.progress = progress;
        context.register(Flows.class);
    }

    /** The manager's end. */
    static SliceChannel out(Broker broker, Progress progress) {
        var channel = new SliceChannel(progress);
        var connections = new CachingConnectionFactory(connections(broker));
        connections.setReconnectOnException(true);
        channel.context.registerBean(CachingConnectionFactory.class, () -> connections);
        channel.context.registerBean(
                IntegrationFlow.class,
                () -> IntegrationFlow.from(REQUESTS)
                        .handle(Jms.outboundAdapter(connections).destination(broker.queue()))
                        .get());
        channel.context.refresh();
        return channel;
    }

    /** A worker's end: so many slices at once, each taken off the queue when it is done. */
    static SliceChannel in(Broker broker, int slices, Receiver receiver, Progress progress) {
        var channel = new SliceChannel(progress);
        var container = channel.new Container(broker);
        container.setConcurrentConsumers(slices);
        channel.container = container;
        channel.context.registerBean(
                IntegrationFlow.class,
                () -> IntegrationFlow.from(Jms.messageDrivenChannelAdapter(container))
                        .handle(String.class, (json, headers) -> {
                            channel.connected.set(true);
                            receiver.receive(
                                    SliceRequest.parse(json), Boolean.TRUE.equals(headers.get(JmsHeaders.REDELIVERED)));
                            return null;
                        })
                        .get());
        channel.context.refresh();
        return channel;
    }

    /** Takes messages in the session's transaction, and waits for a broker that is away. */
    private final class Container extends DefaultMessageListenerContainer {

        private final Broker broker;

        Container(Broker broker) {
            this.broker = broker;
            setConnectionFactory(connections(broker));
            setDestinationName(broker.queue());
            setSessionTransacted(true);
            setReceiveTimeout(RECEIVE_MILLIS);
            setCacheLevel(CACHE_CONSUMER);
            var waits = new ExponentialBackOff(BACK_OFF_MILLIS, 2);
            waits.setMaxInterval(BACK_OFF_MAX_MILLIS);
            waits.setMaxElapsedTime(broker.gone().toMillis());
            setBackOff(waits);
        }

        @Override
        protected void handleListenerSetupFailure(Throwable e, boolean alreadyRecovered) {
            if (!alreadyRecovered && connected.compareAndSet(true, false)) {
                progress.say(
                        e instanceof JMSSecurityException
                                ? "the broker %s refuses MINIMIS_BROKER_USER; waiting for it".formatted(broker.shown())
                                : "the broker %s does not answer; waiting for it".formatted(broker.shown()));
            }
        }

        @Override
        protected void refreshConnectionUntilSuccessful() {
            super.refreshConnectionUntilSuccessful();
            if (isRunning() && connected.compareAndSet(false, true)) {
                progress.say("the broker %s answers".formatted(broker.shown()));
            }
        }
    }

    private static ConnectionFactory connections(Broker broker) {
        return Broker.user().isEmpty()
                ? new ActiveMQConnectionFactory(broker.withOptions())
                : new ActiveMQConnectionFactory(broker.withOptions(), Broker.user(), Broker.password());
    }

    /** @throws MessagingException when the broker does not take it */
    void send(SliceRequest request) {
        new MessagingTemplate(context.getBean(REQUESTS, MessageChannel.class))
                .send(MessageBuilder.withPayload(request.json()).build());
    }

    /** Is it still taking messages? Not any more where the broker was away for too long. */
    boolean isReceiving() {
        return container != null && container.isRunning();
    }

    /** Waits for slices that are being worked on. */
    @Override
    public void close() {
        context.close();
    }
}
