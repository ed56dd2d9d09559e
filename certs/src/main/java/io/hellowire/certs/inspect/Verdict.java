package io.hellowire.certs.inspect;

import java.util.List;

/**
 * Whether a kind of client accepts a server's certificates for a name.
 *
 * @param client the kind of client
 * @param name the host name or IP address in its URL
 * @param objections why it does not accept; none if it does
 * @param path the way to trust that was judged
 */
public record Verdict(ClientKind client, String name, List<Objection> objections, TrustPath path) {

    public Verdict {
        objections = List.copyOf(objections);
    }

    /** Whether it accepts the certificate. */
    public boolean accepts() {
        return objections.isEmpty();
    }

    /** The objections in words; those to an issuer name it. */
    public List<String> reasons() {
        return objections.stream().map(this::reason).toList();
    }

    private String reason(Objection objection) {
        if (objection.place() == 0) {
            return objection.words();
        }
        String subject = path.certificates()
                .get(objection.place())
                .getSubjectX500Principal()
                .getName();
        return subject + ": " + objection.words();
    }
}
