package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A name server that says of every name that it is an alias for one with the worst of bytes in it, which is 127.0.0.1. */
final class HostileNameServer implements AutoCloseable {

    /** So many bytes of labels fit into a name of 255 bytes, RFC 1035 section 3.1. */
    static final int MOST_OF_A_NAME = 200;

    private static final int HEADER_BYTES = 12;
    private static final int MOST_OF_A_LABEL = 63;
    private static final int SECONDS = 60;
    private static final short A = 1;
    private static final short CNAME = 5;
    private static final short INTERNET = 1;

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final byte[] name;

    /** @param name at most {@link #MOST_OF_A_NAME} bytes, given as Latin-1 */
    HostileNameServer(String name) throws IOException {
        this.name = labels(name.getBytes(ISO_8859_1));
        Thread answering = new Thread(this::answer, "hostile-name-server");
        answering.setDaemon(true);
        answering.start();
    }

    private static byte[] labels(byte[] bytes) {
        ByteBuffer labels = ByteBuffer.allocate(256);
        for (int i = 0; i < bytes.length; i += MOST_OF_A_LABEL) {
            int length = Math.min(MOST_OF_A_LABEL, bytes.length - i);
            labels.put((byte) length).put(bytes, i, length);
        }
        labels.put((byte) 0);
        return Arrays.copyOf(labels.array(), labels.position());
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void answer() {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                question.setLength(512);
                socket.receive(question);
                byte[] answer = answerTo(question.getData());
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            }
        } catch (IOException e) {
            return; // the end of the test closed it
        }
    }

    private byte[] answerTo(byte[] question) {
        int end = HEADER_BYTES;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        end += 5; // the empty label, a type and a class
        boolean asksForA = question[end - 3] == A;
        ByteBuffer answer = ByteBuffer.allocate(512);
        answer.put(question, 0, 2).putShort((short) 0x8180);
        answer.putShort((short) 1).putShort((short) (asksForA ? 2 : 1)).putInt(0);
        answer.put(question, HEADER_BYTES, end - HEADER_BYTES);
        answer.putShort((short) (0xc000 | HEADER_BYTES)).putShort(CNAME).putShort(INTERNET);
        answer.putInt(SECONDS).putShort((short) name.length);
        int itsPlace = answer.position();
        answer.put(name);
        if (asksForA) {
            answer.putShort((short) (0xc000 | itsPlace)).putShort(A).putShort(INTERNET);
            answer.putInt(SECONDS).putShort((short) 4).put(new byte[] {127, 0, 0, 1});
        }
        return Arrays.copyOf(answer.array(), answer.position());
    }

    @Override
    public void close() {
        socket.close();
    }
}
