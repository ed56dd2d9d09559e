package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code trust --install} changes in the stores of NSS and of Java, and that {@code --uninstall} changes it back. */
class InstallIT {

    private final Authority authority = Authority.create(AuthorityProfile.named("Test authority"));
    private final X509Certificate certificate = authority.certificate();
    private final X509Certificate another =
            Authority.create(AuthorityProfile.named("Another")).certificate();

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"C,,", "P,,"})
    void whatNssGotIsTakenAwayAgain(String trust) throws Exception {
        Path database = database("db");
        TrustStore store = new NssStore(database, trust);
        new NssStore(database, "CT,C,C").install(another);
        String before = listed(database);

        store.install(certificate);
        String once = listed(database);
        store.install(certificate);

        assertThat(once).contains(TrustedFile.alias(certificate)).contains(trust);
        assertThat(listed(database)).isEqualTo(once);
        store.uninstall(certificate);
        assertThat(listed(database)).isEqualTo(before);
        assertThatThrownBy(() -> store.uninstall(certificate))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no " + TrustedFile.alias(certificate));
    }

    @Test
    void whatIsInNssUnderAnotherNameStaysAsItIs() throws Exception {
        Path database = database("db");
        Path pem = pem(authority.identity());
        certutil().succeed("-d", "sql:" + database, "-A", "-t", "T,,", "-n", "my own", "-i", pem.toString());
        String before = listed(database);
        TrustStore store = new NssStore(database, "C,,");

        assertThatThrownBy(() -> store.install(certificate)).hasMessageContaining("has it already, as \"my own\"");
        assertThatThrownBy(() -> store.uninstall(certificate)).isInstanceOf(IOException.class);
        assertThat(listed(database)).isEqualTo(before);
    }

    @Test
    void everyProfileOfFirefoxIsChangedAndChangedBack() throws Exception {
        Path one = database(".mozilla/firefox/abc.default");
        Path two = database("snap/firefox/common/.mozilla/firefox/xyz.default-release");
        Files.createDirectories(home.resolve(".mozilla/firefox/Crash Reports"));
        String before = listed(one) + listed(two);

        for (TrustStore store : NssStore.ofFirefox(home)) {
            store.install(certificate);
        }
        assertThat(listed(one)).contains("C,,");
        assertThat(listed(two)).contains("C,,");
        for (TrustStore store : NssStore.ofFirefox(home)) {
            store.uninstall(certificate);
        }
        assertThat(listed(one) + listed(two)).isEqualTo(before);
    }

    @Test
    void withoutAProfileOfFirefoxThereIsNothingToChange() {
        assertThatThrownBy(() -> NssStore.ofFirefox(home)).hasMessageContaining("no profile (expected: Firefox");
    }

    @Test
    void chromiumsDatabaseIsMadeWhereThereIsNone() throws Exception {
        certutil();
        Identity server = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));
        TrustedFile trusted = new TrustedFile(pem(server), server.certificate());

        Path database = NssStore.ofChromium(home, trusted).install(server.certificate());

        assertThat(database).isEqualTo(home.resolve(".pki/nssdb"));
        assertThat(listed(database)).contains("P,,");
    }

    @Test
    void aDatabaseThatWasMadeGoesAgain() throws Exception {
        certutil();
        TrustStore store = new NssStore(home.resolve(".pki/nssdb"), "C,,");

        store.install(certificate);
        store.install(certificate);
        assertThat(home.resolve(".pki/nssdb/cert9.db")).exists();
        store.uninstall(certificate);

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aDatabaseThatWasMadeStaysWhileSomethingIsInIt() throws Exception {
        certutil();
        Path database = home.resolve(".pki/nssdb");
        TrustStore store = new NssStore(database, "C,,");

        store.install(certificate);
        store.install(another);
        Path note = Files.writeString(home.resolve(".pki/note"), "mine");
        store.uninstall(certificate);
        assertThat(listed(database)).contains(TrustedFile.alias(another));
        store.uninstall(another);

        assertThat(database).doesNotExist();
        assertThat(note).exists();
    }

    @Test
    void anEmptyDatabaseThatWasThereStays() throws Exception {
        Path database = database(".pki/nssdb");
        TrustStore store = new NssStore(database, "C,,");

        store.install(certificate);
        store.uninstall(certificate);

        assertThat(database.resolve("cert9.db")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/lib/jvm/java-17-openjdk-amd64", "/usr/lib/jvm/temurin-25-jdk-amd64", "this"})
    void whatAJavaGotIsTakenAwayAgain(String java) throws Exception {
        Path home = javaHome(java);
        Path file = home.resolve("lib/security/cacerts");
        TrustStore store = JavaStore.of(home);
        Map<String, String> before = entries(file);
        assertThat(before).isNotEmpty();

        assertThat(store.install(certificate)).isEqualTo(file.toRealPath());
        store.install(certificate);

        assertThat(fetch(home, file)).contains(TlsServer.PAGE);
        store.uninstall(certificate);
        assertThat(entries(file)).isEqualTo(before);
        assertThatThrownBy(() -> store.uninstall(certificate))
                .hasMessageContaining("has no " + TrustedFile.alias(certificate));
    }

    @Test
    void whatIsInAJavaUnderAnotherNameStaysAsItIs() throws Exception {
        Path home = javaHome("this");
        Path file = home.resolve("lib/security/cacerts");
        Path pem = pem(authority.identity());
        Program.at(home.resolve("bin/keytool"))
                .succeed(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        "mine",
                        "-file",
                        pem.toString(),
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit");
        Map<String, String> before = entries(file);

        assertThatThrownBy(() -> JavaStore.of(home).install(certificate)).hasMessageContaining("already, as \"mine\"");
        assertThatThrownBy(() -> JavaStore.of(home).uninstall(certificate)).isInstanceOf(IOException.class);
        assertThat(entries(file)).isEqualTo(before);
    }

    @Test
    void theCommandChangesTheJavaThatIsNamedAndSaysSo() throws Exception {
        Path java = javaHome("this");
        Path pem = pem(authority.identity());
        Map<String, String> before = entries(java.resolve("lib/security/cacerts"));

        assertThat(run("trust", pem.toString(), "--on", "java", "--java-home", java.toString(), "--install"))
                .startsWith("0 Trusted now: ");
        assertThat(run("trust", pem.toString(), "--on", "java", "--java-home", java.toString(), "--uninstall"))
                .startsWith("0 No longer trusted: ");
        assertThat(entries(java.resolve("lib/security/cacerts"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"macos", "windows", "android", "micropython"})
    void whatCannotBeChangedFromHereIsSaidOnly(String truster) throws Exception {
        Path pem = pem(authority.identity());

        assertThat(run("trust", pem.toString(), "--on", truster, "--install"))
                .startsWith("1 ")
                .contains("--on " + truster + ": cannot be changed from here");
        assertThat(run("trust", pem.toString(), "--on", truster)).startsWith("0 How to trust");
    }

    @Test
    void whatIsNoJavaIsSaid() throws Exception {
        assertThatThrownBy(() -> JavaStore.of(home)).hasMessageContaining("no Java (expected: a directory with");
    }

    private String fetch(Path java, Path store) throws Exception {
        Path source = Files.writeString(home.resolve("Fetch.java"), """
                class Fetch {
                    public static void main(String[] url) throws Exception {
                        new java.net.URL(url[0]).openStream().transferTo(System.out);
                    }
                }
                """);
        try (TlsServer server = new TlsServer(authority.issue(CertificateProfile.server(Names.of("127.0.0.1"))))) {
            return Program.at(java.resolve("bin/java"))
                    .succeed("-Djavax.net.ssl.trustStore=" + store, source.toString(), server.url())
                    .out();
        }
    }

    /** A Java whose store is a copy. */
    private Path javaHome(String java) throws IOException {
        Path original = java.equals("this") ? Path.of(System.getProperty("java.home")) : Path.of(java);
        assumeTrue(Files.isDirectory(original), "skipped: no Java in " + java);
        Path copy = Files.createDirectories(home.resolve("java"));
        Files.createDirectories(copy.resolve("lib/security"));
        Files.createDirectory(copy.resolve("bin"));
        for (String program : List.of("java", "keytool")) {
            String script = "#!/bin/sh\nexec " + original.resolve("bin").resolve(program) + " \"$@\"\n";
            Path file = Files.writeString(copy.resolve("bin").resolve(program), script);
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.copy(original.resolve("lib/security/cacerts").toRealPath(), copy.resolve("lib/security/cacerts"));
        return copy;
    }

    /** As Java itself reads it: without a password. */
    private static Map<String, String> entries(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
        Map<String, String> entries = new TreeMap<>();
        for (String alias : Collections.list(store.aliases())) {
            entries.put(
                    alias,
                    store.getCreationDate(alias).getTime() / 1000 + " "
                            + store.getCertificate(alias).hashCode());
        }
        return entries;
    }

    private Path database(String place) throws IOException {
        Path database = Files.createDirectories(home.resolve(place));
        certutil().succeed("-d", "sql:" + database, "-N", "--empty-password");
        return database;
    }

    private static String listed(Path database) {
        return certutil().succeed("-d", "sql:" + database, "-L").out();
    }

    private static Program certutil() {
        return Program.named("certutil");
    }

    private Path pem(Identity identity) throws IOException {
        return new Destination(home, "trusted", List.of(Format.PEM), IfPresent.REPLACE)
                .write(new Material(identity.key(), identity.chain()))
                .get(0);
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        return Main.run(out, out, Map.of(), arguments) + " " + said;
    }
}
