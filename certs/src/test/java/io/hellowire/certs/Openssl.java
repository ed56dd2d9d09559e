package io.hellowire.certs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real {@code openssl}, at work in one directory; it makes every file that the loader is tried on. */
public final class Openssl {

    /** The ways to ask {@code openssl req -newkey} for a key of each type. */
    public static final List<String> KEY_TYPES = List.of(
            "rsa:2048", "rsa:3072", "rsa:4096", "ec:P-256", "ec:P-384", "ec:P-521", "ed25519", "ed448", "rsa-pss");

    private final Path directory;

    public Openssl(Path directory) {
        this.directory = directory;
    }

    /** Runs it with these arguments, separated by one space each, and expects exit code 0. */
    public ProgramResult run(String arguments) {
        return Program.named("openssl").in(directory).succeed(arguments.split(" "));
    }

    /** Whether it succeeds with these arguments. */
    public boolean accepts(String arguments) {
        return Program.named("openssl").in(directory).run(arguments.split(" ")).exitCode() == 0;
    }

    /** Makes {@code NAME.pem} and {@code NAME-key.pem}, self-signed, as the tutorial does: for an IP address, by name and by IP. */
    public void pair(String name, String keyType) {
        pair(name, keyType, "-days 365 -addext subjectAltName=DNS:" + name + ".test,DNS:10.39.40.168,IP:10.39.40.168");
    }

    /** Makes {@code NAME.pem} and {@code NAME-key.pem}, self-signed, with these further arguments. */
    public void pair(String name, String keyType, String more) {
        run("req -x509 " + newKey(keyType) + " -nodes -keyout " + name + "-key.pem -out " + name + ".pem -subj /CN="
                + name + " " + more);
    }

    /** Makes a certificate authority {@code NAME.pem} and {@code NAME-key.pem}, signed by another or by itself. */
    public void authority(String name, String issuer) {
        issue(name, issuer, "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign");
    }

    /** Makes a server certificate {@code NAME.pem} and {@code NAME-key.pem}, signed by an authority made before. */
    public void leaf(String name, String issuer) {
        issue(name, issuer, "-addext subjectAltName=DNS:" + name + ".test");
    }

    private void issue(String name, String issuer, String extensions) {
        if (issuer.equals(name)) {
            pair(name, "ec:P-256", extensions);
        } else {
            request(name, issuer, "ec:P-256", "/CN=" + name, extensions);
        }
    }

    /**
     * Makes {@code NAME.pem} and {@code NAME-key.pem} with exactly these extensions and those that OpenSSL always adds.
     *
     * @param issuer an authority made before, or the same name for a self-signed one that is no authority
     */
    public void certificate(String name, String issuer, String keyType, String commonName, String... extensions) {
        StringBuilder all = new StringBuilder("-addext basicConstraints=CA:FALSE");
        for (String extension : extensions) {
            all.append(" -addext ").append(extension);
        }
        if (issuer.equals(name)) {
            run("req -x509 " + newKey(keyType) + " -nodes -keyout " + name + "-key.pem -out " + name + ".pem -subj /CN="
                    + commonName + " " + all);
        } else {
            request(name, issuer, keyType, "/CN=" + commonName, all.toString());
        }
    }

    private void request(String name, String issuer, String keyType, String subject, String extensions) {
        run("req -new " + newKey(keyType) + " -nodes -keyout " + name + "-key.pem -out " + name + ".csr -subj "
                + subject + " " + extensions);
        run("x509 -req -in " + name + ".csr -CA " + issuer + ".pem -CAkey " + issuer
                + "-key.pem -days 300 -copy_extensions copyall -out " + name + ".pem");
    }

    private static String newKey(String keyType) {
        if (keyType.equals("rsa-pss")) {
            return "-newkey rsa-pss -pkeyopt rsa_keygen_bits:2048";
        }
        return keyType.startsWith("ec:")
                ? "-newkey ec -pkeyopt ec_paramgen_curve:" + keyType.substring(3)
                : "-newkey " + keyType;
    }

    /** A file it made or is to read. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** The text of a file. */
    public String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    /** Writes a file. */
    public Path write(String name, String text) throws IOException {
        return Files.write(file(name), text.getBytes(UTF_8));
    }
}
