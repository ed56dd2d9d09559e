package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Names asked of dnsmasq. */
class DnsServerIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    @Test
    void showsAliasesAndHowLongTheyMayBeKept() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                Dnsmasq dns = new Dnsmasq()) {
            ClientRun run = ClientRun.of("--dns-server", dns.address(), "http://alias.test:" + server.port() + "/");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out())
                    .contains("A? " + dns.address() + " says NOERROR")
                    .contains("alias.test  CNAME  kitchen.test  for 77 s")
                    .contains("kitchen.test  A  127.0.0.1  for 77 s");
        }
    }

    @Test
    void underscoresInNamesAreFine() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                Dnsmasq dns = new Dnsmasq()) {
            ClientRun run =
                    ClientRun.of("--dns-server", dns.address(), "http://esp_kitchen.test:" + server.port() + "/");

            assertThat(run.exit()).as(run.out()).isZero();
        }
    }

    @Test
    void aNameThatDoesNotExistIs6AndSaysWhoSaidSo() throws IOException {
        try (Dnsmasq dns = new Dnsmasq()) {
            ClientRun run = ClientRun.of("--dns-server", dns.address(), "http://nobody.test/");

            assertThat(run.exit()).isEqualTo(6);
            assertThat(run.out()).contains("NXDOMAIN").contains(dns.address());
        }
    }

    @Test
    void aSilenceAboutIpv6IsNotWaitedFor() throws IOException {
        try (RawServer server = RawServer.answering(OK);
                DatagramSocket dns = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerAddressesOnly(dns));
            answering.start();

            ClientRun run = ClientRun.of(
                    "--dns-server",
                    "127.0.0.1:" + dns.getLocalPort(),
                    "-m",
                    "3",
                    "http://v4.test:" + server.port() + "/");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("AAAA? nobody says timeout").contains("A? 127.0.0.1");
        }
    }

    /** Answers each question for A with this machine, and no other. */
    private static void answerAddressesOnly(DatagramSocket dns) {
        DatagramPacket packet = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                packet.setLength(512);
                dns.receive(packet);
                int end = 12;
                while (packet.getData()[end] != 0) {
                    end += packet.getData()[end] + 1;
                }
                if (packet.getData()[end + 2] == 1) {
                    ByteBuffer answer = ByteBuffer.allocate(512);
                    answer.put(packet.getData(), 0, 2).putShort((short) 0x8180);
                    answer.putShort((short) 1).putShort((short) 1).putInt(0);
                    answer.put(packet.getData(), 12, end + 5 - 12);
                    answer.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1);
                    answer.putInt(60).putShort((short) 4).put(new byte[] {127, 0, 0, 1});
                    dns.send(new DatagramPacket(answer.array(), answer.position(), packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            return; // the end of the test closed it
        }
    }

    @Test
    void aServerThatIsSilentIs28() throws IOException {
        try (Ports.Silent silent = new Ports.Silent()) {
            ClientRun run = ClientRun.of(
                    "--dns-server", "127.0.0.1:" + silent.port(), "--max-time", "0.5", "http://slow.test/");

            assertThat(run.exit()).as(run.out()).isEqualTo(28);
            assertThat(run.out()).contains("FAILED in dns");
        }
    }

    /** dnsmasq with a few names of its own and nobody to ask. */
    private static final class Dnsmasq implements AutoCloseable {

        private final int port = Ports.free();
        private final RunningProgram program;

        Dnsmasq() throws IOException {
            program = Program.named("dnsmasq")
                    .start(
                            "--keep-in-foreground",
                            "--conf-file=/dev/null",
                            "--pid-file=",
                            "--no-resolv",
                            "--no-hosts",
                            "--local=/test/",
                            "--local-ttl=77",
                            "--listen-address=127.0.0.1",
                            "--bind-interfaces",
                            "--port=" + port,
                            "--host-record=kitchen.test,127.0.0.1",
                            "--host-record=esp_kitchen.test,127.0.0.1",
                            "--cname=alias.test,kitchen.test",
                            "--log-facility=-",
                            "--user=root");
            Nginx.awaitPort(program, port);
        }

        String address() {
            return "127.0.0.1:" + port;
        }

        @Override
        public void close() {
            program.close();
        }
    }
}
