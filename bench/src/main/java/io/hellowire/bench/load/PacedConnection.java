package io.hellowire.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.HdrHistogram.Histogram;

/**
 * One connection with one request on it at a time. What is due while an answer is awaited waits here, and its time runs.
 */
final class PacedConnection implements AutoCloseable {

    private static final byte[] STATUS = "HTTP/1.1 200".getBytes(ISO_8859_1);
    /** What every server's body ends with here, and nothing before it. */
    private static final byte[] END = "!\n".getBytes(ISO_8859_1);

    private static final int LONGEST_ANSWER = 4096;

    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private final Queue<Long> due = new ArrayDeque<>();
    private final Histogram times;

    private PacedConnection(SocketChannel channel, byte[] request, Histogram times) {
        this.channel = channel;
        this.request = ByteBuffer.allocateDirect(request.length).put(request);
        this.times = times;
    }

    /**
     * Connects.
     *
     * @param head what each request is
     * @param times takes the time of each answer
     * @param selector sees the answers come; the key's attachment is the connection
     */
    static PacedConnection open(int port, String head, Histogram times, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        PacedConnection connection = new PacedConnection(channel, head.getBytes(ISO_8859_1), times);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** Sends the request that was due at that time, or as soon as those before it are answered. */
    void ask(long when) throws IOException {
        due.add(when);
        if (due.size() == 1) {
            send();
        }
    }

    private void send() throws IOException {
        request.rewind();
        while (request.hasRemaining()) {
            channel.write(request); // a single small request always finds room
        }
    }

    /** Reads what has come. */
    void receive() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("paced requests: connection closed (expected: an answer)");
        }
        if (ends()) {
            if (!begins()) {
                throw new IllegalStateException(
                        "paced requests: " + ISO_8859_1.decode(answer.flip()) + " (expected: status 200)");
            }
            answer.clear();
            times.recordValue(System.nanoTime() - due.remove());
            if (!due.isEmpty()) {
                send();
            }
        }
    }

    private boolean ends() {
        int end = answer.position();
        return end >= STATUS.length && answer.get(end - 2) == END[0] && answer.get(end - 1) == END[1];
    }

    private boolean begins() {
        for (int i = 0; i < STATUS.length; i++) {
            if (answer.get(i) != STATUS[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
