package io.hellowire.client.report;

import io.hellowire.client.Transfer;
import io.hellowire.client.exchange.Body;
import io.hellowire.client.exchange.Ending;
import io.hellowire.client.exchange.Remark;
import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.Response;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.report.Style.View;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.TrailerSection;
import io.hellowire.wire.text.Printable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks that show what was sent and what came back, as it was on the wire. */
final class MessageBlocks {

    private static final int PREVIEW_BYTES = 256;

    private final Page page;
    private final Style style;

    MessageBlocks(Page page) {
        this.page = page;
        this.style = page.style();
    }

    void write(Transfer transfer) {
        Request request = transfer.request();
        if (request != null) {
            request(request);
        }
        Response response = transfer.response();
        if (response != null && response.wire().received() > 0) {
            response(response);
            content(transfer.exchange() == null ? null : transfer.exchange().content(), response.body());
        }
    }

    private void request(Request request) {
        page.block("REQUEST");
        String body = request.bodyBytes() == 0 ? "" : ", " + Amount.count(request.bodyBytes()) + " of them body";
        page.line(Amount.of(request.length(), "byte") + body);
        for (String line : style.secretsShown() ? request.headLines() : request.headLinesWithoutSecrets()) {
            page.marked(Ink.CYAN.on(">", style), Printable.ofLatin1(line) + (style.lineEnds() ? "\\r\\n" : ""));
        }
        page.marked(Ink.CYAN.on(">", style), style.lineEnds() ? "\\r\\n" : "");
    }

    private void response(Response response) {
        page.block("RESPONSE");
        byte[] sample = response.wire().sample();
        page.line(amount(response, sample.length));
        if (style.view() == View.TEXT || style.view() == View.BOTH) {
            text(response, sample);
        }
        if (style.view() == View.HEX || style.view() == View.BOTH) {
            HexDump.lines(sample, 0, sample.length, page.room()).forEach(page::exact);
        }
        trailers(response.body());
        for (Remark remark : response.remarks()) {
            page.line(Ink.YELLOW.on("odd: ", style), remark.words());
        }
    }

    private static String amount(Response response, int shown) {
        long whole = wholeLength(response);
        String first = whole > shown ? "first " + Amount.count(shown) + " of " : "";
        return first + Amount.of(whole, "byte") + ", as received";
    }

    /** Of what came, and what would still have come if we had not stopped: nothing is known to follow a cut. */
    private static long wholeLength(Response response) {
        long received = response.wire().received();
        Body body = response.body();
        Long announced = body == null ? null : body.announcedBytes();
        boolean stopped = response.wire().ending() == Ending.US;
        return body != null && announced != null && stopped ? received + announced - body.bytes() : received;
    }

    private void text(Response response, byte[] sample) {
        int headEnd = headBytes(response, sample.length);
        VisibleText text = new VisibleText(style);
        for (String line : text.lines(sample, 0, headEnd)) {
            page.marked(Ink.GREEN.on("<", style), line);
        }
        if (isBinary(sample, headEnd)) {
            int end = Math.min(sample.length, headEnd + PREVIEW_BYTES);
            HexDump.lines(sample, headEnd, end, page.room()).forEach(page::exact);
            page.line("(binary, shown in hex; --view hex shows the whole sample)");
        } else {
            text.lines(sample, headEnd, sample.length).forEach(page::exact);
        }
        long more = wholeLength(response) - sample.length;
        if (more > 0) {
            boolean allAreShown = sample.length >= ResponseOptions.MOST_SAMPLE_BYTES;
            page.paragraph(
                    "... " + Amount.of(more, "more byte") + (allAreShown ? " (use -o FILE)" : " (use --bytes all)"));
        }
    }

    /** How much of the sample is heads, those of interim responses included. */
    private static int headBytes(Response response, int sampleLength) {
        ResponseHead head = response.head();
        if (head == null) {
            return sampleLength;
        }
        int bytes = head.bytes().length;
        for (ResponseHead interim : response.interim()) {
            bytes += interim.bytes().length;
        }
        return Math.min(bytes, sampleLength);
    }

    private static boolean isBinary(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private void trailers(@Nullable Body body) {
        TrailerSection trailers = body == null ? null : body.trailers();
        if (trailers != null && trailers.fieldCount() > 0) {
            page.line("trailers, after the body:");
            trailers.fields().forEach(field -> page.marked(Ink.GREEN.on("<", style), Printable.ofLatin1(field.line())));
        }
    }

    private void content(byte @Nullable [] content, @Nullable Body body) {
        if (content == null || body == null || body.decoded() == null) {
            return;
        }
        page.block("CONTENT");
        List<String> codings =
                body.decoded().from().stream().map(Printable::ofLatin1).toList();
        page.line(Amount.of(body.decoded().bytes(), "byte") + " decoded from " + String.join(", ", codings));
        new VisibleText(style).lines(content, 0, content.length).forEach(page::exact);
    }
}
