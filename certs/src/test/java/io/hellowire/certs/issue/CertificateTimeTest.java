package io.hellowire.certs.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What BouncyCastle would have written, at the edges of a year and of the two forms. */
class CertificateTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1949-12-31T23:59:59Z",
                "1950-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "2000-01-01T00:00:00Z",
                "2026-11-22T06:42:45Z",
                "2049-12-31T23:59:59Z",
                "2050-01-01T00:00:00Z",
                "2126-02-28T12:00:00Z"
            })
    void isWrittenInTheFormOfItsYear(String second) throws IOException {
        Instant instant = Instant.parse(second);

        Time time = CertificateTime.of(instant);

        assertThat(time.getEncoded()).isEqualTo(new Time(Date.from(instant)).getEncoded());
        assertThat(time.getDate()).isEqualTo(instant);
    }
}
