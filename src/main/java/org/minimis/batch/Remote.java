package org.minimis.batch;

import java.time.Duration;

/**
 * How a batch is cleared by workers in other processes.
 *
 * @param broker that carries the slices
 * @param embedded does the batch start that broker itself?
 * @param silent for which a worker may not move before another gets its slice
 * @param untaken for which no worker may take anything before the batch gives up
 */
public record Remote(Broker broker, boolean embedded, Duration silent, Duration untaken) {}
