package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.ResponseHead;
import io.hellowire.wire.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is odd about a response as a whole, besides how its lines are written. */
final class ResponseRemarks {

    private static final Pattern CHUNK_LINE = Pattern.compile("([0-9a-fA-F]{1,6})[ \t]*(?:;[^\r\n]*)?\r\n");
    private static final int RESET_CONTENT = 205;

    private ResponseRemarks() {}

    /** Of its head. */
    static List<Remark> of(ResponseHead head) {
        List<Remark> remarks = new ArrayList<>();
        head.oddities().forEach(oddity -> remarks.add(Remark.of(oddity)));
        if (TransferCodings.haveIdentity(head)) {
            remarks.add(new Remark(
                    "identity-coding", "the transfer coding identity, which no longer exists (RFC 9112 section 7)"));
        }
        if (head.hasToken("Connection", "close") && head.hasToken("Connection", "keep-alive")) {
            remarks.add(new Remark(
                    "close-and-keep-alive", "Connection says close and keep-alive; close wins (RFC 9112 section 9.3)"));
        }
        List<String> locations = head.all("Location").stream().distinct().toList();
        if (locations.size() > 1) {
            remarks.add(new Remark(
                    "several-locations",
                    locations.size() + " different Location fields; the first counts: "
                            + Printable.ofLatin1(String.join(", ", locations)) + " (RFC 9110 section 10.2.2)"));
        }
        return remarks;
    }

    /**
     * Of its content.
     *
     * @param sample the first bytes of it, before anything is decoded
     */
    static List<Remark> of(ResponseHead head, BodyFraming framing, long bytes, byte[] sample) {
        List<Remark> remarks = new ArrayList<>();
        if (head.status() == RESET_CONTENT && bytes > 0) {
            remarks.add(new Remark("content-in-205", "a 205 with content (RFC 9110 section 15.3.6)"));
        }
        boolean mayBeForgotten = !(framing instanceof BodyFraming.None) && !head.has("Transfer-Encoding");
        if (mayBeForgotten && beginsWithChunk(sample)) {
            remarks.add(new Remark(
                    "undeclared-chunks",
                    "the body looks chunked, but there is no Transfer-Encoding (RFC 9112 section 7.1)"));
        }
        return remarks;
    }

    private static boolean beginsWithChunk(byte[] sample) {
        String text = new String(sample, ISO_8859_1);
        Matcher line = CHUNK_LINE.matcher(text);
        return line.lookingAt() && text.startsWith("\r\n", line.end() + Integer.parseInt(line.group(1), 16));
    }
}
