package io.hellowire.certs.issue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERTags;
import org.bouncycastle.asn1.x509.Time;

/**
 * A second as certificates write it: with two digits for the years from 1950 to 2049, with four for others (RFC 5280 section
 * 4.1.2.5). BouncyCastle makes its own by {@code java.text}, whose calendars and locales are a hundred classes more at the
 * server's first start; it also takes the bytes.
 */
final class CertificateTime {

    private static final int FIRST_OF_TWO_DIGITS = 1950;
    private static final int LAST_OF_TWO_DIGITS = 2049;
    private static final DateTimeFormatter TWO_DIGITS = utc("uuMMddHHmmss'Z'");
    private static final DateTimeFormatter FOUR_DIGITS = utc("uuuuMMddHHmmss'Z'");

    private CertificateTime() {}

    static Time of(Instant second) throws IOException {
        int year = second.atOffset(ZoneOffset.UTC).getYear();
        boolean isShort = FIRST_OF_TWO_DIGITS <= year && year <= LAST_OF_TWO_DIGITS;
        byte[] text = (isShort ? TWO_DIGITS : FOUR_DIGITS).format(second).getBytes(US_ASCII);
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(isShort ? BERTags.UTC_TIME : BERTags.GENERALIZED_TIME);
        der.write(text.length);
        der.write(text);
        return Time.getInstance(ASN1Primitive.fromByteArray(der.toByteArray()));
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
