package org.minimis.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.minimis.batch.Progress;

/** Shows how far a batch is: a bar with rate and time left where somebody looks, plain lines where nobody does. */
final class ProgressLines implements Progress, AutoCloseable {

    private final PrintWriter err;
    private final boolean terminal;
    private final AtomicLong records = new AtomicLong();
    private @Nullable ProgressBar bar;

    private ProgressLines(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static ProgressLines on(PrintWriter err) {
        return new ProgressLines(err, Terminal.isStandardError());
    }

    @Override
    public void total(long bytes) {
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName("clear")
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" MB", 1 << 20)
                    .setInitialMax(bytes)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build();
        }
    }

    @Override
    public void cleared(long moreRecords, long bytes) {
        var sum = records.addAndGet(moreRecords);
        if (bar != null) {
            bar.stepBy(bytes).setExtraMessage("%,d records".formatted(sum));
        }
    }

    @Override
    public void say(String line) {
        err.println(line);
    }

    @Override
    public void step(String name) {
        if (!terminal) {
            err.println(name);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
