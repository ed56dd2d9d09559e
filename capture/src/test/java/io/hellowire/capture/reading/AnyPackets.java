package io.hellowire.capture.reading;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetSocketAddress;
import java.util.Random;

/** Packets of many connections to one server, with any flags, and with numbers of which few fit together. */
final class AnyPackets {

    private static final int PAIRS = 400;
    private static final InetSocketAddress SERVER = new InetSocketAddress("10.0.0.1", 80);

    private final Random random;

    AnyPackets(Random random) {
        this.random = random;
    }

    byte[] next() {
        InetSocketAddress client = new InetSocketAddress("10.0.0.2", 20_000 + random.nextInt(PAIRS));
        int isn = 1000 * (1 + random.nextInt(3));
        int place = random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0, 1 -> fromClient(client, TcpFlags.SYN, isn, 0, 0);
            case 2 -> fromServer(client, TcpFlags.SYN | TcpFlags.ACK, 7 * isn, isn + 1, 0);
            case 3 -> fromClient(client, TcpFlags.ACK, isn + 1 + place, 7 * isn + 1, 5);
            case 4 -> fromServer(client, TcpFlags.ACK, 7 * isn + 1 + place, isn + 1, 5);
            case 5 -> fromClient(client, TcpFlags.FIN | TcpFlags.ACK, isn + 1, 7 * isn + 1, 0);
            case 6 -> fromServer(client, TcpFlags.FIN | TcpFlags.ACK, 7 * isn + 1, isn + 1, 0);
            default ->
                random.nextBoolean()
                        ? fromServer(client, TcpFlags.RST | TcpFlags.ACK, 0, isn + 1, 0)
                        : fromClient(client, TcpFlags.RST, isn + 1, 0, 0);
        };
    }

    private static byte[] fromClient(InetSocketAddress client, int flags, int sequence, int acknowledged, int bytes) {
        return Frames.packet(
                client,
                SERVER,
                Frames.tcp(client.getPort(), SERVER.getPort(), sequence, acknowledged, flags, new byte[bytes]));
    }

    private static byte[] fromServer(InetSocketAddress client, int flags, int sequence, int acknowledged, int bytes) {
        return Frames.packet(
                SERVER,
                client,
                Frames.tcp(SERVER.getPort(), client.getPort(), sequence, acknowledged, flags, new byte[bytes]));
    }
}
