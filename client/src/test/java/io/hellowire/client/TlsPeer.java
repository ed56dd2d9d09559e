package io.hellowire.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.certs.Identity;
import io.hellowire.certs.write.CertificatesPem;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code openssl s_server} with the given certificates, answering every request with a page. */
final class TlsPeer implements AutoCloseable {

    private static final Pattern ACCEPT = Pattern.compile("ACCEPT [0-9.]+:([0-9]+)");

    private final RunningProgram program;
    private final int port;

    private TlsPeer(RunningProgram program) {
        this.program = program;
        program.awaitText("ACCEPT ");
        Matcher matcher = ACCEPT.matcher(program.out());
        if (!matcher.find()) {
            throw new AssertionError("no port in: " + program.out());
        }
        this.port = Integer.parseInt(matcher.group(1));
    }

    /** Starts it with a PEM file of certificate and key, its chain if there is one, and more of its options. */
    static TlsPeer start(Path pem, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("s_server", "-accept", "127.0.0.1:0", "-cert", pem.toString(), "-key", pem.toString(), "-www"));
        arguments.addAll(List.of(more));
        return new TlsPeer(Program.named("openssl").start(arguments.toArray(String[]::new)));
    }

    String url(String host) {
        return "https://" + host + ":" + port + "/";
    }

    int port() {
        return port;
    }

    /** Waits until it says this on its standard error. */
    void awaitError(String text) {
        program.await(text, running -> running.err().contains(text));
    }

    /** Writes a key and the certificate for it as one PEM file. */
    static Path pem(Path folder, String name, Identity identity) throws IOException {
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(identity.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return Files.writeString(
                folder.resolve(name), key + CertificatesPem.of(List.of(identity.certificate())), US_ASCII);
    }

    /** Writes certificates as a PEM file. */
    static Path pem(Path folder, String name, X509Certificate... certificates) throws IOException {
        return Files.writeString(folder.resolve(name), CertificatesPem.of(List.of(certificates)), US_ASCII);
    }

    @Override
    public void close() {
        program.close();
    }
}
