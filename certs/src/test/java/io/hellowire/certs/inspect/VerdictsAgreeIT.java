package io.hellowire.certs.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Openssl;
import io.hellowire.certs.OpensslServer;
import io.hellowire.certs.Passphrase;
import io.hellowire.testkit.Program;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we say of curl with OpenSSL and of Java is what they do, each with a real handshake. */
class VerdictsAgreeIT {

    private static final String SIGNED = "signed by an authority";

    @TempDir
    Path directory;

    private Openssl openssl;

    @BeforeEach
    void useDirectory() {
        openssl = new Openssl(directory);
        openssl.authority("root", "root");
    }

    @ParameterizedTest(name = "{0}, {1}, CN={2}, {3}, for {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:a.test                    | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:A.TEST                    | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:b.test                    | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:*.test                    | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:*.b.test                  | a.b.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:*.b.test                  | x.a.b.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:*.b.test                  | b.test
                    self-signed            | ec:P-256 | x         | subjectAltName=IP:127.0.0.1                  | 127.0.0.1
                    self-signed            | ec:P-256 | x         | subjectAltName=IP:127.0.0.2                  | 127.0.0.1
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:127.0.0.1                 | 127.0.0.1
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:127.0.0.1,IP:127.0.0.1    | 127.0.0.1
                    self-signed            | ec:P-256 | a.test    | keyUsage=digitalSignature                    | a.test
                    self-signed            | ec:P-256 | a.test    | subjectAltName=email:me@a.test               | a.test
                    self-signed            | ec:P-256 | a.test    | subjectAltName=DNS:b.test                    | a.test
                    self-signed            | ec:P-256 | a.test    | subjectAltName=IP:127.0.0.1                  | a.test
                    self-signed            | ec:P-256 | 127.0.0.1 | keyUsage=digitalSignature                    | 127.0.0.1
                    self-signed            | rsa:1024 | x         | subjectAltName=DNS:a.test                    | a.test
                    self-signed            | rsa:2048 | x         | subjectAltName=DNS:a.test                    | a.test
                    self-signed            | ed25519  | x         | subjectAltName=DNS:a.test                    | a.test
                    self-signed            | ec:P-521 | x         | subjectAltName=DNS:a.test                    | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:a.test keyUsage=keyEncipherment      | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:a.test keyUsage=nonRepudiation       | a.test
                    self-signed            | ec:P-256 | x         | subjectAltName=DNS:a.test extendedKeyUsage=clientAuth   | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test                    | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test keyUsage=keyEncipherment      | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test keyUsage=keyAgreement         | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test keyUsage=nonRepudiation       | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test extendedKeyUsage=clientAuth   | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test extendedKeyUsage=serverAuth   | a.test
                    signed by an authority | ec:P-256 | x         | subjectAltName=DNS:a.test extendedKeyUsage=anyExtendedKeyUsage | a.test
                    signed by an authority | rsa:1024 | x         | subjectAltName=DNS:a.test                    | a.test
                    """)
    void curlAndJavaDoAsWeSay(String how, String keyType, String commonName, String extensions, String host)
            throws IOException, GeneralSecurityException {
        boolean signed = how.equals(SIGNED);
        openssl.certificate("server", signed ? "root" : "server", keyType, commonName, extensions.split(" "));
        String trusted = signed ? "root.pem" : "server.pem";
        Evidence evidence =
                Evidence.of(List.of(certificate("server.pem")), List.of(certificate(trusted)), Instant.now());

        try (OpensslServer server = OpensslServer.start(directory, "server")) {
            Verdict curl = evidence.verdict(ClientKind.CURL, host);
            Verdict java =
                    evidence.verdict(Runtime.version().feature() < 19 ? ClientKind.JAVA17 : ClientKind.JAVA, host);
            assertThat(curlAccepts(host, server.port(), trusted))
                    .as(curl.toString())
                    .isEqualTo(curl.accepts());
            assertThat(javaAccepts(host, server.port(), trusted))
                    .as(java.toString())
                    .isEqualTo(java.accepts());
        }
    }

    private boolean curlAccepts(String host, int port, String trusted) {
        Program curl = Program.named("curl").in(directory);
        String at = host + ":" + port;
        return curl.run(
                                "-sS",
                                "--noproxy",
                                "*",
                                "--max-time",
                                "20",
                                "--resolve",
                                at + ":127.0.0.1",
                                "--cacert",
                                trusted,
                                "https://" + at + "/")
                        .exitCode()
                == 0;
    }

    private boolean javaAccepts(String host, int port, String trusted) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("trusted", certificate(trusted));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (Socket socket = new Socket("127.0.0.1", port);
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (!host.equals("127.0.0.1")) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return true;
        } catch (SSLException e) {
            return false;
        }
    }

    private X509Certificate certificate(String file) throws IOException {
        return new CertificateLoader(Passphrase.none())
                .loadTrust(List.of(openssl.file(file)))
                .roots()
                .get(0);
    }
}
