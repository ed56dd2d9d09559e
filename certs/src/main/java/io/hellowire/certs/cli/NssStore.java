package io.hellowire.certs.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hellowire.certs.write.CertificatesPem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database of NSS, from which Firefox and Chromium on Linux take whom to trust; NSS's own {@code certutil} changes it.
 *
 * @param database its directory; made if it is not there
 * @param trust what certutil is told a certificate is trusted for, such as {@code C,,}
 */
record NssStore(Path database, String trust) implements TrustStore {

    private static final ExternalCommand CERTUTIL =
            new ExternalCommand(List.of("certutil"), "libnss3-tools or nss-tools");

    private static final List<String> FIREFOX = List.of(
            ".mozilla/firefox",
            "snap/firefox/common/.mozilla/firefox",
            ".var/app/org.mozilla.firefox/.mozilla/firefox");

    /** That of Chromium and Chrome, one for each user. */
    static NssStore ofChromium(Path home, TrustedFile trusted) {
        return new NssStore(home.resolve(".pki/nssdb"), trusted.chromiumTrust());
    }

    /**
     * Those of Firefox, one for each profile.
     *
     * @throws IOException if there is none
     */
    static List<TrustStore> ofFirefox(Path home) throws IOException {
        List<TrustStore> profiles = new ArrayList<>();
        for (String place : FIREFOX) {
            Path directory = home.resolve(place);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> inside = Files.list(directory)) {
                    inside.filter(NssStore::isDatabase)
                            .sorted()
                            .forEach(profile -> profiles.add(new NssStore(profile, "C,,")));
                }
            }
        }
        if (profiles.isEmpty()) {
            throw new IOException(home.resolve(FIREFOX.get(0)) + ": no profile (expected: Firefox was started once)");
        }
        return profiles;
    }

    private static boolean isDatabase(Path directory) {
        return Files.exists(directory.resolve("cert9.db"));
    }

    @Override
    public Path install(X509Certificate certificate) throws IOException {
        if (!isDatabase(database)) {
            made().make(() -> CERTUTIL.succeed("-d", url(), "-N", "--empty-password"));
        }
        String name = nameOf(certificate);
        if (name != null && !name.equals(TrustedFile.alias(certificate))) {
            throw new IOException(database + ": has it already, as \"" + name + "\" (expected: not yet)");
        }
        if (name == null) {
            add(certificate);
        }
        return database;
    }

    private void add(X509Certificate certificate) throws IOException {
        Path file = Files.createTempFile("hellowire-", ".pem");
        try {
            Files.writeString(file, CertificatesPem.of(List.of(certificate)), US_ASCII);
            CERTUTIL.succeed(
                    "-d", url(), "-A", "-t", trust, "-n", TrustedFile.alias(certificate), "-i", file.toString());
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public Path uninstall(X509Certificate certificate) throws IOException {
        String alias = TrustedFile.alias(certificate);
        if (!isDatabase(database) || !alias.equals(nameOf(certificate))) {
            throw new IOException(database + ": has no " + alias + " (expected: what --install added)");
        }
        CERTUTIL.succeed("-d", url(), "-D", "-n", alias);
        if (made().isOurs() && isEmpty()) {
            made().delete();
        }
        return database;
    }

    private CreatedDatabase made() {
        return new CreatedDatabase(database.toAbsolutePath());
    }

    private boolean isEmpty() throws IOException {
        return names().isEmpty() && CERTUTIL.run("-d", url(), "-K").said().contains("no keys found");
    }

    /** What it is called there, or {@code null} if it is not there; NSS keeps each certificate under one name. */
    private @Nullable String nameOf(X509Certificate certificate) throws IOException {
        for (String name : names()) {
            if (isCalled(name, certificate)) {
                return name;
            }
        }
        return null;
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : CERTUTIL.succeed("-d", url(), "-L").lines().toList()) {
            String name = line.replaceFirst("\\s+[a-zA-Z]*,[a-zA-Z]*,[a-zA-Z]*\\s*$", "");
            if (!name.equals(line)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean isCalled(String name, X509Certificate certificate) throws IOException {
        ExternalCommand.Outcome outcome = CERTUTIL.run("-d", url(), "-L", "-n", name, "-a");
        try {
            return outcome.exitCode() == 0
                    && CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(outcome.said().getBytes(US_ASCII)))
                            .contains(certificate);
        } catch (CertificateException e) {
            return false; // one that Java cannot read is not the one that it has read
        }
    }

    private String url() {
        return "sql:" + database;
    }
}
