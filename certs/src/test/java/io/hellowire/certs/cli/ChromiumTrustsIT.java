package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.certs.issue.Validity;
import io.hellowire.certs.write.Destination;
import io.hellowire.certs.write.Destination.IfPresent;
import io.hellowire.certs.write.Format;
import io.hellowire.certs.write.Material;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a browser makes of our certificates: Chromium, with its own trust store and with nothing switched off. */
class ChromiumTrustsIT {

    private static final Names LOOPBACK = Names.of("127.0.0.1");

    private final Program chromium = Program.named("chromium", "chromium-browser", "google-chrome");
    private final Program certutil = Program.named("certutil");
    private final Authority authority = Authority.create(AuthorityProfile.named("Test authority"));

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"RSA2048", "P256", "P384"})
    void opensAPageByItsAddressWhenTheAuthorityIsTrusted(KeyType keyType) throws Exception {
        trust(authority.identity());

        assertThat(open(authority.issue(CertificateProfile.server(LOOPBACK).withKeyType(keyType)))
                        .out())
                .contains(TlsServer.PAGE);
    }

    @Test
    void refusesTheSamePageWhenTheAuthorityIsNotTrusted() throws Exception {
        ProgramResult result = open(authority.issue(CertificateProfile.server(LOOPBACK)));

        assertThat(result.out()).doesNotContain(TlsServer.PAGE);
        assertThat(result.err()).contains("ERR_CERT_AUTHORITY_INVALID");
    }

    @Test
    void opensAPageOfASelfSignedServerThatItTrusts() throws Exception {
        Identity server = SelfSigned.issue(CertificateProfile.server(LOOPBACK));
        trust(server);

        assertThat(open(server).out()).contains(TlsServer.PAGE);
    }

    @Test
    void opensAPageOfACertificateForTenYears() throws Exception {
        trust(authority.identity());

        assertThat(open(authority.issue(CertificateProfile.server(LOOPBACK).withValidity(Validity.ofDays(3650))))
                        .out())
                .contains(TlsServer.PAGE);
    }

    @Test
    void refusesAnotherAddress() throws Exception {
        trust(authority.identity());

        assertThat(open(authority.issue(CertificateProfile.server(Names.of("127.0.0.2"))))
                        .err())
                .contains("ERR_CERT_COMMON_NAME_INVALID");
    }

    /** So we say when such a key is asked for. */
    @Test
    void knowsNoEd25519() throws Exception {
        trust(authority.identity());

        assertThat(open(authority.issue(CertificateProfile.server(LOOPBACK).withKeyType(KeyType.ED25519)))
                        .out())
                .doesNotContain(TlsServer.PAGE);
    }

    /** As {@code hellowire-certs trust} tells a person to do it. */
    private void trust(Identity identity) throws IOException {
        Path file = new Destination(home, "trusted", List.of(Format.PEM), IfPresent.REFUSE)
                .write(new Material(identity.key(), identity.chain()))
                .get(0);
        TrustedFile trusted = new TrustedFile(file, identity.certificate());
        Path database = Files.createDirectories(home.resolve(".pki/nssdb"));
        certutil.succeed("-d", "sql:" + database, "-N", "--empty-password");
        certutil.succeed(
                "-d",
                "sql:" + database,
                "-A",
                "-t",
                trusted.chromiumTrust(),
                "-n",
                trusted.alias(),
                "-i",
                file.toString());
    }

    private ProgramResult open(Identity server) throws Exception {
        try (TlsServer page = new TlsServer(server)) {
            return chromium.run(
                    new byte[0],
                    // it leaves a link into its temporary directory behind, which is to go with the rest
                    Map.of("HOME", home.toString(), "TMPDIR", home.toString()),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--user-data-dir=" + home.resolve("profile"),
                    "--dump-dom",
                    page.url());
        }
    }
}
