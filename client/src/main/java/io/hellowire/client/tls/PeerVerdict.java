package io.hellowire.client.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be thought of the server's certificate: whether it is trusted, whether it is for this server, and whether
 * it has the expected key are three answers, each given whatever the others are.
 *
 * @param received the certificates as they came
 * @param chain the certificates sent, in the order sent, then the root if it came from the trusted ones
 * @param trust whether it is trusted
 * @param name whether it is for this server
 * @param pinProblem why its key is not the expected one, or {@code null}
 * @param oddities what others may stumble over
 * @param enforced whether a problem ended the fetch
 */
public record PeerVerdict(
        List<X509Certificate> received,
        List<ChainCertificate> chain,
        Trust trust,
        NameCheck name,
        @Nullable Finding pinProblem,
        List<Finding> oddities,
        boolean enforced) {

    public PeerVerdict {
        received = List.copyOf(received);
        chain = List.copyOf(chain);
        oddities = List.copyOf(oddities);
    }

    /** The same with one thing more that others may stumble over. */
    PeerVerdict withOddity(Finding more) {
        List<Finding> all = new ArrayList<>(oddities);
        all.add(more);
        return new PeerVerdict(received, chain, trust, name, pinProblem, all, enforced);
    }

    /** Whether it is trusted and for this server. */
    public boolean isGood() {
        return problems().isEmpty();
    }

    /** Everything that is wrong, what matters most first. */
    public List<Finding> problems() {
        List<Finding> all = new ArrayList<>();
        if (pinProblem != null) {
            all.add(pinProblem);
        }
        if (name.problem() != null) {
            all.add(name.problem());
        }
        all.addAll(trust.problems());
        return all;
    }

    /** Whether it ends the fetch: a wrong pin always does, as with curl, the rest unless only reported. */
    public boolean isFatal() {
        return pinProblem != null || (enforced && !isGood());
    }

    /**
     * Whether a certificate is trusted.
     *
     * @param problems why not; empty when it is
     * @param roots whom it was checked against, in words
     */
    public record Trust(List<Finding> problems, String roots) {

        public Trust {
            problems = List.copyOf(problems);
        }
    }
}
