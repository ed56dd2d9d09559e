package io.hellowire.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Passphrase;
import io.hellowire.server.tls.CertificateSource;
import io.hellowire.server.tls.TlsOptions;
import io.hellowire.server.tls.TlsOptions.ClientAuthentication;
import io.hellowire.server.tls.TlsProvider;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TlsIT {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "JDK"})
    void isSpokenByBothLibraries(TlsProvider provider) throws IOException {
        try (TestServer server = TestServer.in(directory, with(provider))) {
            Program curl = Program.named("curl");
            curl.succeed("-s", "--tls-max", "1.2", "--insecure", server.httpsUrl());
            curl.succeed("-s", "--tlsv1.3", "--insecure", server.httpsUrl());
            assertThat(server.journal()).contains(" -- https TLSv1.2 TLS_").contains(" -- https TLSv1.3 TLS_");
        }
    }

    @ParameterizedTest(name = "{0}, TLS {1}")
    @CsvSource({"OPENSSL,1.2", "OPENSSL,1.3", "JDK,1.2", "JDK,1.3"})
    void aClientThatDoesNotTrustUsIsOneLineInWords(TlsProvider provider, String version) throws IOException {
        try (TestServer server = TestServer.in(directory, with(provider))) {
            Program.named("curl").run("-s", "--tls-max", version, server.httpsUrl());
            assertThat(server.journal())
                    .hasLineCount(1)
                    .startsWith("----- TLS handshake failed -- 127.0.0.1:")
                    .contains("the client sent alert unknown_ca(48): it does not trust the issuer of our certificate")
                    .contains("; offered TLSv1." + version.charAt(2))
                    .contains("; ALPN h2, http/1.1; ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "JDK"})
    void aClientThatIsTooOldIsOneLine(TlsProvider provider) throws IOException {
        try (TestServer server = TestServer.in(directory, with(provider))) {
            Program.named("openssl")
                    .run(
                            "s_client",
                            "-connect",
                            "127.0.0.1:" + server.httpsPort(),
                            "-tls1_1",
                            "-cipher",
                            "DEFAULT@SECLEVEL=0",
                            "-servername",
                            "a\u001bb");
            assertThat(server.journal())
                    .hasLineCount(1)
                    .startsWith("----- TLS handshake failed -- ")
                    .contains("; offered TLSv1.1; SNI a\\x1Bb; ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "JDK"})
    void aClientThatEndsInTheMiddleIsNotWaitedFor(TlsProvider provider) throws IOException {
        try (TestServer server = TestServer.in(directory, with(provider));
                Wire wire = Wire.to(server.httpsPort())) {
            wire.send("\u0016\u0003\u0001\u0002\0\u0001");
            wire.finish();
            assertThat(wire.readToEnd()).isEmpty();
            assertThat(server.journal())
                    .hasLineCount(1)
                    .contains("the client closed the connection before it was finished; no ClientHello came");
        }
    }

    @Test
    void aProbeThatSaysNothingIsNoFailure() throws IOException {
        try (TestServer server = TestServer.in(directory);
                Wire wire = Wire.to(server.httpsPort())) {
            wire.finish();
            assertThat(wire.readToEnd()).isEmpty();
            assertThat(server.journal()).isEmpty();
        }
    }

    @Test
    void speaksHttp11ByAlpn() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            ProgramResult result = Program.named("openssl")
                    .run("s_client", "-connect", "127.0.0.1:" + server.httpsPort(), "-alpn", "h2,http/1.1");
            assertThat(result.out()).contains("ALPN protocol: http/1.1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "JDK"})
    void refusesToRenegotiate(TlsProvider provider) throws IOException {
        try (TestServer server = TestServer.in(directory, with(provider));
                RunningProgram client = Program.named("openssl")
                        .start("s_client", "-connect", "127.0.0.1:" + server.httpsPort(), "-tls1_2")) {
            client.awaitText("Verify return code");
            client.send("R\n".getBytes(US_ASCII));
            ProgramResult result = client.await(Duration.ofSeconds(30));
            assertThat(result.out() + result.err()).contains("RENEGOTIATING").doesNotContain("Hello #");
            assertThat(result.exitCode()).isNotZero();
        }
    }

    @Test
    void wantsTheClientsCertificateAndShowsIt() throws IOException {
        Path client = pair("client", "/CN=device 7");
        UnaryOperator<ServerOptions> needed = TestServer.tls(new TlsOptions(
                CertificateSource.automatic(directory), TlsProvider.AUTO, List.of(client), ClientAuthentication.NEED));
        try (TestServer server = TestServer.in(directory, needed)) {
            String key = directory.resolve("client-key.pem").toString();
            Program.named("curl")
                    .succeed("-s", "--insecure", "--cert", client.toString(), "--key", key, server.httpsUrl());
            assertThat(Program.named("curl")
                            .run("-s", "--insecure", server.httpsUrl())
                            .exitCode())
                    .isNotZero();
            assertThat(server.journal())
                    .contains("----- client certificate: CN=device 7, SHA-256 ")
                    .contains("----- TLS handshake failed -- ");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "JDK"})
    void mayWantACertificateAndServeThoseWithoutOneToo(TlsProvider provider) throws IOException {
        Path client = pair("client", "/CN=device 7");
        Path stranger = pair("stranger", "/CN=stranger");
        UnaryOperator<ServerOptions> wanted = TestServer.tls(new TlsOptions(
                CertificateSource.automatic(directory), provider, List.of(client), ClientAuthentication.WANT));
        try (TestServer server = TestServer.in(directory, wanted)) {
            assertThat(fetch(server).out()).isEqualTo("Hello #0 from Hellowire!\n");
            assertThat(fetch(server, "--cert", client.toString(), "--key", keyOf(client))
                            .out())
                    .isEqualTo("Hello #1 from Hellowire!\n");
            assertThat(fetch(server, "--cert", stranger.toString(), "--key", keyOf(stranger))
                            .exitCode())
                    .isNotZero();
            assertThat(server.journal())
                    .containsOnlyOnce("----- client certificate: ")
                    .contains("----- client certificate: CN=device 7, SHA-256 ")
                    .containsOnlyOnce("----- TLS handshake failed -- ");
        }
    }

    private static ProgramResult fetch(TestServer server, String... options) {
        List<String> all = new ArrayList<>(List.of("-s", "--insecure", server.httpsUrl()));
        all.addAll(List.of(options));
        return Program.named("curl").run(all.toArray(String[]::new));
    }

    private static String keyOf(Path certificate) {
        return certificate.toString().replace(".pem", "-key.pem");
    }

    @Test
    void keepsItsKeyFromOthers() throws IOException {
        try (TestServer server = TestServer.in(directory)) {
            Path key = directory.resolve("hellowire-key.pem");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(server.certificate()).exists();
        }
    }

    @Test
    void keepsItsCertificateFromStartToStart() throws IOException {
        TestServer.in(directory).close();
        byte[] first = Files.readAllBytes(directory.resolve("hellowire.pem"));
        TestServer.in(directory).close();
        assertThat(Files.readAllBytes(directory.resolve("hellowire.pem"))).isEqualTo(first);
    }

    @Test
    void picksUpAChangedPairAndKeepsTheOldOneForABrokenOne() throws IOException {
        Path first = pair("first", "/CN=first");
        Path second = pair("second", "/CN=second");
        Path certificate = directory.resolve("live.pem");
        Path key = directory.resolve("live-key.pem");
        copy("first-key.pem", key);
        copy(first.getFileName().toString(), certificate);
        CertificateSource files = CertificateSource.files(List.of(certificate, key), Passphrase.none());
        try (TestServer server = TestServer.in(directory, TestServer.tls(TlsOptions.with(files)))) {
            assertThat(subject(server)).contains("CN = first");
            copy(second.getFileName().toString(), certificate); // half of the pair: the key does not fit yet
            assertThat(subject(server)).contains("CN = first");
            copy("second-key.pem", key);
            awaitSubject(server, "CN = second");
            Files.writeString(certificate, "nonsense");
            assertThat(subject(server)).contains("CN = second");
        }
    }

    /** As {@code openssl req -x509} makes them, which Firefox takes from no server. */
    @Test
    void saysAtTheStartThatACertificateIsNotForServing() throws IOException {
        Path pem = pair("ca", "/CN=ca");
        Path key = directory.resolve("ca-key.pem");
        try (ServerProgram server = ServerProgram.in(directory, "--cert=" + pem, "--key=" + key)) {
            server.awaitText("the certificate of CN=ca is that of an authority");
        }
    }

    private void copy(String from, Path to) throws IOException {
        Files.copy(directory.resolve(from), to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void awaitSubject(TestServer server, String expected) {
        long end = System.nanoTime() + 30_000_000_000L;
        String subject = subject(server);
        while (!subject.contains(expected) && System.nanoTime() < end) {
            subject = subject(server);
        }
        assertThat(subject).contains(expected);
    }

    private static String subject(TestServer server) {
        return Program.named("openssl")
                .run("s_client", "-connect", "127.0.0.1:" + server.httpsPort())
                .out();
    }

    private Path pair(String name, String subject) {
        Program.named("openssl")
                .in(directory)
                .succeed(
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "30",
                        "-subj",
                        subject,
                        "-keyout",
                        name + "-key.pem",
                        "-out",
                        name + ".pem");
        return directory.resolve(name + ".pem");
    }

    private UnaryOperator<ServerOptions> with(TlsProvider provider) {
        return TestServer.tls(
                new TlsOptions(CertificateSource.automatic(directory), provider, List.of(), ClientAuthentication.NEED));
    }
}
