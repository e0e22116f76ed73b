package org.minimis.batch;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.TextMessage;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.JmsException;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.listener.SessionAwareMessageListener;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The way of a slice from the manager to a worker. It is the one place that knows that messages go over JMS to Artemis.
 *
 * <p>Another broker takes its place here and nowhere else, by the two ways of {@link #out} and {@link #in}. For AMQP that is
 * Spring's {@code RabbitTemplate} and {@code SimpleMessageListenerContainer}, one message fetched at a time and acknowledged
 * when the slice is done; for Kafka {@code KafkaTemplate} and {@code ConcurrentMessageListenerContainer}, one record polled at a
 * time, its offset committed when the slice is done, and {@code max.poll.interval.ms} above the longest slice. What is asked of a
 * broker is little: that a message comes at least once. One that comes twice, late or not at all the manager sees in the book.
 */
final class SliceChannel implements AutoCloseable {

    private static final long RECEIVE_MILLIS = 1000;
    private static final long BACK_OFF_MILLIS = 500;
    private static final long BACK_OFF_MAX_MILLIS = 10_000;

    /** What a worker does with a message. Where it throws, the message comes again, here or elsewhere. */
    @FunctionalInterface
    interface Receiver {
        /** @param again has somebody had it and not come to an end? */
        void receive(SliceRequest request, boolean again);
    }

    private final AtomicBoolean connected = new AtomicBoolean(true);
    private final Progress progress;
    private final Broker broker;
    private @Nullable CachingConnectionFactory sending;
    private @Nullable Container receiving;

    private SliceChannel(Broker broker, Progress progress) {
        this.broker = broker;
        this.progress = progress;
    }

    /** The manager's end. */
    static SliceChannel out(Broker broker, Progress progress) {
        var channel = new SliceChannel(broker, progress);
        channel.sending = new CachingConnectionFactory(connections(broker));
        return channel;
    }

    /** A worker's end: so many slices at once, each taken off the queue when it is done. */
    static SliceChannel in(Broker broker, int slices, Receiver receiver, Progress progress) {
        var channel = new SliceChannel(broker, progress);
        var container = channel.new Container();
        container.setConcurrentConsumers(slices);
        container.setMessageListener((SessionAwareMessageListener<TextMessage>) (message, session) -> {
            channel.connected.set(true);
            receiver.receive(SliceRequest.parse(message.getText()), message.getJMSRedelivered());
        });
        container.afterPropertiesSet();
        container.start();
        channel.receiving = container;
        return channel;
    }

    /** Takes messages in the session's transaction, and waits for a broker that is away. */
    private final class Container extends DefaultMessageListenerContainer {

        Container() {
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

    /** @throws JmsException when the broker does not take it */
    void send(SliceRequest request) {
        new JmsTemplate(Objects.requireNonNull(sending)).convertAndSend(broker.queue(), request.json());
    }

    /** Is it still taking messages? Not any more where the broker was away for too long. */
    boolean isReceiving() {
        return receiving != null && receiving.isRunning();
    }

    /** Waits for slices that are being worked on. */
    @Override
    public void close() {
        if (receiving != null) {
            receiving.destroy();
        }
        if (sending != null) {
            sending.destroy();
        }
    }
}
