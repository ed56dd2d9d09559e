package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts whose names have underscores, as services in a container network have. */
class UnderscoreIT {

    @TempDir
    private Path folder;

    static Stream<Arguments> librariesAndNames() {
        return Stream.of("openssl", "jdk")
                .flatMap(library -> Stream.of("my_service", "_web", "web_", "project_web_1.my_net", "a.b_c.local")
                        .map(name -> Arguments.of(library, name)));
    }

    /** The server goes on only if the hello names it. */
    @ParameterizedTest
    @MethodSource("librariesAndNames")
    void areNamedInTheHelloAndFoundInTheCertificate(String library, String name) throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of(name)));
        String pem = TlsPeer.pem(folder, "server.pem", identity).toString();
        Path root = TlsPeer.pem(folder, "root.pem", identity.certificate());
        String[] options = {"-servername", name, "-servername_fatal", "-cert2", pem, "-key2", pem};
        try (TlsPeer peer = TlsPeer.start(Path.of(pem), options)) {
            ClientRun run = ClientRun.of(
                    "--tls-provider",
                    library,
                    "--cacert",
                    root.toString(),
                    "--resolve",
                    name + ":" + peer.port() + ":127.0.0.1",
                    peer.url(name));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.words())
                    .contains("trusted, and valid for \"" + name + "\" (matched DNS:" + name + ")")
                    .contains("> Host: " + name + ":" + peer.port());
        }
    }

    @ParameterizedTest
    @MethodSource("librariesAndNames")
    void areNotTakenForOneAnother(String library, String name) throws IOException {
        Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("another_" + name)));
        Path root = TlsPeer.pem(folder, "root.pem", identity.certificate());
        try (TlsPeer peer = TlsPeer.start(TlsPeer.pem(folder, "server.pem", identity))) {
            ClientRun run = ClientRun.of(
                    "--tls-provider",
                    library,
                    "--cacert",
                    root.toString(),
                    "--resolve",
                    name + ":" + peer.port() + ":127.0.0.1",
                    peer.url(name));

            assertThat(run.exit()).as(run.out()).isEqualTo(60);
            assertThat(run.words()).contains("the certificate is not for " + name);
        }
    }
}
