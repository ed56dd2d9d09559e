package io.hellowire.client.report;

import io.hellowire.client.FetchReport;
import io.hellowire.client.Transfer;
import io.hellowire.client.exchange.Body;
import io.hellowire.client.exchange.Ending;
import io.hellowire.client.exchange.LoginAdvice;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.step.Failure;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.ResponseHead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last lines of a report: what came of it, the exit code, and after a failure what to try next. */
final class VerdictLine {

    private static final int EXIT_COLUMNS = 10;

    private VerdictLine() {}

    /** The lines on their own, for standard error. */
    static String of(FetchReport report, Style style) {
        Page page = new Page(style);
        write(page, report);
        return page.toString();
    }

    static void write(Page page, FetchReport report) {
        Style style = page.style();
        String exit = "exit " + report.exitCode().number();
        Failure failure = report.failure();
        String text = failure == null
                ? "OK  " + outcome(report.last()) + "."
                : "FAILED in " + failure.phase().word() + ": " + failure.message() + ".";
        int indent = failure == null ? "OK  ".length() : "FAILED ".length();
        List<String> lines = Page.wrap(text, style.width() - EXIT_COLUMNS, indent);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String inked = i > 0 ? line : inked(line, failure, style);
            if (i == lines.size() - 1) {
                page.ends(inked, line.length(), Ink.BOLD.on(exit, style), exit.length());
            } else {
                page.flush(inked);
            }
        }
        hints(report).forEach(hint -> hint(page, hint));
    }

    /** What is no failure may need advice all the same: who gets a 401 wanted in. */
    private static List<String> hints(FetchReport report) {
        if (report.failure() != null) {
            return report.failure().hints();
        }
        Response response = report.last() == null ? null : report.last().response();
        String advice = response == null || response.head() == null ? null : LoginAdvice.of(response.head());
        return advice == null ? List.of() : List.of(advice);
    }

    private static String inked(String line, @Nullable Failure failure, Style style) {
        int end = line.indexOf(' ');
        Ink ink = failure == null ? Ink.GREEN : Ink.RED;
        return end < 0 ? line : ink.on(line.substring(0, end), style) + line.substring(end);
    }

    private static void hint(Page page, String hint) {
        List<String> lines = Page.wrap(hint, page.style().width() - 9, 0);
        for (int i = 0; i < lines.size(); i++) {
            page.flush((i == 0 ? "  Try    " : "         ") + lines.get(i));
        }
    }

    private static String outcome(@Nullable Transfer transfer) {
        if (transfer == null) {
            return "nothing to do";
        }
        Response response = transfer.response();
        if (response == null && transfer.connection().attempts().isEmpty()) {
            return "nothing was sent";
        }
        if (response == null) {
            return transfer.tls() == null ? "connected" : "TLS handshake done";
        }
        ResponseHead head = response.head();
        Body body = response.body();
        if (head == null || body == null) {
            throw new IllegalStateException("a response without a head that is no failure");
        }
        return head.status() + ", " + Amount.count(head.bytes().length) + " head + " + bodyWords(body) + ", "
                + end(response, body);
    }

    private static String bodyWords(Body body) {
        Long announced = body.announcedBytes();
        if (!body.complete() && announced != null) {
            return Amount.count(body.bytes()) + " of " + Amount.of(announced, "body byte");
        }
        return Amount.of(body.bytes(), "body byte");
    }

    private static String end(Response response, Body body) {
        Ending ending = response.wire().ending();
        if (!body.complete()) {
            return "stopped by us at --bytes";
        }
        String how = how(body.framing());
        return ending == null ? how : how + ", " + ending.words();
    }

    private static String how(BodyFraming framing) {
        if (framing instanceof BodyFraming.Length) {
            return "ended by Content-Length";
        }
        if (framing instanceof BodyFraming.Chunked) {
            return "ended by the last chunk";
        }
        return framing instanceof BodyFraming.None ? "no body expected" : "ended by the close";
    }
}
