/**
 * The benchmark: how long minimis takes for a night, beside a plain Spring Batch job, a column store and the bare reading and
 * writing of the bytes. Not part of the program: only the Maven profile {@code bench} compiles it.
 *
 * <p>To compare: {@code mvn -Pbench -DskipTests verify}; the figures go to {@code target/bench/results.md}. With
 * {@code -Dbench.args="compare --count 100000 --runs 1 --only a,d"} it is a matter of seconds; {@code --help} tells the
 * options.
 *
 * <p>To see where the time goes: {@code mvn -Pbench -DskipTests verify -Dbench.args=profile} clears a night under the flight
 * recorder and prints the steps, the top frames by package and method, and what was allocated by class. A recording made
 * otherwise, with {@code java -XX:StartFlightRecording=settings=profile,filename=night.jfr -jar minimis.jar clear …}, is
 * printed by {@link org.minimis.bench.TopFrames}: {@code -Dbench.main=org.minimis.bench.TopFrames -Dbench.args=night.jfr}.
 *
 * <p>To measure one station alone: {@code mvn -Pbench,jmh -DskipTests verify -Dbench.args="-prof gc read"}, or all of them
 * without {@code bench.args}; these stand in {@code src/bench/jmh}.
 */
@NullMarked
package org.minimis.bench;

import org.jspecify.annotations.NullMarked;
