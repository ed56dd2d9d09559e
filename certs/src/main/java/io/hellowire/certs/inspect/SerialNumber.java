package io.hellowire.certs.inspect;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * The serial number of a certificate, which its issuer gave it (RFC 5280 section 4.1.2.2).
 *
 * @param value negative from some that know no better
 */
public record SerialNumber(BigInteger value) {

    /** That of a certificate. */
    public static SerialNumber of(X509Certificate certificate) {
        return new SerialNumber(certificate.getSerialNumber());
    }

    /** Its octets in lower-case hexadecimal, two digits for each, as other programs print and want them. */
    public String text() {
        byte[] octets = value.abs().toByteArray();
        int first = octets.length > 1 && octets[0] == 0 ? 1 : 0; // it holds the sign
        return (value.signum() < 0 ? "-" : "") + HexFormat.of().formatHex(octets, first, octets.length);
    }
}
