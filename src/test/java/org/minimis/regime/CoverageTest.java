package org.minimis.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.minimis.settings.ConfigFolder;

/** Walks the calendar: the law answers on every side of every change. It asserts no value. */
class CoverageTest {

    @TestFactory
    Stream<DynamicTest> theLawAnswersOnTheDayBeforeOfAndAfterEachChange() {
        return Regimes.load(ConfigFolder.of(Path.of("config"))).all().stream()
                .flatMap(regime -> regime.changes().stream()
                        .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)))
                        .distinct()
                        .filter(day -> !day.isBefore(regime.firstDay()))
                        .map(day -> dynamicTest(
                                regime.id() + " " + day,
                                () -> assertThat(regime.on(day).all()).isNotEmpty())));
    }
}
