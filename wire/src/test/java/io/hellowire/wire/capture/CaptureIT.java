package io.hellowire.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.wire.capture.CaptureOptions.Secrets;
import io.netty.handler.ssl.SslProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureIT {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} {1} at {2}")
    @CsvSource({
        "JDK, TLSv1.3, server",
        "JDK, TLSv1.2, server",
        "JDK, TLSv1.3, client",
        "JDK, TLSv1.2, client",
        "OPENSSL, TLSv1.3, server",
        "OPENSSL, TLSv1.2, server",
        "OPENSSL, TLSv1.3, client",
        "OPENSSL, TLSv1.2, client"
    })
    void opensWithEmbeddedSecretsAndNoOption(SslProvider provider, String version, String side) throws Exception {
        Path file = folder.resolve("capture.pcapng");
        CaptureOptions options =
                new CaptureOptions(file.toString(), false, Secrets.EMBED, null, null, 0, CaptureFilter.EVERYTHING);
        try (Capture capture = Capture.start(options, "test", System.err::println);
                TappedServer server = new TappedServer(
                        side.equals("server") ? capture : null, Tls.server(provider, version), "127.0.0.1");
                TappedClient client =
                        new TappedClient(side.equals("client") ? capture : null, Tls.client(provider, version))) {
            for (int i = 0; i < 3; i++) {
                try (TappedClient.Connection connection = client.connect(server.address())) {
                    connection.send("/a").await("hello /a").send("/b", "/c").await("hello /c");
                }
            }
        }

        Tshark tshark = new Tshark(file);
        assertThat(tshark.warnings()).isEmpty();
        assertThat(tshark.requests()).hasSize(9);
        assertThat(tshark.responses()).hasSize(9).containsOnly("200");
    }
}
