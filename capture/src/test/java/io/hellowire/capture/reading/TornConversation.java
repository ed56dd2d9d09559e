package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A request and its response as a bad network carries them and a late capture sees them: in segments of any size, some
 * twice, some in other pieces once more, out of order, with keep-alives and a SYN sent twice between them; in IP packets of
 * either version, in fragments, behind extension headers, of a length that the network card has yet to fill in.
 */
final class TornConversation {

    private static final int MOST_SEGMENT = 300;

    private final Random random;
    private final InetSocketAddress client;
    private final InetSocketAddress server;
    private final byte[] request;
    private final byte[] response;
    private final int clientStart;
    private final int serverStart;
    private final List<byte[]> packets = new ArrayList<>();

    TornConversation(Random random, InetSocketAddress client, InetSocketAddress server) {
        this.random = random;
        this.client = client;
        this.server = server;
        this.request = ("GET /" + text(random.nextInt(1200)) + " HTTP/1.1\r\n\r\n").getBytes(ISO_8859_1);
        this.response = ("HTTP/1.1 200 OK\r\n\r\n" + text(random.nextInt(3000))).getBytes(ISO_8859_1);
        this.clientStart = random.nextInt(4) == 0 ? -300 : random.nextInt(); // where numbers turn over in its middle
        this.serverStart = random.nextInt();
        if (random.nextInt(4) > 0) {
            shakeHands();
        } // else the capture begins after that
        transfer();
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private void shakeHands() {
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            fromClient(TcpFlags.SYN, -1, new byte[0]);
        }
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            fromServer(TcpFlags.SYN | TcpFlags.ACK, -1, new byte[0]);
        }
        fromClient(TcpFlags.ACK, 0, new byte[0]);
    }

    private void transfer() {
        List<Runnable> segments = new ArrayList<>();
        segments(request.length).forEach(part -> segments.add(() -> fromClient(TcpFlags.ACK, part)));
        shuffle(segments.subList(1, segments.size()));
        int answered = segments.size();
        segments(response.length).forEach(part -> segments.add(() -> fromServer(TcpFlags.ACK, part)));
        shuffle(segments.subList(answered + 1, segments.size()));
        segments.forEach(Runnable::run);
        fromClient(TcpFlags.ACK, request.length - 1, new byte[1]); // keep-alives, with a byte and without
        fromServer(TcpFlags.ACK, response.length - 1, new byte[0]);
        fromServer(TcpFlags.FIN | TcpFlags.ACK, response.length, new byte[0]);
        fromClient(TcpFlags.FIN | TcpFlags.ACK, request.length, new byte[0]);
    }

    /** All of it in order, and some of it once more in other pieces. */
    private List<Range> segments(int length) {
        List<Range> segments = new ArrayList<>();
        for (int at = 0; at < length; ) {
            int end = Math.min(length, at + 2 + random.nextInt(MOST_SEGMENT));
            segments.add(new Range(at, end));
            at = end;
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(length);
            segments.add(new Range(at, Math.min(length, at + 1 + random.nextInt(MOST_SEGMENT))));
        }
        return segments;
    }

    private void shuffle(List<Runnable> segments) {
        if (random.nextBoolean()) {
            Collections.shuffle(segments, random);
        }
    }

    private void fromClient(int flags, Range part) {
        fromClient(flags, (int) part.start(), part(request, part));
    }

    private void fromServer(int flags, Range part) {
        fromServer(flags, (int) part.start(), part(response, part));
    }

    private static byte[] part(byte[] bytes, Range part) {
        return Arrays.copyOfRange(bytes, (int) part.start(), (int) part.end());
    }

    /** Nothing is ever acknowledged, so that nobody may say what is missing. */
    private void fromClient(int flags, int place, byte[] bytes) {
        int acknowledged = flags == TcpFlags.SYN ? 0 : serverStart;
        add(
                client,
                server,
                Frames.tcp(client.getPort(), server.getPort(), clientStart + place, acknowledged, flags, bytes));
    }

    private void fromServer(int flags, int place, byte[] bytes) {
        add(
                server,
                client,
                Frames.tcp(server.getPort(), client.getPort(), serverStart + place, clientStart, flags, bytes));
    }

    private void add(InetSocketAddress source, InetSocketAddress destination, byte[] tcp) {
        byte[] from = source.getAddress().getAddress();
        byte[] to = destination.getAddress().getAddress();
        if (from.length == 16) {
            packets.add(ipv6(from, to, tcp));
            return;
        }
        byte[] packet = Frames.packet(source, destination, tcp);
        switch (random.nextInt(4)) {
            case 0 -> {
                List<byte[]> fragments =
                        Frames.fragments(packet, 8 * (1 + random.nextInt(10)), random.nextInt(1 << 16));
                shuffleFragments(fragments);
                packets.addAll(fragments);
            }
            case 1 -> packets.add(Frames.ipv4(from, to, 0, 0, tcp)); // its length is left to the network card
            default -> packets.add(packet);
        }
    }

    private void shuffleFragments(List<byte[]> fragments) {
        if (random.nextBoolean()) {
            Collections.shuffle(fragments, random);
        }
    }

    private byte[] ipv6(byte[] source, byte[] destination, byte[] tcp) {
        byte[] options = {6, 0, 1, 4, 0, 0, 0, 0}; // TCP is next, of 8 bytes: padding
        byte[] atomic = {6, 0, 0, 0, 0, 0, 0, 9}; // a fragment that is all of it
        return switch (random.nextInt(4)) {
            case 0 -> Frames.ipv6(source, destination, 0, tcp.length + 8, Frames.join(options, tcp));
            case 1 -> Frames.ipv6(source, destination, 60, tcp.length + 8, Frames.join(options, tcp));
            case 2 -> Frames.ipv6(source, destination, 44, tcp.length + 8, Frames.join(atomic, tcp));
            default -> Frames.ipv6(source, destination, 6, tcp.length, tcp);
        };
    }

    byte[] request() {
        return request;
    }

    byte[] response() {
        return response;
    }

    InetSocketAddress client() {
        return client;
    }

    /** The packets in the order of the capture. */
    List<byte[]> packets() {
        return packets;
    }
}
