package io.hellowire.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on standard error that grows with a download. */
final class ProgressOnTerminal implements Progress {

    private static final long MEBIBYTE = 1 << 20;

    private final String name;
    private final int columns;
    private @Nullable ProgressBar bar;

    ProgressOnTerminal(String name, int columns) {
        this.name = name;
        this.columns = columns;
    }

    @Override
    public void begin(long alreadyBytes, @Nullable Long totalBytes) {
        bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setUnit(" MiB", MEBIBYTE)
                .setInitialMax(totalBytes == null ? -1 : totalBytes)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(
                        new PrintStream(new FileOutputStream(FileDescriptor.err)), columns - 1))
                .build();
        bar.stepTo(alreadyBytes);
    }

    @Override
    public void advance(long bytes) {
        if (bar != null) {
            bar.stepBy(bytes);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
