package io.hellowire.certs.inspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One way to trust as the rules look at it.
 *
 * @param path the certificates
 * @param facts what they say, in the same order
 * @param now when it is judged
 */
record Candidate(TrustPath path, List<CertificateFacts> facts, Instant now) {

    Candidate {
        facts = List.copyOf(facts);
    }

    static Candidate of(TrustPath path, Instant now) {
        return new Candidate(
                path, path.certificates().stream().map(CertificateFacts::of).toList(), now);
    }

    /** The server's own certificate. */
    CertificateFacts leaf() {
        return facts.get(0);
    }

    /** Whether the certificate at this place is one that the client trusts by itself. */
    boolean isAnchor(int place) {
        return path.isTrusted() && place == facts.size() - 1;
    }

    /** The objections to each certificate from one place on, of a rule that gives {@code null} when it has none. */
    List<Objection> each(int first, Function<Integer, @Nullable Objection> rule) {
        List<Objection> objections = new ArrayList<>();
        for (int place = first; place < facts.size(); place++) {
            Objection objection = rule.apply(place);
            if (objection != null) {
                objections.add(objection);
            }
        }
        return objections;
    }
}
