package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Many connections that each send the same bytes, as far as they are taken, and read nothing until they are asked to. */
final class Crowd implements AutoCloseable {

    /** Nobody takes any more when nothing has moved for so long. */
    private static final int STANDSTILL_MILLIS = 700;

    private static final int BREATH_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The system keeps no more for a member that does not read. */
    private static final int FEW_BYTES = 4096;

    private final Selector selector = Selector.open();
    private final List<SocketChannel> members = new ArrayList<>();

    private Crowd() throws IOException {}

    /** Opens so many connections, sends all that is taken of this on each, and leaves them open. */
    static Crowd of(int count, int port, byte[] each) throws IOException {
        Crowd crowd = new Crowd();
        for (int i = 0; i < count; i++) {
            SocketChannel member = SocketChannel.open();
            crowd.members.add(member);
            member.setOption(StandardSocketOptions.SO_RCVBUF, FEW_BYTES);
            member.connect(new InetSocketAddress("127.0.0.1", port));
            member.configureBlocking(false);
            member.register(crowd.selector, SelectionKey.OP_WRITE, ByteBuffer.wrap(each));
            crowd.selector.select(Crowd::send, 1);
        }
        while (crowd.selector.select(Crowd::send, STANDSTILL_MILLIS) > 0) {
            // until nobody takes any more
        }
        return crowd;
    }

    private static void send(SelectionKey member) {
        ByteBuffer rest = (ByteBuffer) member.attachment();
        try {
            ((SocketChannel) member.channel()).write(rest);
        } catch (IOException e) {
            rest.position(rest.limit()); // it was closed, and what it was answered may still be there
        }
        if (!rest.hasRemaining()) {
            member.cancel();
        }
    }

    int size() {
        return members.size();
    }

    /** Whether, within a minute, one of them is sent this, somewhere in the first few lines. */
    boolean isAnswered(String text) throws IOException {
        List<StringBuilder> answers =
                members.stream().map(member -> new StringBuilder()).toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (int i = 0; i < members.size(); i++) {
                if (answers.get(i).append(answer(members.get(i))).indexOf(text) >= 0) {
                    return true;
                }
            }
            selector.select(Crowd::send, BREATH_MILLIS);
        }
        return false;
    }

    private static String answer(SocketChannel member) {
        ByteBuffer answer = ByteBuffer.allocate(1024);
        try {
            member.read(answer);
        } catch (IOException e) {
            return "";
        }
        return new String(answer.array(), 0, answer.position(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel member : members) {
            member.close();
        }
        selector.close();
    }
}
