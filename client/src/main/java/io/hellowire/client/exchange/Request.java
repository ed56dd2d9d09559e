package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;

/**
 * A request as it goes out, byte for byte.
 *
 * @param method its method, which decides how the response ends
 * @param bytes the head, then the body
 * @param headBytes how many of them are the head, empty line included
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares requests
public record Request(String method, byte[] bytes, int headBytes) {

    /** The lines of the head without their line ends and without the empty one; one char is one byte. */
    public List<String> headLines() {
        String head = new String(bytes, 0, headBytes, ISO_8859_1);
        return Arrays.stream(head.split("\r\n|\n", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** How many bytes follow the head. */
    public int bodyBytes() {
        return bytes.length - headBytes;
    }
}
