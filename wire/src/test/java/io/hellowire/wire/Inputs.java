package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Bytes to begin from when one looks for what breaks a reader, and ways to change them. */
final class Inputs {

    private static final List<String> WELL_FORMED = List.of(
            "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.0\n\n",
            "\r\nGET /a?b=%20 HTTP/1.1\r\nhOsT:  a:80 \r\nX:\r\nConnection: keep-alive, x\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST http://[::1]:80/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nHelloGET / HTTP/1.0\r\n\r\n",
            "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nHello\r\n0\r\nA: b\r\n\r\nGET / HTTP/1.0\r\n\r\n",
            "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
            "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.0 200\n\nrest",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\n\nHTTP/1.1 103 x\r\nA: b\r\n c\r\n\r\n");

    private static final List<String> PARTS = List.of(
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            "\0",
            ":",
            ",",
            ";",
            "\u00ff",
            "0",
            "a",
            " HTTP/1.1\r\n",
            "Host: b\r\n",
            "Content-Length: 1\r\n",
            "Content-Length: 1, 1\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "\r\n\r\n",
            " fold\r\n",
            "\r\n0\r\n\r\n",
            "\u0016\u0003",
            "\u007f");

    private Inputs() {}

    static Stream<byte[]> all() {
        return Stream.concat(
                        WELL_FORMED.stream(),
                        RefusedRequestTest.REFUSED.stream().map(refused -> refused.text()))
                .map(text -> text.getBytes(ISO_8859_1));
    }

    /** One to three changes: a byte flipped or taken out, something put in, an end cut off. */
    static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated = bytes;
        for (int i = random.nextInt(3); i >= 0 && mutated.length > 0; i--) {
            mutated = mutateOnce(mutated, random);
        }
        return mutated;
    }

    private static byte[] mutateOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> out.write(random.nextInt(256));
            case 1 -> {
                // the byte is left out
            }
            case 2 -> {
                return out.toByteArray();
            }
            default -> {
                out.writeBytes(PARTS.get(random.nextInt(PARTS.size())).getBytes(ISO_8859_1));
                out.write(bytes[at]);
            }
        }
        out.write(bytes, at + 1, bytes.length - at - 1);
        return out.toByteArray();
    }
}
