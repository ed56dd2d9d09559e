package io.hellowire.client.tls;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What others may stumble over in certificates that are accepted here. */
final class Oddities {

    private static final Duration SOON = Duration.ofDays(14);

    private Oddities() {}

    static List<Finding> of(List<X509Certificate> received, Instant now) {
        List<Finding> found = new ArrayList<>();
        for (int i = 0; i + 1 < received.size() && found.isEmpty(); i++) {
            X509Certificate next = received.get(i + 1);
            if (!received.get(i).getIssuerX500Principal().equals(next.getSubjectX500Principal())) {
                found.add(new Finding(
                        "wrong_order",
                        "certificate " + (i + 2) + " sent is not the issuer of number " + (i + 1)
                                + ": accepted here, refused by some small devices",
                        "put the server's own first, then each one's issuer"));
            }
        }
        Instant end = received.get(0).getNotAfter().toInstant();
        if (end.isAfter(now) && end.isBefore(now.plus(SOON))) {
            long days = Duration.between(now, end).toDays();
            found.add(new Finding("expires_soon", "expires in " + days + " days", "renew it now"));
        }
        return found;
    }
}
