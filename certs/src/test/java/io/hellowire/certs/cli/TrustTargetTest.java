package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.issue.Authority;
import io.hellowire.certs.issue.AuthorityProfile;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTargetTest {

    private static final X509Certificate SELF_SIGNED =
            SelfSigned.issue(CertificateProfile.server(Names.of("10.0.0.1"))).certificate();
    private static final X509Certificate AUTHORITY =
            Authority.create(AuthorityProfile.named("A")).certificate();

    /** Firefox refuses a peer that is only trusted as itself, Chromium a self-signed server that is trusted to sign. */
    @Test
    void firefoxAndChromiumAreToldOppositeThingsAboutASelfSignedServer() {
        assertThat(steps(TrustTarget.FIREFOX, SELF_SIGNED)).contains(" -A -t C,, ");
        assertThat(steps(TrustTarget.CHROME, SELF_SIGNED)).contains(" -A -t P,, ");
    }

    @Test
    void bothAreToldTheSameAboutAnAuthority() {
        assertThat(steps(TrustTarget.FIREFOX, AUTHORITY)).contains(" -A -t C,, ");
        assertThat(steps(TrustTarget.CHROME, AUTHORITY)).contains(" -A -t C,, ");
    }

    /** What is for PEM would be followed in vain with DER, and nothing would say so. */
    @Test
    void whoHasAnotherFormatIsToldToConvertItFirst(@TempDir Path folder) throws Exception {
        Path der = Files.write(folder.resolve("ca.der"), AUTHORITY.getEncoded());
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);

        assertThat(Main.run(out, out, Map.of(), "trust", der.toString())).isZero();
        assertThat(said.toString())
                .contains("note: the file is DER, most of this is for PEM: first hellowire-certs convert ")
                .contains(" -o ca.pem");
    }

    private static String steps(TrustTarget truster, X509Certificate certificate) {
        return truster.steps(new TrustedFile(Path.of("/a.pem"), certificate));
    }
}
