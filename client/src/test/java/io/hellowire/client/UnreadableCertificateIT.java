package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.shapes.Shape;
import io.hellowire.testkit.shapes.Shapes;
import io.hellowire.testkit.shapes.ShapesServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that OpenSSL serves and Java cannot read: the reason is said, what is in them is shown, and -k goes on. */
class UnreadableCertificateIT {

    @TempDir
    private static Path folder;

    private static ShapesServer server;
    private static final List<Shape> SHAPES =
            Shapes.all().stream().filter(UnreadableCertificateIT::isOne).toList();

    private static boolean isOne(Shape shape) {
        return List.of(
                        "issuer-empty",
                        "self-nameless",
                        "issuer-unsaid",
                        "subject-empty",
                        "key-explicit",
                        "self-explicit",
                        "int-explicit")
                .contains(shape.name());
    }

    @BeforeAll
    static void serve() throws IOException {
        server = ShapesServer.start(folder, SHAPES);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "openssl", "jdk"})
    void areRefusedWithTheReason(String library) {
        for (Shape shape : readableFor(library)) {
            ClientRun run = fetch(shape, library);

            assertThat(run.exit()).as(shape + run.out() + run.err()).isEqualTo(60);
            assertThat(run.words()).as(shape.toString()).contains("Java cannot read it: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"auto, text", "auto, json", "openssl, text", "jdk, text"})
    void areNoReasonToStopWithK(String library, String format) {
        for (Shape shape : readableFor(library)) {
            ClientRun run = fetch(shape, library, "-k", "--show-certs", "--report", format);

            assertThat(run.exit()).as(shape + run.out() + run.err()).isZero();
            assertThat(run.words()).as(shape.toString()).contains("Java cannot read it: ", "DNS:dev.test");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "openssl", "jdk"})
    void areThePinnedOnesOrNot(String library) throws GeneralSecurityException, IOException {
        for (Shape shape : readableFor(library)) {
            byte[] key = shape.sent().get(0).holder().getSubjectPublicKeyInfo().getEncoded();
            String pin = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
            String wrong = "A".repeat(43) + "=";

            assertThat(fetch(shape, library, "-k", "--pinnedpubkey", "sha256//" + wrong)
                            .exit())
                    .as(shape.toString())
                    .isEqualTo(90);
            assertThat(fetch(shape, library, "-k", "--pinnedpubkey", "sha256//" + pin)
                            .exit())
                    .as(shape.toString())
                    .isZero();
        }
    }

    private static ClientRun fetch(Shape shape, String library, String... more) {
        String at = shape.host() + ":" + server.port(shape);
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--tls-provider", library, "--resolve", at + ":127.0.0.1", "https://" + at + "/"));
        return ClientRun.of(arguments.toArray(String[]::new));
    }

    /** BoringSSL ends the handshake at once when it is to verify with such a key. */
    private static List<Shape> readableFor(String library) {
        return SHAPES.stream()
                .filter(shape -> !library.equals("openssl")
                        || !List.of("key-explicit", "self-explicit").contains(shape.name()))
                .toList();
    }

    @Test
    void boringSslAloneCannotReadAKeyWithACurveOfItsOwnAndSaysSo() {
        for (Shape shape : SHAPES) {
            if (!readableFor("openssl").contains(shape)) {
                ClientRun run = fetch(shape, "openssl", "-k");

                assertThat(run.exit()).as(shape.toString()).isEqualTo(35);
                assertThat(run.words()).contains("BoringSSL cannot read", "--tls-provider jdk");
            }
        }
    }
}
