package io.hellowire.server.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hellowire.server.connection.Peer.Network;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PeerTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.40,        192.168.1.40:50287,     192.168.1.40",
        "::1,                 [::1]:50287,            ::1",
        "2001:db8:0:0:1:0:0:1, [2001:db8::1:0:0:1]:50287, 2001:db8::1:0:0:1",
        "2001:DB8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:50287, 2001:db8:0:1:1:1:1:1",
        "::ffff:10.0.0.7,     10.0.0.7:50287,         10.0.0.7",
        "fe80::1%1,           [fe80::1]:50287,        fe80::1"
    })
    void isWrittenAsRfc5952Asks(String address, String text, String host) throws UnknownHostException {
        Peer peer = Peer.of(new At(new InetSocketAddress(InetAddress.getByName(address), 50287)));
        assertThat(peer).hasToString(text);
        assertThat(peer.host()).isEqualTo(host);
    }

    static Stream<Arguments> withoutAddress() {
        return Stream.of(
                Arguments.of(new DomainSocketAddress("/tmp/x"), Network.UNIX, "unix"),
                Arguments.of(UnixDomainSocketAddress.of("/tmp/x"), Network.UNIX, "unix"),
                Arguments.of(null, Network.MEMORY, "memory"));
    }

    @ParameterizedTest
    @MethodSource("withoutAddress")
    void isNotCalledUnixUnlessItIs(SocketAddress address, Network network, String text) {
        Peer peer = Peer.of(new At(address));
        assertThat(peer.network()).isEqualTo(network);
        assertThat(peer).hasToString(text);
    }

    @Test
    void saysWhoPassesItOn() {
        Peer proxy = new Peer(Network.TCP, new InetSocketAddress("127.0.0.1", 36904), null);
        Peer peer = new Peer(Network.TCP, new InetSocketAddress("10.0.0.7", 5000), proxy);
        assertThat(peer).hasToString("10.0.0.7:5000 via 127.0.0.1:36904");
    }

    @Test
    void hasAnAddressIfAndOnlyIfItsNetworkHasThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Peer(Network.TCP, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Peer(Network.UNIX, new InetSocketAddress("127.0.0.1", 1), null));
    }

    /** A channel that came from there. */
    private static final class At extends EmbeddedChannel {

        private final SocketAddress there;

        At(SocketAddress there) {
            this.there = there;
        }

        @Override
        protected SocketAddress remoteAddress0() {
            return there;
        }

        @Override
        public SocketAddress remoteAddress() {
            return there;
        }

        @Override
        public SocketAddress localAddress() {
            return there;
        }
    }
}
