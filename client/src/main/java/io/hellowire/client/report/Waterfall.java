package io.hellowire.client.report;

import io.hellowire.client.Timing;
import io.hellowire.client.Timing.Part;
import io.hellowire.client.Transfer;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.client.step.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The block that shows where the time went: a bar for each phase, on one scale. */
final class Waterfall {

    private static final int NAME_COLUMNS = 8;
    private static final int TIME_COLUMNS = 10;
    private static final int NOTE_COLUMNS = 34;
    private static final int FEWEST_CELLS = 10;
    private static final int MOST_CELLS = 60;
    private static final long[] NICE = {1, 2, 5};

    private final Page page;
    private final Style style;
    private final Transfer transfer;
    private final int cells;
    private final long startNanos;
    private final long totalNanos;

    Waterfall(Page page, Transfer transfer) {
        this.page = page;
        this.style = page.style();
        this.transfer = transfer;
        this.cells =
                Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, style.width() - Page.MARGIN - TIME_COLUMNS - NOTE_COLUMNS));
        this.startNanos = transfer.span().startNanos();
        this.totalNanos = Math.max(1, transfer.span().durationNanos());
    }

    void write() {
        Timing timing = transfer.timing();
        page.block("TIMING");
        page.exact(axis());
        for (Part part : Part.values()) {
            row(part, timing.of(part), part == Part.WAIT ? "server time + one round trip" : "");
        }
        ours(timing);
        total(timing);
    }

    private void row(Part part, @Nullable Span span, String note) {
        if (span == null) {
            return;
        }
        String line = line(part.word(), bar(span, isFailed(part)), span.durationNanos());
        boolean fits = Ink.without(line).length() + 2 + note.length() <= style.width();
        page.flush(note.isEmpty() || !fits ? line : line + "  " + Ink.DIM.on(note, style));
    }

    /** In no one place, so without a bar. */
    private void ours(Timing timing) {
        String line = line("ours", " ".repeat(cells), timing.ours().toNanos());
        String note = "  " + Ink.DIM.on("this program, not the network", style);
        page.flush(Ink.without(line + note).length() <= style.width() ? line + note : line);
    }

    private static String line(String name, String bar, long nanos) {
        return "  " + Column.left(name, NAME_COLUMNS) + bar + " " + Column.right(Amount.duration(nanos), TIME_COLUMNS);
    }

    private String bar(Span span, boolean failed) {
        int from = cell(span.startNanos() - startNanos);
        int to = cell(span.endNanos() - startNanos);
        from = Math.min(from, cells - 1);
        boolean thin = to <= from;
        int length = thin ? 1 : to - from;
        String cell = thin
                ? style.glyphs().thin()
                : failed ? style.glyphs().hatched() : style.glyphs().bar();
        String painted = failed ? Ink.RED.on(cell.repeat(length), style) : Ink.CYAN.on(cell.repeat(length), style);
        return " ".repeat(from) + painted + " ".repeat(cells - from - length);
    }

    private int cell(long nanos) {
        return (int) Math.min(cells, Math.max(0, Math.round((double) nanos * cells / totalNanos)));
    }

    private boolean isFailed(Part part) {
        Failure failure = transfer.failure();
        return failure != null
                && switch (part) {
                    case DNS -> failure.phase() == Phase.DNS;
                    case CONNECT -> failure.phase() == Phase.CONNECT;
                    case PROXY -> failure.phase() == Phase.PROXY;
                    case TLS -> failure.phase() == Phase.TLS;
                    case SEND -> failure.phase() == Phase.SEND;
                    case WAIT ->
                        failure.phase() == Phase.RESPONSE && transfer.timing().of(Part.BODY) == null;
                    case BODY -> failure.phase() == Phase.RESPONSE;
                };
    }

    private String axis() {
        double totalMillis = totalNanos / 1_000_000.0;
        double step = step(totalMillis);
        StringBuilder axis = new StringBuilder();
        for (double at = 0; at <= totalMillis; at += step) {
            int column = (int) Math.round(at * cells / totalMillis);
            String text = number(at);
            if (column >= axis.length() && column + text.length() <= cells) {
                axis.append(" ".repeat(column - axis.length())).append(text).append(' ');
            }
        }
        return axis.toString().stripTrailing() + " ms";
    }

    /** A round number of milliseconds, so that about five of them make the whole. */
    private static double step(double totalMillis) {
        double step = 0.001;
        while (true) {
            for (long nice : NICE) {
                if (step * nice * 5 >= totalMillis) {
                    return step * nice;
                }
            }
            step *= 10;
        }
    }

    private static String number(double millis) {
        return BigDecimal.valueOf(Math.round(millis * 1000), 3)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void total(Timing timing) {
        Span body = timing.of(Part.BODY);
        String note = body == null ? "" : "  first byte at " + Amount.duration(body.startNanos() - startNanos);
        String line = line("total", " ".repeat(cells), timing.total().durationNanos());
        page.flush(line.length() + note.length() <= style.width() ? line + note : line);
    }
}
