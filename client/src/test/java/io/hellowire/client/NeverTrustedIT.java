package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What curl refuses, we do not trust: everything counts in the chain that was given, the trusted certificate too. */
class NeverTrustedIT {

    private static final String SERVER = "subjectAltName=IP:127.0.0.1";
    private static final String CA = "basicConstraints=critical,CA:TRUE keyUsage=critical,keyCertSign";

    @TempDir
    private Path folder;

    private final Program openssl = Program.named("openssl");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an authority whose time is over   | 20200101000000Z-20210101000000Z |          |                                                       |          | expired on 2021-01-01
        one whose time is to come         | 20990101000000Z-20990201000000Z |          |                                                       |          | is valid from 2099-01-01
        an authority for clients          |          |          | extendedKeyUsage=clientAuth                           |          | is not meant for servers
        an address not permitted          |          |          | nameConstraints=critical,permitted;IP:10.0.0.0/255.0.0.0 |       | may not sign 127.0.0.1 (permitted: 10.0.0.0/8)
        the same, not critical            |          |          | nameConstraints=permitted;IP:10.0.0.0/255.0.0.0       |          | may not sign 127.0.0.1 (permitted: 10.0.0.0/8)
        an address that is excluded       |          |          | nameConstraints=critical,excluded;IP:127.0.0.0/255.0.0.0 |       | may not sign 127.0.0.1: 127.0.0.0/8 is excluded
        a name not permitted              |          |          | nameConstraints=critical,permitted;DNS:test           | subjectAltName=IP:127.0.0.1,DNS:evil.example | may not sign evil.example (permitted: test)
        a name that is excluded           |          |          | nameConstraints=critical,excluded;DNS:evil.example    | subjectAltName=IP:127.0.0.1,DNS:www.evil.example | may not sign www.evil.example
        an authority with a small key     |          | rsa:1024 |                                                       |          | an RSA 1024 key
        a signature with SHA-1            |          |          |                                                       | -sha1    | SHA1with
        an extension unknown to everybody |          |          |                                                       | 1.2.3.4=critical,DER:0500 | critical extension 1.2.3.4
        """)
    void anAuthority(String name, String validity, String key, String extensions, String more, String reason)
            throws IOException {
        make("root", "root", validity, key, CA + (extensions == null ? "" : " " + extensions));
        make(
                "server",
                "root",
                null,
                null,
                more == null ? SERVER : more.startsWith("-") ? SERVER + " " + more : withServer(more));

        refusedBecause(reason, "root.pem");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a server whose time is over  | 20200101000000Z-20210101000000Z |          |                             | expired on 2021-01-01
        one whose time is to come    | 20990101000000Z-20990201000000Z |          |                             | is valid from 2099-01-01
        one for clients              |          |          | extendedKeyUsage=clientAuth | its extendedKeyUsage lacks serverAuth
        a small key                  |          | rsa:1024 |                             | an RSA 1024 key
        """)
    void aCertificateThatIsTrustedByItself(String name, String validity, String key, String extensions, String reason)
            throws IOException {
        make("server", "server", validity, key, SERVER + (extensions == null ? "" : " " + extensions));

        refusedBecause(reason, "server.pem");
    }

    @Test
    void anIntermediateForClients() throws IOException {
        make("root", "root", null, null, CA);
        make("middle", "root", null, null, CA + " extendedKeyUsage=clientAuth");
        make("server", "middle", null, null, SERVER);

        refusedBecause(
                "CN=middle is not meant for servers",
                "root.pem",
                "-cert_chain",
                folder.resolve("middle.pem").toString());
    }

    @Test
    void anAuthorityMadeAnew() throws IOException {
        make("root", "root", null, null, CA);
        make("server", "root", null, null, SERVER);
        make("root", "root", null, null, CA);

        refusedBecause("is called CN=root, but its key did not sign CN=server", "root.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openssl", "jdk"})
    void aKeyThatMayNotSign(String library) throws IOException {
        make("root", "root", null, null, CA);
        make("server", "root", null, null, SERVER + " keyUsage=critical,keyAgreement");

        ClientRun run = fetch("root.pem", List.of("--tls-provider", library));

        assertThat(run.exit()).as(run.out()).isEqualTo(60);
        assertThat(run.words()).contains("the certificate's keyUsage lacks digitalSignature");
        assertThat(fetch("root.pem", List.of("--tls-provider", "jdk", "-k")).exit())
                .isZero();
    }

    @Test
    void theNameOfItselfIsNoSignatureOfItself() throws IOException {
        make("root", "root", null, null, CA);
        make("server", "root", null, null, SERVER, "/CN=root");
        make("other", "other", null, null, CA);

        refusedBecause("the issuer CN=root is neither among them nor one of", "other.pem");
    }

    @Test
    void whatIsPermittedIsTrusted() throws IOException {
        make("root", "root", null, null, CA + " nameConstraints=critical,permitted;IP:127.0.0.0/255.0.0.0");
        make("server", "root", null, null, SERVER);

        ClientRun run = fetch("root.pem");

        assertThat(run.exit()).as(run.out()).isZero();
    }

    private void refusedBecause(String reason, String trusted, String... more) {
        ClientRun run = fetch(trusted, more);

        assertThat(run.exit()).as(run.out()).isEqualTo(60);
        assertThat(run.words()).contains(reason);
    }

    private ClientRun fetch(String trusted, String... more) {
        return fetch(trusted, List.of(), more);
    }

    private ClientRun fetch(String trusted, List<String> options, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("-key", folder.resolve("server-key.pem").toString(), "-cipher", "DEFAULT@SECLEVEL=0"));
        try (TlsPeer peer = TlsPeer.start(folder.resolve("server.pem"), arguments.toArray(String[]::new))) {
            List<String> all = new ArrayList<>(options);
            all.addAll(List.of("--cacert", folder.resolve(trusted).toString(), peer.url("127.0.0.1")));
            return ClientRun.of(all.toArray(String[]::new));
        }
    }

    private static String withServer(String more) {
        return more.startsWith("subjectAltName") ? more : SERVER + " " + more;
    }

    private void make(String name, String issuer, String validity, String key, String extensions) throws IOException {
        make(name, issuer, validity, key, extensions, "/CN=" + name);
    }

    /** Through {@code openssl ca}, which alone takes any validity. */
    private void make(String name, String issuer, String validity, String key, String extensions, String subject)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("[extensions]"));
        String digest = "sha256";
        for (String extension : extensions.split(" ")) {
            if (extension.equals("-sha1")) {
                digest = "sha1";
            } else {
                lines.add(extension);
            }
        }
        Files.write(folder.resolve("database"), List.of());
        Files.write(folder.resolve("database.attr"), List.of("unique_subject = no"));
        lines.addAll(List.of(
                "[ca]",
                "default_ca=own",
                "[own]",
                "database=database",
                "new_certs_dir=.",
                "rand_serial=yes",
                "policy=any",
                "[any]",
                "commonName=supplied"));
        Files.write(folder.resolve("ca.conf"), lines);
        String dates = validity == null ? "20200101000000Z-20500101000000Z" : validity;
        in("req -new -nodes -newkey " + (key == null ? "rsa:2048" : key) + " -keyout " + name + "-key.pem -out " + name
                + ".csr -subj " + subject);
        in("ca -batch -notext -config ca.conf -extensions extensions -in " + name + ".csr -out " + name + ".pem -md "
                + digest + " -startdate " + dates.replace("-", " -enddate ")
                + (issuer.equals(name) ? " -selfsign" : " -cert " + issuer + ".pem") + " -keyfile " + issuer
                + "-key.pem");
    }

    private void in(String arguments) {
        openssl.in(folder).succeed(arguments.split(" "));
    }
}
