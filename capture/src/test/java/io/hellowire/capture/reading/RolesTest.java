package io.hellowire.capture.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.capture.packet.TcpFlags;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

    private static final String CLIENT_HELLO = "\u0016\u0003\u0001\u0001\u0000\u0001\u0000";
    private static final String SERVER_HELLO = "\u0016\u0003\u0003\u0001\u0000\u0002\u0000";

    /** Its port is the lower one. */
    private final ConnectionEnd low = end(80);

    private final ConnectionEnd high = end(40_000);

    @ParameterizedTest
    @CsvSource({"2, 0", "0, 18"})
    void believesTheHandshakeFirst(int flagsOfLow, int flagsOfHigh) {
        send(low, high, flagsOfLow, "HTTP/1.1 200 OK");
        send(high, low, flagsOfHigh, "GET / HTTP/1.1");

        are(Roles.of(low, high), low, Roles.Sign.HANDSHAKE);
        are(Roles.of(high, low), low, Roles.Sign.HANDSHAKE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1", "POST /a", "PRI * HTTP/2.0", CLIENT_HELLO})
    void knowsAClientByItsFirstBytes(String bytes) {
        send(low, high, TcpFlags.ACK, bytes);

        are(Roles.of(low, high), low, Roles.Sign.FIRST_BYTES);
        are(Roles.of(high, low), low, Roles.Sign.FIRST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK", SERVER_HELLO})
    void knowsAServerByItsFirstBytes(String bytes) {
        send(high, low, TcpFlags.ACK, bytes);

        are(Roles.of(low, high), low, Roles.Sign.FIRST_BYTES);
        are(Roles.of(high, low), low, Roles.Sign.FIRST_BYTES);
    }

    @Test
    void takesTheLowerPortForTheServersOtherwise() {
        send(low, high, TcpFlags.ACK, "in the middle");

        are(Roles.of(low, high), high, Roles.Sign.PORTS);
        are(Roles.of(high, low), high, Roles.Sign.PORTS);
    }

    @Test
    void takesTheFirstSenderForTheClientIfPortsAreTheSame() {
        ConnectionEnd other = end(80);

        are(Roles.of(low, other), low, Roles.Sign.ORDER);
        are(Roles.of(other, low), other, Roles.Sign.ORDER);
    }

    private static void are(Roles roles, ConnectionEnd client, Roles.Sign toldBy) {
        assertThat(roles.client()).isSameAs(client);
        assertThat(roles.server()).isNotSameAs(client);
        assertThat(roles.toldBy()).isEqualTo(toldBy);
    }

    private static ConnectionEnd end(int port) {
        return new ConnectionEnd(new InetSocketAddress("10.0.0.1", port), 1024);
    }

    private static void send(ConnectionEnd from, ConnectionEnd to, int flags, String text) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        TcpPacket packet = new TcpPacket(from.address(), to.address(), 1, 0, flags, bytes, bytes.length);
        from.note(packet, to);
        from.stream().add(packet);
    }
}
