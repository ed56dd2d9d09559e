package io.hellowire.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the loader makes of whole sets of files: one or two, sorted or not, with what else is in them. */
class CertificateLoaderIT {

    @TempDir
    Path directory;

    private Openssl openssl;
    private final CertificateLoader loader = new CertificateLoader(Passphrase.none());

    @BeforeEach
    void useDirectory() {
        openssl = new Openssl(directory);
    }

    @Test
    void keyAndCertificateMayBeInTwoFilesInEitherOrder() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(loader.loadIdentity(openssl.file("a.pem"), openssl.file("a-key.pem")))
                .isEqualTo(loader.loadIdentity(openssl.file("a-key.pem"), openssl.file("a.pem")));
    }

    @Test
    void aSoundPairGivesNoWarning() throws IOException {
        openssl.pair("a", "ec:P-256");

        assertThat(loader.loadIdentity(openssl.file("a.pem"), openssl.file("a-key.pem"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void anIdentityDoesNotShowItsKey() throws IOException {
        openssl.pair("a", "rsa:2048");

        assertThat(loader.loadIdentity(openssl.file("a.pem"), openssl.file("a-key.pem")))
                .hasToString("Identity[CN=a, RSA key, 1 certificate]");
    }
}
