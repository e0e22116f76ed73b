package org.minimis.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.PrintWriter;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How what a program says on stderr is written: for people, or line by line for a collector of logs. */
final class LogOptions {

    /** A line for a person, or a JSON object for a program. */
    enum Form {
        TEXT,
        JSON
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--log",
            paramLabel = "FORM",
            defaultValue = "TEXT",
            description = "What is said on stderr: ${COMPLETION-CANDIDATES}, with JSON an object a line."
                    + " Default: ${DEFAULT-VALUE}.")
    private Form form = Form.TEXT;

    /** From now on all is said so. */
    void begin() {
        if (form == Form.JSON) {
            var context = (LoggerContext) LoggerFactory.getILoggerFactory();
            var logger = context.getLogger(Logger.ROOT_LOGGER_NAME);
            logger.detachAndStopAllAppenders();
            logger.addAppender(appender(context));
            var said = context.getLogger("minimis");
            said.setLevel(ch.qos.logback.classic.Level.INFO);
            command.commandLine().setErr(new PrintWriter(new Lines(said), true));
        }
    }

    private static ConsoleAppender<ILoggingEvent> appender(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMDC(false);
        encoder.setWithArguments(false);
        encoder.setWithMessage(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    /** Makes an entry of the log of each line. */
    private static final class Lines extends Writer {

        private final Logger logger;
        private final StringBuilder line = new StringBuilder();

        Lines(Logger logger) {
            this.logger = logger;
        }

        @Override
        public synchronized void write(char[] chars, int from, int length) {
            for (var i = from; i < from + length; i++) {
                if (chars[i] == '\n') {
                    say(line.toString().stripTrailing());
                    line.setLength(0);
                } else {
                    line.append(chars[i]);
                }
            }
        }

        private void say(String text) {
            if (text.startsWith("error: ")) {
                logger.error("{}", text);
            } else if (!text.isEmpty()) {
                logger.info("{}", text);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
