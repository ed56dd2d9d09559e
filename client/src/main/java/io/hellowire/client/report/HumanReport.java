package io.hellowire.client.report;

import io.hellowire.client.FetchReport;
import io.hellowire.client.Transfer;
import io.hellowire.client.exchange.Request;
import io.hellowire.wire.text.Printable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A fetch as a page for people: a block for each step, in the order of the steps, and the verdict last. */
public final class HumanReport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Style style;

    public HumanReport(Style style) {
        this.style = style;
    }

    /** The whole page. */
    public String of(FetchReport report) {
        Page page = new Page(style);
        if (style.detail() != Style.Detail.VERDICT) {
            for (Transfer transfer : report.transfers()) {
                write(page, transfer, report.started());
            }
            page.flush("");
        }
        VerdictLine.write(page, report);
        return page.toString();
    }

    private void write(Page page, Transfer transfer, Instant started) {
        heading(page, transfer, started);
        DnsBlock.write(page, transfer);
        explain(page, Explanation.DNS, transfer.connection().resolution());
        ConnectBlock.write(page, transfer);
        explain(page, Explanation.CONNECT, transfer.connection().attempts().isEmpty() ? null : transfer);
        new TlsBlock(page, started).write("PROXY TLS", transfer.proxy().tls());
        ConnectBlock.writeTunnel(page, transfer);
        ConnectBlock.writeAnnouncement(page, transfer);
        new TlsBlock(page, started).write("TLS", transfer.tls());
        explain(page, Explanation.TLS, transfer.tls());
        new MessageBlocks(page).write(transfer);
        explain(page, Explanation.MESSAGES, transfer.response());
        if (transfer.connection().resolution() != null
                || !transfer.connection().attempts().isEmpty()) {
            new Waterfall(page, transfer).write();
            explain(page, Explanation.TIMING, transfer);
        }
    }

    private void heading(Page page, Transfer transfer, Instant started) {
        Request request = transfer.request();
        String method = request == null || request.method().isEmpty() ? "GET" : request.method();
        String left = Printable.ofText(method + " " + transfer.target().url());
        String assumed = transfer.target().schemeAssumed() ? " (http assumed)" : "";
        String right = TIME.format(started);
        page.flush("");
        page.ends(Ink.BOLD.on(left, style) + assumed, left.length() + assumed.length(), right, right.length());
    }

    private void explain(Page page, Explanation explanation, @Nullable Object step) {
        if (style.explained() && step != null) {
            page.flush("");
            page.paragraph(explanation.text());
        }
    }

    /** The verdict alone. */
    public static String verdict(FetchReport report, Style style) {
        return VerdictLine.of(report, style);
    }
}
