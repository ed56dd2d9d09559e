package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.inspect.ClientKind;
import io.hellowire.certs.inspect.Evidence;
import io.hellowire.certs.inspect.Verdict;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.shapes.Shape;
import io.hellowire.testkit.shapes.Shapes;
import io.hellowire.testkit.shapes.ShapesServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client does what certs says of it, for every shape of certificate; and certs is held against real clients. */
class EveryShapeIT {

    @TempDir
    private static Path folder;

    @Test
    void theClientTrustsWhatCertsSaysThatItDoes() throws IOException {
        List<Shape> shapes = Shapes.all().stream()
                .filter(shape -> !shape.host().startsWith("-")) // to --resolve that is another matter
                .toList();
        Map<String, String> wrong = new TreeMap<>();
        try (ShapesServer server = ShapesServer.start(folder, shapes)) {
            for (Shape shape : shapes) {
                String host = shape.host().contains(":") ? "[" + shape.host() + "]" : shape.host();
                String at = host + ":" + server.port(shape);
                ClientRun run = ClientRun.of(
                        "--resolve",
                        at + ":" + (shape.host().contains(":") ? "::1" : "127.0.0.1"),
                        "--cacert",
                        server.trusted(shape).toString(),
                        "https://" + at + "/");
                Verdict said = Evidence.of(
                                certificates(server.chain(shape)), certificates(server.trusted(shape)), Instant.now())
                        .verdict(ClientKind.HELLOWIRE, shape.host());
                if (said.accepts() != (run.exit() == 0)) {
                    wrong.put(shape.toString(), said.reasons() + " and exit " + run.exit() + ": " + run.words());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        return new CertificateLoader(Passphrase.none()).loadContents(file).certificates();
    }
}
