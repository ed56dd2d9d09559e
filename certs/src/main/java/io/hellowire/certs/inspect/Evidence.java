package io.hellowire.certs.inspect;

import io.hellowire.certs.inspect.Objection.Reason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server's certificates and those that are trusted, judged as each kind of client does. */
public final class Evidence {

    private final List<Candidate> candidates;
    private final boolean trustKnown;
    private final List<X509Certificate> strangers;

    private Evidence(List<TrustPath> paths, boolean trustKnown, List<X509Certificate> strangers, Instant now) {
        this.candidates = paths.stream().map(path -> Candidate.of(path, now)).toList();
        this.trustKnown = trustKnown;
        this.strangers = strangers;
    }

    /**
     * What a client has who trusts these.
     *
     * @param sent what the server sends, its own certificate first
     */
    public static Evidence of(List<X509Certificate> sent, List<X509Certificate> trusted, Instant now) {
        return new Evidence(TrustPath.all(sent, trusted), true, List.of(), now);
    }

    /**
     * What a client will have that trusts the top of what is there. Roots among it are taken for the trusted ones; with
     * none of them, it is taken for granted that whoever signed the last certificate is trusted.
     *
     * @param given the server's own certificate first
     */
    public static Evidence onceTrusted(List<X509Certificate> given, Instant now) {
        List<X509Certificate> roots = given.stream()
                .filter(certificate ->
                        TrustPath.isSelfIssued(certificate) && TrustPath.isSignedBy(certificate, certificate))
                .toList();
        List<TrustPath> paths = TrustPath.all(given, roots);
        List<X509Certificate> strangers = roots.stream()
                .filter(root ->
                        paths.stream().noneMatch(path -> path.certificates().contains(root)))
                .toList();
        return new Evidence(paths, !roots.isEmpty(), strangers, now);
    }

    /** The certificates with the one in front that signed none of the others, which is the server's own. */
    public static List<X509Certificate> serversFirst(List<X509Certificate> given) {
        List<X509Certificate> sorted = new ArrayList<>(given);
        for (X509Certificate candidate : given) {
            boolean issuer = given.stream()
                    .anyMatch(other -> !other.equals(candidate)
                            && !TrustPath.isSelfIssued(other)
                            && other.getIssuerX500Principal().equals(candidate.getSubjectX500Principal()));
            if (!issuer) {
                sorted.remove(candidate);
                sorted.add(0, candidate);
                break;
            }
        }
        return sorted;
    }

    /**
     * Judges as one kind of client does.
     *
     * @param host the name or address in its URL, without brackets and without a dot at its end
     */
    public Verdict verdict(ClientKind client, String host) {
        Verdict first = null;
        for (Candidate candidate : candidates) {
            Verdict verdict = new Verdict(client, host, objections(client, candidate, host), candidate.path());
            if (verdict.accepts()) {
                return verdict;
            }
            first = first == null ? verdict : first;
        }
        if (first == null) {
            throw new IllegalStateException("there is always one way, even if it leads nowhere");
        }
        return first;
    }

    private List<Objection> objections(ClientKind client, Candidate candidate, String host) {
        List<Objection> all = new ArrayList<>(new ReadingRules(client, candidate).objections());
        all.addAll(new TimeRules(client, candidate).objections());
        String name = new NameRules(client, candidate.leaf().names(), host).objection();
        if (name != null) {
            all.add(new Objection(Reason.NAME, 0, name));
        }
        Objection end = end(client, candidate);
        if (end != null) {
            all.add(end);
        }
        all.addAll(new SignatureRules(client, candidate).objections());
        all.addAll(new UsageRules(client, candidate).objections());
        all.addAll(new ChainRules(client, candidate).objections());
        return all;
    }

    private @Nullable Objection end(ClientKind client, Candidate candidate) {
        int last = candidate.facts().size() - 1;
        String issuer = candidate.facts().get(last).issuer().name();
        return switch (candidate.path().end()) {
            case TRUSTED ->
                client == ClientKind.OPENSSL && !candidate.facts().get(last).isSelfIssued()
                        ? new Objection(Reason.UNKNOWN_ROOT, last, "trusted, but no root (expected: its root)")
                        : null;
            case SELF_SIGNED ->
                trustKnown ? new Objection(Reason.SELF_SIGNED, last, "self-signed, and not trusted") : null;
            case UNKNOWN_ROOT ->
                trustKnown ? new Objection(Reason.UNKNOWN_ROOT, last, "a root that is not trusted") : null;
            case ISSUER_MISSING -> trustKnown ? new Objection(Reason.ISSUER_MISSING, last, missing(issuer)) : null;
            case ROOT_HAS_OTHER_KEY ->
                new Objection(Reason.ROOT_HAS_OTHER_KEY, last, "not signed by the key of the given " + issuer);
            case BAD_SIGNATURE ->
                new Objection(Reason.BAD_SIGNATURE, last, "not signed by the key of the " + issuer + " beside it");
            case TOO_LONG -> new Objection(Reason.CHAIN_TOO_LONG, last, "more than ten certificates");
        };
    }

    /** Roots that were given and signed nothing of it are no help, and look as if the chain were whole. */
    private String missing(String issuer) {
        String words = "its issuer " + issuer + " is neither there nor trusted";
        if (strangers.isEmpty()) {
            return words;
        }
        String others = strangers.stream()
                .map(root -> root.getSubjectX500Principal().getName())
                .collect(Collectors.joining(" and "));
        return words + ", and the root beside it, " + others + ", did not sign it: the chain is incomplete";
    }
}
