package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalNamesTest {

    @Test
    void alwaysHasLocalhostAndBothLoopbackAddresses() {
        assertThat(LocalNames.ofThisMachine().texts()).contains("localhost", "127.0.0.1", "::1");
    }

    @Test
    void takesNoLinkLocalAddress() {
        assertThat(LocalNames.ofThisMachine().addresses()).noneMatch(InetAddress::isLinkLocalAddress);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '127.0.0.1 ::1', 127.0.0.1",
        "'192.168.1.20', '127.0.0.1 ::1 10.0.0.7', 192.168.1.20",
        "'', '127.0.0.1 ::1 192.168.1.20', 192.168.1.20",
        "'2001:db8::5', '127.0.0.1 ::1 2001:db8::5 192.168.1.20', 192.168.1.20",
        "'2001:db8::5', '127.0.0.1 ::1 fd00::7 2001:db8::5', 2001:db8::5",
        "'', '127.0.0.1 ::1 fd00::7', fd00::7"
    })
    void othersReachItByWhatItSendsFromElseByWhatItHas(String senders, String own, String expected) {
        assertThat(LocalNames.outwardAddress(addresses(senders), addresses(own)))
                .isEqualTo(Names.of(expected).addresses().get(0));
    }

    private static List<InetAddress> addresses(String texts) {
        return texts.isEmpty() ? List.of() : Names.of(texts.split(" ")).addresses();
    }

    @ParameterizedTest
    @CsvSource({"fe80::1, eth0", "169.254.3.4, eth0", "172.17.0.1, docker0", "10.8.0.1, virbr0", "10.0.3.1, veth12ab"})
    void skipsWhatNobodyElseReaches(String address, String network) throws UnknownHostException {
        assertThat(LocalNames.reasonToSkip(InetAddress.getByName(address), network))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.7, eth0", "10.1.2.3, wlan0", "fd00::7, en0", "100.64.1.1, tailscale0", "10.9.0.2, wg0"})
    void takesWhatOthersReach(String address, String network) throws UnknownHostException {
        assertThat(LocalNames.reasonToSkip(InetAddress.getByName(address), network))
                .isNull();
    }
}
