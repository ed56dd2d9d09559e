package io.hellowire.client.report;

import io.hellowire.client.FetchReport;
import io.hellowire.client.Timing;
import io.hellowire.client.Timing.Part;
import io.hellowire.client.Transfer;
import io.hellowire.client.step.Span;
import io.hellowire.wire.ResponseHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many fetches of the same URL: a line for each, then how the times of each phase are spread. */
public final class RepeatReport {

    private static final int NAME_COLUMNS = 8;
    private static final int CELL_COLUMNS = 11;

    /** How much each column says: that of the median comes first. */
    private static final int[] RANKS = {3, 0, 4, 2, 1};

    private final Style style;

    public RepeatReport(Style style) {
        this.style = style;
    }

    /** What came of one of them. */
    public String line(int number, FetchReport report) {
        if (report.failure() != null) {
            String verdict = VerdictLine.of(report, style).lines().findFirst().orElse("");
            return Column.right(number, 4) + "  " + verdict + "\n";
        }
        Transfer transfer = report.last();
        ResponseHead head = transfer == null || transfer.response() == null
                ? null
                : transfer.response().head();
        String time = transfer == null
                ? ""
                : Amount.duration(transfer.timing().total().durationNanos());
        String status = head == null ? "ok " : String.valueOf(head.status());
        return Column.right(number, 4) + "  " + status + "  " + Column.right(time, 10) + "\n";
    }

    /** How the times are spread, over those that succeeded. */
    public String summary(List<FetchReport> reports) {
        Page page = new Page(style);
        List<Timing> timings = new ArrayList<>();
        for (FetchReport report : reports) {
            Transfer last = report.last();
            if (report.failure() == null && last != null) {
                timings.add(last.timing());
            }
        }
        page.flush("");
        page.flush(reports.size() + " fetches, " + (reports.size() - timings.size()) + " failed");
        page.flush(columns("", List.of("min", "p50", "p90", "p99", "max")));
        for (Part part : Part.values()) {
            row(page, part.word(), timings, timing -> nanos(timing.of(part)));
        }
        row(page, "ours", timings, timing -> timing.ours().toNanos());
        row(page, "total", timings, timing -> nanos(timing.total()));
        return page.toString();
    }

    private static @Nullable Long nanos(@Nullable Span span) {
        return span == null ? null : (Long) span.durationNanos();
    }

    private void row(Page page, String name, List<Timing> timings, Function<Timing, @Nullable Long> part) {
        List<Long> nanos = new ArrayList<>();
        for (Timing timing : timings) {
            Long taken = part.apply(timing);
            if (taken != null) {
                nanos.add(taken);
            }
        }
        if (nanos.isEmpty()) {
            return;
        }
        nanos.sort(null);
        List<Long> shown = List.of(
                nanos.get(0),
                percentile(nanos, 50),
                percentile(nanos, 90),
                percentile(nanos, 99),
                nanos.get(nanos.size() - 1));
        page.flush(columns(name, shown.stream().map(Amount::duration).toList()));
    }

    /** Where there is no room for all, without those that say least. */
    private String columns(String name, List<String> cells) {
        int most = (style.width() - NAME_COLUMNS) / CELL_COLUMNS;
        return Column.left(name, NAME_COLUMNS)
                + IntStream.range(0, cells.size())
                        .filter(i -> RANKS[i] < most)
                        .mapToObj(i -> Column.right(cells.get(i), CELL_COLUMNS))
                        .collect(Collectors.joining());
    }

    /** The nearest rank: the smallest value that so many per cent do not exceed. */
    static long percentile(List<Long> sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
