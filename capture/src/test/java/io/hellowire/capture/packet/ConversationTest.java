package io.hellowire.capture.packet;

import static io.hellowire.capture.packet.TcpFlags.ACK;
import static io.hellowire.capture.packet.TcpFlags.FIN;
import static io.hellowire.capture.packet.TcpFlags.PSH;
import static io.hellowire.capture.packet.TcpFlags.RST;
import static io.hellowire.capture.packet.TcpFlags.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final List<Segment> segments = new ArrayList<>();
    private final Conversation conversation = new Conversation(
            new Flow(0, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 5000)),
            segments::add);

    @Test
    void shakesHandsFromTheSideThatAsked() {
        conversation.open(Side.REMOTE, 10, 20, "first");

        assertThat(segments).extracting(Segment::from).containsExactly(Side.REMOTE, Side.LOCAL, Side.REMOTE);
        assertThat(segments).extracting(segment -> segment.tcp().flags()).containsExactly(SYN, SYN | ACK, ACK);
        assertThat(segments).extracting(Segment::timeNanos).containsExactly(10L, 20L, 20L);
        assertThat(segments).extracting(Segment::comment).containsExactly("first", null, null);
    }

    @Test
    void countsEachSidesBytesAndItsSyn() {
        conversation.open(Side.REMOTE, 0, 0, null);
        conversation.send(Side.REMOTE, new byte[100], 0);
        conversation.send(Side.LOCAL, new byte[7], 0);
        conversation.send(Side.REMOTE, new byte[1], 0);

        int remote = segments.get(0).tcp().sequence();
        int local = segments.get(1).tcp().sequence();
        assertThat(segments.subList(3, 6))
                .extracting(segment -> segment.tcp().sequence())
                .containsExactly(remote + 1, local + 1, remote + 101);
        assertThat(segments.subList(3, 6))
                .extracting(segment -> segment.tcp().acknowledged())
                .containsExactly(local + 1, remote + 101, local + 8);
        assertThat(segments.get(3).tcp().flags()).isEqualTo(PSH | ACK);
    }

    @Test
    void acknowledgesBytesThatNothingAnswers() {
        conversation.open(Side.LOCAL, 0, 0, null);
        conversation.send(Side.LOCAL, new byte[conversation.mostBytes() - 1], 0);
        assertThat(segments).hasSize(4);

        conversation.send(Side.LOCAL, new byte[1], 0);

        Segment last = segments.get(5);
        assertThat(last.from()).isEqualTo(Side.REMOTE);
        assertThat(last.tcp().flags()).isEqualTo(ACK);
        assertThat(last.tcp().acknowledged()).isEqualTo(segments.get(4).tcp().sequence() + 1);
    }

    @Test
    void finishesFromTheSideThatIsDone() {
        conversation.open(Side.REMOTE, 0, 0, null);
        conversation.finish(Side.LOCAL, 0);

        assertThat(segments.subList(3, 5)).extracting(Segment::from).containsExactly(Side.LOCAL, Side.REMOTE);
        assertThat(segments.subList(3, 5))
                .extracting(segment -> segment.tcp().flags())
                .containsExactly(FIN | ACK, ACK);
        assertThat(segments.get(4).tcp().acknowledged())
                .isEqualTo(segments.get(3).tcp().sequence() + 1);
    }

    @Test
    void hearsTheOtherSideAfterOneIsDone() {
        conversation.open(Side.REMOTE, 0, 0, null);
        conversation.finish(Side.REMOTE, 0);
        conversation.send(Side.REMOTE, new byte[1], 0);
        conversation.send(Side.LOCAL, new byte[2], 0);

        assertThat(segments).hasSize(6);
        assertThat(segments.get(5).payload()).hasSize(2);
    }

    @Test
    void saysNothingAfterAReset() {
        conversation.open(Side.REMOTE, 0, 0, null);
        conversation.reset(Side.REMOTE, 0, null);
        conversation.send(Side.LOCAL, new byte[1], 0);
        conversation.finish(Side.LOCAL, 0);
        conversation.reset(Side.LOCAL, 0, null);

        assertThat(segments).hasSize(4);
        assertThat(segments.get(3).tcp().flags()).isEqualTo(RST | ACK);
    }

    @Test
    void startsEachConversationAtAnotherNumber() {
        Conversation other = new Conversation(
                new Flow(0, new InetSocketAddress("127.0.0.1", 80), new InetSocketAddress("127.0.0.1", 5000)),
                segments::add);
        conversation.open(Side.REMOTE, 0, 0, null);
        other.open(Side.REMOTE, 0, 0, null);

        assertThat(segments.get(0).tcp().sequence())
                .isNotEqualTo(segments.get(3).tcp().sequence());
    }
}
