package io.hellowire.bench.pieces;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.bench.load.RequestSize;
import io.hellowire.capture.packet.Flow;
import io.hellowire.capture.packet.PacketEncoder;
import io.hellowire.capture.packet.Segment;
import io.hellowire.capture.packet.Segment.Tcp;
import io.hellowire.capture.packet.Side;
import io.hellowire.capture.packet.TcpFlags;
import io.hellowire.capture.pcapng.BlockEncoder;
import io.hellowire.capture.pcapng.PacketFacts;
import io.hellowire.capture.pcapng.PacketFacts.Direction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From a browser's request to its block in a pcapng file, IP and TCP headers with their checksums included. */
@State(Scope.Thread)
public class CaptureBenchmark {

    private static final long SOME_TIME = 1_800_000_000_000_000_000L;

    private final PacketEncoder packets = new PacketEncoder();
    private final BlockEncoder blocks = new BlockEncoder();
    private final Segment segment = new Segment(
            new Flow(0, local(8080), local(50_000)),
            Side.REMOTE,
            new Tcp(TcpFlags.ACK | TcpFlags.PSH, 1, 1),
            RequestSize.BROWSER.head().getBytes(ISO_8859_1),
            SOME_TIME,
            null);

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Writes the block. */
    @Benchmark
    public int block() {
        blocks.clear();
        blocks.packet(new PacketFacts(0, SOME_TIME, Direction.INBOUND, 0, null), packets.encode(segment, 0), 0);
        return blocks.size();
    }
}
