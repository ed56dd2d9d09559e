package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The secrets of TLS in a file of their own. */
class KeyLogIT {

    @TempDir
    private Path directory;

    private Path keyLog;

    @BeforeEach
    void nameTheFile() {
        keyLog = directory.resolve("wire.keys");
    }

    @Test
    void isWrittenWithoutACapture() throws IOException {
        try (ServerProgram server = ServerProgram.in(directory, "--keylog", keyLog.toString())) {
            askOnceAndEnd(server);
        }

        assertThat(keyLog).content().contains("CLIENT_TRAFFIC_SECRET_0 ", "SERVER_HANDSHAKE_TRAFFIC_SECRET ");
        assertThat(Files.getPosixFilePermissions(keyLog)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void isWrittenBesideTheCaptureThatItOpens(String library) {
        String capture = directory.resolve("wire.pcapng").toString();
        try (ServerProgram server =
                ServerProgram.in(directory, "--capture", capture, "--secrets", "file", "--tls-provider", library)) {
            assertThat(server.err()).contains("writing TLS secrets to " + keyLog + ": keep it to yourself");
            askOnceAndEnd(server);
        }

        assertThat(requestsIn(capture)).isEmpty();
        assertThat(requestsIn(capture, "-o", "tls.keylog_file:" + keyLog)).isEqualTo("/a\n");
    }

    @Test
    void obeysTheCommonVariableIfThatIsAllowed() {
        Map<String, String> environment = Map.of("SSLKEYLOGFILE", keyLog.toString());
        try (ServerProgram server = ServerProgram.in(directory, environment, "--allow-keylog")) {
            askOnceAndEnd(server);
        }

        assertThat(keyLog).content().contains("CLIENT_TRAFFIC_SECRET_0 ");
    }

    @Test
    void ignoresTheCommonVariableOtherwise() {
        try (ServerProgram server = ServerProgram.in(directory, Map.of("SSLKEYLOGFILE", keyLog.toString()))) {
            askOnceAndEnd(server);
        }

        assertThat(keyLog).doesNotExist();
    }

    @Test
    void isNeverEmpty() {
        try (ServerProgram server = ServerProgram.in(directory, "--keylog", keyLog.toString())) {
            server.signal("TERM");

            assertThat(server.await().err())
                    .contains("key log " + keyLog + ": not written, as there was no TLS handshake");
        }

        assertThat(keyLog).doesNotExist();
    }

    @Test
    void isRefusedWhereSecretsCannotBeHad() {
        ProgramResult result = Program.java(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.hellowire.server.cli.Main",
                        "--http-port",
                        "0",
                        "--https-port",
                        "0",
                        "--state-dir",
                        directory.toString(),
                        "--tls-provider",
                        "jdk",
                        "--keylog",
                        keyLog.toString())
                .run();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("TLS secrets: the JDK's TLS engine is closed to us (expected: java -jar, or --add-opens");
        assertThat(keyLog).doesNotExist();
    }

    private static void askOnceAndEnd(ServerProgram server) {
        Program.named("curl").succeed("-sk", "https://127.0.0.1:" + server.httpsPort() + "/a");
        server.signal("TERM");
        server.await();
    }

    private static String requestsIn(String capture, String... options) {
        ProgramResult result = Tshark.requestsIn(capture, options);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out();
    }
}
