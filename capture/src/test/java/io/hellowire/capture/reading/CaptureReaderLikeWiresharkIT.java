package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures of bad networks, in every format, are read to the same bytes in the same connections as Wireshark reads them. */
class CaptureReaderLikeWiresharkIT {

    private static final int CONVERSATIONS = 12;

    private static final InetSocketAddress SERVER_4 = new InetSocketAddress("10.0.0.1", 80);
    private static final InetSocketAddress SERVER_6 = new InetSocketAddress("fd00::1", 8080);

    @TempDir
    Path folder;

    @ParameterizedTest(name = "link type {0}")
    @ValueSource(ints = {0, 1, 101, 108, 113, 276})
    void readsWhatBadNetworksCarry(int linkType) throws IOException {
        List<TornConversation> conversations = conversations(new Random(linkType));
        PcapFile capture = new PcapFile(linkType);
        interleaved(new Random(1), conversations).forEach(packet -> capture.add(Frames.behind(linkType, packet)));
        Path file = capture.write(folder.resolve("torn.pcap"));

        assertThat(Wireshark.ourStreams(file)).isEqualTo(Wireshark.streams(file));
        hasTheBytes(CaptureReader.read(file, 1 << 20), conversations);
        assertThat(Wireshark.ourBytes(file)).isEqualTo(Wireshark.bytes(file, CONVERSATIONS));
    }

    @ParameterizedTest(name = "in {0} by editcap")
    @ValueSource(strings = {"pcap", "nsecpcap", "pcapng"})
    void readsWhatEditcapWrites(String format) throws IOException {
        List<TornConversation> conversations = conversations(new Random(7));
        PcapFile capture = new PcapFile(Frames.RAW_IP);
        interleaved(new Random(2), conversations).forEach(capture::add);
        Path made = capture.write(folder.resolve("made"));
        Path edited = folder.resolve("edited");
        Program.named("editcap").succeed("-F", format, made.toString(), edited.toString());
        Path packed = Files.write(folder.resolve("packed.gz"), PcapFile.packed(Files.readAllBytes(edited)));

        for (Path file : List.of(edited, packed)) {
            assertThat(Wireshark.ourStreams(file)).isEqualTo(Wireshark.streams(file));
            hasTheBytes(CaptureReader.read(file, 1 << 20), conversations);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"BIG_ENDIAN, 0xA1B2C3D4", "BIG_ENDIAN, 0xA1B23C4D", "LITTLE_ENDIAN, 0xA1B23C4D"})
    void readsClassicFilesOfEitherOrderAndResolution(String order, String magic) throws IOException {
        List<TornConversation> conversations = conversations(new Random(8));
        PcapFile capture = new PcapFile(
                order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                Long.decode(magic).intValue(),
                Frames.ETHERNET);
        interleaved(new Random(3), conversations)
                .forEach(packet -> capture.add(Frames.ethernet(packet, 0x88A8, 0x8100)));
        Path file = capture.write(folder.resolve("classic.pcap"));

        assertThat(Wireshark.ourStreams(file)).isEqualTo(Wireshark.streams(file));
        hasTheBytes(CaptureReader.read(file, 1 << 20), conversations);
    }

    @Test
    void findsTheSameConnectionsHoweverShortPacketsAreCut() throws IOException {
        List<TornConversation> conversations = conversations(new Random(9));
        PcapFile capture = new PcapFile(Frames.ETHERNET);
        Random random = new Random(4);
        interleaved(random, conversations).forEach(packet -> capture.add(Frames.ethernet(packet), random.nextInt(120)));
        Path file = capture.write(folder.resolve("cut.pcap"));

        assertThat(Wireshark.ourStreams(file)).isEqualTo(Wireshark.streams(file));
    }

    /** Also of flags and numbers that make no sense, and of ports that are used again and again. */
    @Test
    void sortsPacketsOfAnyFlagsIntoTheSameConnections() throws IOException {
        AnyPackets any = new AnyPackets(new Random(11));
        PcapFile capture = new PcapFile(Frames.RAW_IP);
        for (int i = 0; i < 5000; i++) {
            capture.add(any.next());
        }
        Path file = capture.write(folder.resolve("any.pcap"));

        assertThat(Wireshark.ourStreams(file)).isEqualTo(Wireshark.streams(file));
    }

    private static List<TornConversation> conversations(Random random) {
        List<TornConversation> conversations = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            boolean isIpv6 = i % 2 == 1;
            InetSocketAddress client = new InetSocketAddress(isIpv6 ? "fd00::2" : "10.0.0.2", 40_000 + i);
            conversations.add(new TornConversation(random, client, isIpv6 ? SERVER_6 : SERVER_4));
        }
        return conversations;
    }

    private static List<byte[]> interleaved(Random random, List<TornConversation> conversations) {
        List<List<byte[]>> left = new ArrayList<>();
        conversations.forEach(conversation -> left.add(new ArrayList<>(conversation.packets())));
        List<byte[]> packets = new ArrayList<>();
        while (!left.isEmpty()) {
            List<byte[]> next = left.get(random.nextInt(left.size()));
            packets.add(next.remove(0));
            left.removeIf(List::isEmpty);
        }
        return packets;
    }

    private static void hasTheBytes(CaptureContents contents, List<TornConversation> conversations) {
        assertThat(contents.connections()).hasSameSizeAs(conversations);
        for (TornConversation conversation : conversations) {
            CapturedConnection connection = contents.connections().stream()
                    .filter(one -> one.client().equals(conversation.client()))
                    .findFirst()
                    .orElseThrow();
            assertThat(connection.fromClient()).asString(ISO_8859_1).isEqualTo(text(conversation.request()));
            assertThat(connection.fromServer()).asString(ISO_8859_1).isEqualTo(text(conversation.response()));
            assertThat(connection.clientBytes()).isEqualTo(conversation.request().length);
            assertThat(connection.serverBytes()).isEqualTo(conversation.response().length);
            assertThat(connection.roles().client().stream().missing()).isZero();
            assertThat(connection.roles().server().stream().missing()).isZero();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
