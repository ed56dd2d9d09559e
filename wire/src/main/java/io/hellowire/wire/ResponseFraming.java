package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Stream;

/** How the body of a response ends, RFC 9112 section 6.3. */
final class ResponseFraming {

    private ResponseFraming() {}

    static BodyFraming of(ResponseHead head, String method) throws MalformedMessageException {
        if (hasNoBody(head.status(), method)) {
            return BodyFraming.NONE;
        }
        if (head.has("Transfer-Encoding")) {
            return ofCodings(head);
        }
        return head.has("Content-Length") ? ofLength(head) : BodyFraming.UNTIL_CLOSE;
    }

    private static boolean hasNoBody(int status, String method) {
        boolean tunnel = method.equals("CONNECT") && status / 100 == 2;
        return method.equals("HEAD") || status / 100 == 1 || status == 204 || status == 304 || tunnel;
    }

    private static BodyFraming ofCodings(ResponseHead head) throws MalformedMessageException {
        TransferCodings codings = TransferCodings.of(head).withoutEmpty();
        if (codings.isChunkedTwice()) {
            throw head.malformed(Malformation.INVALID_CODING, head.find("Transfer-Encoding", 0));
        }
        return codings.isChunkedLast() ? BodyFraming.CHUNKED : BodyFraming.UNTIL_CLOSE;
    }

    private static BodyFraming ofLength(ResponseHead head) throws MalformedMessageException {
        int field = head.find("Content-Length", 0);
        List<Long> lengths = lengths(head).distinct().toList();
        if (lengths.contains(ContentLength.INVALID)) {
            throw head.malformed(Malformation.INVALID_LENGTH, field);
        }
        if (lengths.size() > 1) {
            throw head.malformed(
                    Malformation.REPEATED_LENGTH, "several that differ: " + lengths, head.valueStart(field));
        }
        return new BodyFraming.Length(lengths.get(0));
    }

    static boolean repeatsLength(ResponseHead head) {
        return lengths(head).count() > 1;
    }

    private static Stream<Long> lengths(ResponseHead head) {
        return head.all("Content-Length").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(value -> value.strip().getBytes(ISO_8859_1))
                .map(digits -> ContentLength.parse(digits, 0, digits.length));
    }
}
