package io.hellowire.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.inspect.ClientKind;
import io.hellowire.certs.inspect.Evidence;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnServerTest {

    @Test
    void itsKeyIsNoSecret() throws Exception {
        ECPublicKey key = (ECPublicKey) OwnServer.certificates().get(0).getPublicKey();

        assertThat(key.getW()).isEqualTo(key.getParams().getGenerator()); // the public key of the number one
    }

    @Test
    void itsCertificateIsGoodForItsNameAndForALongTime() throws Exception {
        List<X509Certificate> chain = OwnServer.certificates();
        X509Certificate root = chain.get(1);

        for (String day : List.of("2020-01-02", "2094-12-31")) {
            Instant then = Instant.parse(day + "T00:00:00Z");
            var verdict =
                    Evidence.of(chain.subList(0, 1), List.of(root), then).verdict(ClientKind.HELLOWIRE, OwnServer.NAME);
            assertThat(verdict.objections()).isEmpty();
        }
    }
}
