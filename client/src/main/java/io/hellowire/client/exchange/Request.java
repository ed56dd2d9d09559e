package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.client.connect.LongBody;
import io.hellowire.client.url.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes out, byte for byte.
 *
 * @param method its method, which decides how the response ends
 * @param bytes the head, then the body unless it is long
 * @param headBytes how many of them are the head, empty line included
 * @param rest the body that is long, or {@code null}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
public record Request(
        String method,
        byte[] bytes,
        int headBytes,
        @Nullable LongBody rest) {

    /**
     * The bytes of a request.
     *
     * @param userAgent what we call ourselves
     * @param form how the target is named in the request line
     * @param more fields that this transfer needs, such as Cookie and Range
     */
    public static Request of(
            RequestOptions options, Target target, String userAgent, TargetForm form, List<HeaderChange> more) {
        return new RequestWriter(options, target, userAgent).write(form, more);
    }

    /** The lines of the head without their line ends and without the empty one; one char is one byte. */
    public List<String> headLines() {
        String head = new String(bytes, 0, headBytes, ISO_8859_1);
        return Arrays.stream(head.split("\r\n|\n", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The same lines as they may be shown: without what proves who we are. */
    public List<String> headLinesWithoutSecrets() {
        return headLines().stream().map(SecretFields::withoutSecret).toList();
    }

    /** Whether it asks for another protocol, RFC 9110 section 7.8. */
    boolean asksForUpgrade() {
        return headLines().stream().anyMatch(line -> line.regionMatches(true, 0, "Upgrade:", 0, "Upgrade:".length()));
    }

    /** The same request with all of its body in memory. */
    public Request inMemory() throws IOException {
        if (rest == null) {
            return this;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(bytes);
        rest.copyTo(all);
        return new Request(method, all.toByteArray(), headBytes, null);
    }

    /** How many bytes there are in all. */
    public long length() {
        return bytes.length + (rest == null ? 0 : rest.sentBytes());
    }

    /** How many bytes follow the head. */
    public long bodyBytes() {
        return length() - headBytes;
    }

    /** How a request line names its target, RFC 9112 section 3.2. */
    public enum TargetForm {
        /** Path and query. */
        ORIGIN,
        /** The whole URL, for a proxy. */
        ABSOLUTE
    }
}
