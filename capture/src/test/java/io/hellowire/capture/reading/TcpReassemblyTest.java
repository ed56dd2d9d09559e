package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TcpReassemblyTest {

    private static final InetSocketAddress HERE = new InetSocketAddress("10.0.0.1", 1);
    private static final InetSocketAddress THERE = new InetSocketAddress("10.0.0.2", 2);

    private static final int PLENTY = 1 << 20;

    private static final int MOST_STREAM = 500;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameBytesHoweverTheyCame(long seed) {
        Random random = new Random(seed);
        byte[] sent = bytes(random, 1 + random.nextInt(MOST_STREAM));
        int isn = random.nextInt(); // so that numbers turn over in one of them
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, isn, new byte[0]));

        for (TcpPacket packet : torn(random, sent, isn + 1)) {
            stream.add(packet);
        }

        assertThat(stream.beginning()).isEqualTo(sent);
        assertThat(stream.sent()).isEqualTo(sent.length);
        assertThat(stream.missing()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameBytesOfACaptureThatBeginsInTheMiddle(long seed) {
        Random random = new Random(seed);
        byte[] sent = bytes(random, 2 + random.nextInt(MOST_STREAM));
        TcpReassembly stream = new TcpReassembly(PLENTY);

        for (TcpPacket packet : torn(random, sent, random.nextInt())) {
            stream.add(packet);
        }

        assertThat(stream.beginning()).isEqualTo(sent);
        assertThat(stream.missing()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void knowsEveryByteThatIsMissing(long seed) {
        Random random = new Random(seed);
        byte[] sent = bytes(random, 1 + random.nextInt(MOST_STREAM));
        int isn = random.nextInt();
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, isn, new byte[0]));
        boolean[] there = new boolean[sent.length];

        for (TcpPacket packet : torn(random, sent, isn + 1)) {
            if (random.nextInt(4) == 0) {
                stream.add(packet);
                Arrays.fill(
                        there,
                        packet.sequence() - isn - 1,
                        packet.sequence() - isn - 1 + packet.payload().length,
                        true);
            }
        }
        stream.add(packet(TcpFlags.FIN, isn + 1 + sent.length, new byte[0]));

        assertThat(stream.sent()).isEqualTo(sent.length);
        assertThat(stream.missing())
                .isEqualTo(
                        IntStream.range(0, sent.length).filter(i -> !there[i]).count());
        byte[] shown = new byte[sent.length];
        boolean[] isShown = new boolean[sent.length];
        for (TcpReassembly.Piece piece : stream.pieces()) {
            System.arraycopy(piece.bytes(), 0, shown, (int) piece.start(), piece.bytes().length);
            Arrays.fill(isShown, (int) piece.start(), (int) piece.end(), true);
        }
        assertThat(isShown).isEqualTo(there);
        IntStream.range(0, sent.length)
                .filter(i -> there[i])
                .forEach(i -> assertThat(shown[i]).as("byte %d", i).isEqualTo(sent[i]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 400})
    void keepsTheFirstBytesWhateverOrderTheyCameIn(int mostBytes) {
        Random random = new Random(mostBytes);
        byte[] sent = bytes(random, MOST_STREAM);
        TcpReassembly stream = new TcpReassembly(mostBytes);
        stream.add(packet(TcpFlags.SYN, -1, new byte[0]));

        for (TcpPacket packet : torn(random, sent, 0)) {
            stream.add(packet);
        }

        assertThat(stream.beginning()).isEqualTo(Arrays.copyOf(sent, mostBytes));
        assertThat(stream.sent()).isEqualTo(MOST_STREAM);
        assertThat(stream.missing()).isZero();
    }

    @Test
    void countsPastTheTurnOfTheNumbersMoreThanOnce() {
        TcpReassembly stream = new TcpReassembly(16);
        stream.add(packet(TcpFlags.SYN, 5, new byte[0]));
        int step = 1 << 30;
        int times = 9; // more than 8 GiB

        for (int i = 0; i < times; i++) {
            stream.add(cut(6 + i * step, new byte[0], step));
        }

        assertThat(stream.sent()).isEqualTo((long) times * step);
        assertThat(stream.missing()).isEqualTo((long) times * step);
    }

    @Test
    void takesOfWhatComesTwiceTheFirst() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.add(packet(TcpFlags.ACK, 4, "def".getBytes(US_ASCII)));
        stream.add(packet(TcpFlags.ACK, 1, "abcXXXgh".getBytes(US_ASCII)));

        assertThat(text(stream)).isEqualTo("abcdefgh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "f", "X"})
    void takesNoByteOfAKeepAlive(String garbage) {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.add(packet(TcpFlags.ACK, 0, garbage.getBytes(US_ASCII))); // before there is any byte
        stream.add(packet(TcpFlags.ACK, 1, "abcdef".getBytes(US_ASCII)));
        stream.add(packet(TcpFlags.ACK, 6, garbage.getBytes(US_ASCII)));
        stream.add(packet(TcpFlags.ACK, 7, "gh".getBytes(US_ASCII)));

        assertThat(text(stream)).isEqualTo("abcdefgh");
        assertThat(stream.sent()).isEqualTo(8);
        assertThat(stream.missing()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0"})
    void takesNoByteOfAKeepAliveThatTheCaptureBeginsWith(String garbage) {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.ACK, 99, garbage.getBytes(US_ASCII)));
        stream.acknowledge(100);
        stream.add(packet(TcpFlags.ACK, 99, garbage.getBytes(US_ASCII)));
        stream.add(packet(TcpFlags.ACK, 100, "abc".getBytes(US_ASCII)));

        assertThat(text(stream)).isEqualTo("abc");
        assertThat(stream.sent()).isEqualTo(3);
        assertThat(stream.missing()).isZero();
    }

    @Test
    void inventsNothingWhereAKeepAliveRepeatsWhatIsMissing() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.acknowledge(7); // six bytes that are not in the capture
        stream.add(packet(TcpFlags.ACK, 6, new byte[1]));

        assertThat(stream.pieces()).isEmpty();
        assertThat(stream.missing()).isEqualTo(6);
    }

    @Test
    void countsWhatASnapLengthCutOffAsMissing() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.add(cut(1, "ab".getBytes(US_ASCII), 10));
        stream.add(cut(11, "kl".getBytes(US_ASCII), 10));

        assertThat(stream.sent()).isEqualTo(20);
        assertThat(stream.missing()).isEqualTo(16);
        assertThat(text(stream)).isEqualTo("ab");
        assertThat(stream.pieces()).hasSize(2);
        assertThat(stream.pieces().get(1).start()).isEqualTo(10);
    }

    @Test
    void takesWhatARetransmissionHasWhereTheFirstWasCut() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.add(cut(1, "ab".getBytes(US_ASCII), 4));
        stream.add(packet(TcpFlags.ACK, 1, "abcd".getBytes(US_ASCII)));

        assertThat(text(stream)).isEqualTo("abcd");
        assertThat(stream.missing()).isZero();
    }

    @Test
    void knowsByTheFinThatTheEndIsMissing() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.add(packet(TcpFlags.FIN, 101, new byte[0]));
        stream.acknowledge(102);

        assertThat(stream.sent()).isEqualTo(100);
        assertThat(stream.missing()).isEqualTo(100);
    }

    @Test
    void takesTheReasonInAResetForNoPartOfTheStream() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, 0, new byte[0]));
        stream.add(packet(TcpFlags.RST, 1, "go away".getBytes(US_ASCII)));

        assertThat(stream.sent()).isZero();
        assertThat(stream.pieces()).isEmpty();
    }

    @Test
    void costsABoundedAmountHoweverManyGapsThereAre() {
        TcpReassembly stream = new TcpReassembly(PLENTY);
        stream.add(packet(TcpFlags.SYN, -1, new byte[0]));
        int cost = 0;
        int packets = 20_000;
        for (int i = 0; i < packets; i++) {
            cost += stream.add(packet(TcpFlags.ACK, 2 * i + 1, new byte[1]));
        }

        assertThat(cost).isLessThan(100_000);
        assertThat(stream.pieces()).hasSize(256);
        assertThat(stream.sent()).isEqualTo(2L * packets);
        assertThat(stream.missing()).isEqualTo(packets);
    }

    /** Pieces of any size that cover all of it, some twice and overlapping, in any order. */
    private static List<TcpPacket> torn(Random random, byte[] sent, int firstSequence) {
        List<TcpPacket> packets = new ArrayList<>();
        int most = 2 + random.nextInt(400);
        for (int at = 0; at < sent.length; ) {
            int end = Math.min(sent.length, at + 2 + random.nextInt(most));
            packets.add(part(sent, firstSequence, at, end));
            at = end;
        }
        for (int i = random.nextInt(20); i > 0; i--) {
            int at = random.nextInt(sent.length);
            packets.add(part(sent, firstSequence, at, at + random.nextInt(sent.length - at + 1)));
        }
        Collections.shuffle(packets, random);
        return packets;
    }

    private static TcpPacket part(byte[] sent, int firstSequence, int from, int to) {
        return packet(TcpFlags.ACK, firstSequence + from, Arrays.copyOfRange(sent, from, to));
    }

    /** None is 0, so that none looks like a keep-alive's. */
    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        for (int i = 0; i < length; i++) {
            bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
        }
        return bytes;
    }

    private static TcpPacket packet(int flags, int sequence, byte[] payload) {
        return new TcpPacket(HERE, THERE, sequence, 0, flags, payload, payload.length);
    }

    private static TcpPacket cut(int sequence, byte[] captured, int length) {
        return new TcpPacket(HERE, THERE, sequence, 0, TcpFlags.ACK, captured, length);
    }

    private static String text(TcpReassembly stream) {
        return new String(stream.beginning(), US_ASCII);
    }
}
