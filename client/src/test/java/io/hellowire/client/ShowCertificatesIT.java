package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --show-certs} leaves out no extension, known or not. */
class ShowCertificatesIT {

    @TempDir
    private Path folder;

    private static String extension(String name, boolean critical, String value) {
        return "{\"name\":\"" + name + "\",\"critical\":" + critical + ",\"value\":\"" + value + "\"}";
    }

    @Test
    void everyExtensionIsShown() throws Exception {
        Program.named("sh").in(folder).succeed("-c", """
                openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=a -days 9 \\
                  -addext 'subjectAltName=DNS:a.test,IP:127.0.0.1,email:a@b.test,URI:http://c.test/' \\
                  -addext 'keyUsage=critical,digitalSignature,keyCertSign' \\
                  -addext 'extendedKeyUsage=serverAuth,1.2.3.4' \\
                  -addext 'nameConstraints=permitted;DNS:test,excluded;IP:10.0.0.0/255.0.0.0' \\
                  -addext 'authorityInfoAccess=OCSP;URI:http://ocsp.test/,caIssuers;URI:http://ca.test/ca.der' \\
                  -addext 'crlDistributionPoints=URI:http://crl.test/0.crl' \\
                  -addext 'tlsfeature=status_request' -addext '1.2.3.4.5=critical,ASN1:UTF8String:hello'
                cat key.pem cert.pem > both.pem""");
        try (TlsPeer peer = TlsPeer.start(folder.resolve("both.pem"))) {
            ClientRun run = ClientRun.of("--show-certs", "-k", peer.url("127.0.0.1"));

            assertThat(run.words())
                    .contains("extension subject alternative name: DNS:a.test, IP:127.0.0.1, email:a@b.test,")
                    .contains("URI:http://c.test/")
                    .contains("extension key usage, critical: digitalSignature, keyCertSign")
                    .contains("extension extended key usage: serverAuth, 1.2.3.4")
                    .contains("extension name constraints: permitted DNS:test, excluded IP:10.0.0.0/8")
                    .contains("extension authority information access: http://ocsp.test/, http://ca.test/ca.der")
                    .contains("extension CRL distribution points: http://crl.test/0.crl")
                    .contains("extension TLS feature: 5 octets: 3003020105")
                    .contains("extension 1.2.3.4.5, critical: 7 octets: 0c0568656c6c6f")
                    .contains("extension basic constraints, critical: CA:TRUE")
                    .contains("extension subject key identifier: ");

            assertThat(ClientRun.of("--json", "-k", peer.url("127.0.0.1")).words())
                    .contains(extension(
                            "subject alternative name",
                            false,
                            "DNS:a.test, IP:127.0.0.1, email:a@b.test," + " URI:http://c.test/"))
                    .contains(extension("key usage", true, "digitalSignature, keyCertSign"))
                    .contains(extension("TLS feature", false, "5 octets: 3003020105"))
                    .contains(extension("1.2.3.4.5", true, "7 octets: 0c0568656c6c6f"));
        }
    }
}
