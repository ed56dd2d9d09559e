package io.hellowire.client.report;

import io.hellowire.client.FetchReport;
import io.hellowire.client.Hop;
import io.hellowire.client.exchange.Request;
import io.hellowire.wire.Printable;
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
            for (Hop hop : report.hops()) {
                write(page, hop, report.started());
            }
            page.flush("");
        }
        VerdictLine.write(page, report);
        return page.toString();
    }

    private void write(Page page, Hop hop, Instant started) {
        heading(page, hop, started);
        DnsBlock.write(page, hop);
        explain(page, Explanation.DNS, hop.resolution());
        ConnectBlock.write(page, hop);
        explain(page, Explanation.CONNECT, hop.attempts().isEmpty() ? null : hop);
        new TlsBlock(page, started).write("PROXY TLS", hop.proxyTls());
        ConnectBlock.writeTunnel(page, hop);
        new TlsBlock(page, started).write("TLS", hop.tls());
        explain(page, Explanation.TLS, hop.tls());
        new MessageBlocks(page).write(hop);
        explain(page, Explanation.MESSAGES, hop.response());
        if (hop.resolution() != null || !hop.attempts().isEmpty()) {
            new Waterfall(page, hop).write();
            explain(page, Explanation.TIMING, hop);
        }
    }

    private void heading(Page page, Hop hop, Instant started) {
        Request request = hop.request();
        String method = request == null || request.method().isEmpty() ? "GET" : request.method();
        String left = Printable.ofText(method + " " + hop.target().url());
        String assumed = hop.target().schemeAssumed() ? " (http assumed)" : "";
        String right = TIME.format(started);
        page.flush("");
        page.ends(Ink.BOLD.on(left, style) + assumed, left.length() + assumed.length(), right, right.length());
    }

    private void explain(Page page, Explanation explanation, @Nullable Object step) {
        if (style.explained() && step != null) {
            page.flush("");
            page.line(explanation.text());
        }
    }
}
