package io.hellowire.certs.inspect;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a kind of client accepts a certificate for a name, provided that it trusts the certificate or its issuer.
 *
 * @param client the kind of client
 * @param name the host name or IP address in its URL
 * @param objections why it does not accept; none if it does
 */
public record Verdict(ClientKind client, String name, List<String> objections) {

    public Verdict {
        objections = List.copyOf(objections);
    }

    /** Judges as one kind of client does. */
    public static Verdict of(ClientKind client, CertificateFacts certificate, String name, Instant now) {
        Rules rules = new Rules(client, certificate);
        return new Verdict(
                client,
                name,
                Stream.of(
                                rules.validity(now),
                                rules.lifetime(),
                                rules.name(name),
                                rules.key(),
                                rules.signature(),
                                rules.keyUsage(),
                                rules.purpose(),
                                rules.authority())
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Whether it accepts the certificate. */
    public boolean accepts() {
        return objections.isEmpty();
    }
}
