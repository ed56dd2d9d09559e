package io.hellowire.capture.reading;

import io.hellowire.capture.pcapng.Block;
import io.hellowire.capture.pcapng.CaptureFile;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How Wireshark sorts a capture into connections, and how we do, in the same words. */
final class Wireshark {

    private static final int MOST_BYTES = 1 << 20;

    private Wireshark() {}

    /** The number of each packet's connection, from 0; empty if it has none. */
    static List<String> streams(Path file) {
        return tshark("-r", file.toString(), "-T", "fields", "-e", "tcp.stream");
    }

    /** The same as we see it. */
    static List<String> ourStreams(Path file) throws IOException {
        TcpPackets packets = new TcpPackets();
        ConnectionTable table = new ConnectionTable(16, Budget.ofThisMachine());
        List<String> numbers = new ArrayList<>();
        try (CaptureFile blocks = CaptureFile.open(file)) {
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Packet packet) {
                    TcpPacket tcp = packets.read(packet);
                    numbers.add(tcp == null ? "" : "" + table.connections().indexOf(table.add(packet, tcp)));
                }
            }
        }
        return numbers;
    }

    /** What the two ends of each connection sent, in hexadecimal digits. */
    static List<Set<String>> bytes(Path file, int connections) {
        List<String> arguments = new ArrayList<>(List.of("-q", "-r", file.toString()));
        IntStream.range(0, connections).forEach(i -> arguments.addAll(List.of("-z", "follow,tcp,raw," + i)));
        List<String> lines = tshark(arguments.toArray(String[]::new));
        return IntStream.range(0, connections)
                .mapToObj(i -> lines.subList(lines.indexOf("Filter: tcp.stream eq " + i) + 3, lines.size()))
                .map(from ->
                        from.stream().takeWhile(line -> !line.startsWith("==")).toList())
                .map(stream -> Set.of(joined(stream, false), joined(stream, true)))
                .toList();
    }

    private static String joined(List<String> lines, boolean isSecond) {
        StringBuilder joined = new StringBuilder();
        lines.stream()
                .filter(line -> line.startsWith("\t") == isSecond)
                .map(String::strip)
                .forEach(joined::append);
        return joined.toString();
    }

    /** The same as we see it. */
    static List<Set<String>> ourBytes(Path file) throws IOException {
        return CaptureReader.read(file, MOST_BYTES).connections().stream()
                .map(connection -> Stream.of(connection.fromClient(), connection.fromServer()))
                .map(both -> Set.copyOf(both.map(HexFormat.of()::formatHex).toList()))
                .toList();
    }

    private static List<String> tshark(String... arguments) {
        return Program.named("tshark")
                .with("-n")
                .succeed(arguments)
                .out()
                .lines()
                .toList();
    }
}
