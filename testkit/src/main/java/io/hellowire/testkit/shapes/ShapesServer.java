package io.hellowire.testkit.shapes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** All shapes served by one process of Python's OpenSSL, which asks nothing of its certificates, each at a port of its own. */
public final class ShapesServer implements AutoCloseable {

    private final Path folder;
    private final RunningProgram running;
    private final Map<String, Integer> ports = new HashMap<>();

    private ShapesServer(Path folder, RunningProgram running) {
        this.folder = folder;
        this.running = running;
    }

    /**
     * Serves them.
     *
     * @param folder where {@code NAME.pem} with key and chain and {@code NAME.trusted.pem} with whom to trust are written
     */
    public static ShapesServer start(Path folder, List<Shape> shapes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-c", program(), folder.toString()));
        for (Shape shape : shapes) {
            Files.writeString(folder.resolve(shape.name() + ".pem"), key(shape) + pem(shape.sent()));
            Files.writeString(folder.resolve(shape.name() + ".sent.pem"), pem(shape.sent()));
            Files.writeString(folder.resolve(shape.name() + ".trusted.pem"), pem(shape.trusted()));
            arguments.add(shape.name() + "=" + shape.host());
        }
        RunningProgram running = Program.named("python3").start(arguments.toArray(String[]::new));
        running.awaitMatch(Pattern.compile("(?m)^all$"));
        ShapesServer server = new ShapesServer(folder, running);
        running.out().lines().filter(line -> line.contains(" ")).forEach(line -> {
            int space = line.indexOf(' ');
            server.ports.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
        });
        return server;
    }

    private static String program() throws IOException {
        try (InputStream program = Objects.requireNonNull(ShapesServer.class.getResourceAsStream("server.py"))) {
            return new String(program.readAllBytes(), US_ASCII);
        }
    }

    /** The key of what the server sends, as PEM; without the public key beside it, which OpenSSL cannot read there. */
    private static String key(Shape shape) throws IOException {
        PrivateKeyInfo whole = PrivateKeyInfo.getInstance(
                shape.sent().get(0).key().getPrivate().getEncoded());
        PrivateKeyInfo alone = new PrivateKeyInfo(whole.getPrivateKeyAlgorithm(), whole.parsePrivateKey());
        return pem("PRIVATE KEY", alone.getEncoded());
    }

    /** Certificates as PEM. */
    public static String pem(List<SignedCertificate> certificates) {
        StringBuilder text = new StringBuilder();
        certificates.forEach(certificate -> text.append(pem("CERTIFICATE", certificate.der())));
        return text.toString();
    }

    private static String pem(String what, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    /** Where the shape is served. */
    public int port(Shape shape) {
        return Objects.requireNonNull(ports.get(shape.name()));
    }

    /** The file with what is sent. */
    public Path chain(Shape shape) {
        return folder.resolve(shape.name() + ".sent.pem");
    }

    /** The file with whom to trust. */
    public Path trusted(Shape shape) {
        return folder.resolve(shape.name() + ".trusted.pem");
    }

    @Override
    public void close() {
        running.close();
    }
}
