package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many requests on one connection, one behind the other. */
class PipelineIT {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String LAST = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    /** More than the sockets of a loopback connection hold, far less than a server that buffers all would take. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int HELD_BACK_MILLIS = 2_000;

    @TempDir
    private Path directory;

    @Test
    void areAnsweredInOrder() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            String answers = Wire.exchange(server.httpPort(), REQUEST.repeat(999) + LAST);

            assertThat(numbersIn(answers)).containsExactlyElementsOf(upTo(1000));
        }
    }

    @Test
    void areAnsweredInOrderByteByByte() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpPort())) {
            for (char c : (REQUEST + REQUEST + LAST).toCharArray()) {
                wire.send(String.valueOf(c));
            }
            assertThat(numbersIn(wire.readToEnd())).containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void bodiesBetweenThemAreNotTakenForRequests() throws IOException {
        int length = REQUEST.length();
        String upload = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n" + REQUEST;
        String chunks = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length)
                + "\r\n" + REQUEST + "\r\n0\r\n\r\n";
        try (TestServer server = TestServer.in(directory)) {
            String answers = Wire.exchange(server.httpPort(), upload + chunks + LAST);

            assertThat(numbersIn(answers)).containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void aClientThatDoesNotReadIsHeldBackAndServedWhenItReads() throws IOException {
        try (TestServer server = TestServer.in(directory);
                SocketChannel client = SocketChannel.open()) {
            client.setOption(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
            client.connect(new InetSocketAddress("127.0.0.1", server.httpPort()));

            long sent = sendUntilHeldBack(client);

            client.configureBlocking(true);
            assertThat(sent).isLessThan(MOST_BYTES);
            String rest = REQUEST.substring((int) (sent % REQUEST.length())) + LAST;
            long requests = (sent + rest.length() - LAST.length()) / REQUEST.length() + 1;
            String answers = readAllWhileSending(client, rest);
            assertThat(numbersIn(answers)).containsExactlyElementsOf(upTo(requests));
        }
    }

    /** Sends until the other side has not taken a byte for two seconds. */
    private static long sendUntilHeldBack(SocketChannel client) throws IOException {
        byte[] requests = REQUEST.repeat(1000).getBytes(US_ASCII);
        ByteBuffer next = ByteBuffer.wrap(requests);
        long sent = 0;
        client.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            client.register(selector, SelectionKey.OP_WRITE);
            while (sent < MOST_BYTES && selector.select(HELD_BACK_MILLIS) > 0) {
                selector.selectedKeys().clear();
                sent += client.write(next);
                if (!next.hasRemaining()) {
                    next.rewind();
                }
            }
        }
        return sent;
    }

    private static String readAllWhileSending(SocketChannel client, String rest) throws IOException {
        StringBuilder answers = new StringBuilder();
        ByteBuffer unsent = ByteBuffer.wrap(rest.getBytes(US_ASCII));
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        client.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            SelectionKey key = client.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            int count = 0;
            while (count >= 0 && selector.select(20_000) > 0) {
                selector.selectedKeys().clear();
                client.write(unsent);
                if (!unsent.hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ);
                }
                count = client.read(buffer);
                answers.append(US_ASCII.decode(buffer.flip()));
                buffer.clear();
            }
        }
        return answers.toString();
    }

    private static List<Long> numbersIn(String answers) {
        List<Long> numbers = new ArrayList<>();
        Matcher matcher = Pattern.compile("Hello #(\\d+) from Hellowire!\n").matcher(answers);
        while (matcher.find()) {
            numbers.add(Long.valueOf(matcher.group(1)));
        }
        return numbers;
    }

    private static List<Long> upTo(long count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
