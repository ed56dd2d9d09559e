package io.hellowire.client.tls;

import io.hellowire.certs.inspect.ClientKind;
import io.hellowire.certs.inspect.Evidence;
import io.hellowire.certs.inspect.Objection;
import io.hellowire.certs.inspect.Objection.Reason;
import io.hellowire.certs.inspect.SubjectNames;
import io.hellowire.certs.inspect.TrustPath;
import io.hellowire.certs.inspect.Verdict;
import io.hellowire.certs.read.AnyCertificate;
import io.hellowire.certs.read.UnreadableException;
import io.hellowire.client.tls.PeerVerdict.Trust;
import io.hellowire.wire.tls.CertificateAlert;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * Judges the server's certificates in one handshake by the rules of {@link Evidence} and the Java platform's path
 * validation, and keeps the {@link PeerVerdict}, which otherwise would be lost with the handshake that it ends.
 */
final class PeerVerifier {

    private static final int KEY_ENCIPHERMENT = 2;

    private final TlsOptions options;
    private final TrustedRoots roots;
    private final Clock clock;
    private final String reference;
    private volatile @Nullable PeerVerdict verdict;
    private volatile Duration judging = Duration.ZERO;

    /** @param reference the name or address that the certificate must be for */
    PeerVerifier(TlsOptions options, TrustedRoots roots, Clock clock, String reference) {
        this.options = options;
        this.roots = roots;
        this.clock = clock;
        this.reference = reference;
    }

    /** What was thought of the server's certificate, or {@code null} if it never came. */
    @Nullable
    PeerVerdict verdict() {
        return verdict;
    }

    /** How long it took to find that out, which is not the network's time. */
    Duration judging() {
        return judging;
    }

    /** @throws CertificateException if the verdict ends the handshake */
    void judge(X509Certificate[] chain, String authType, @Nullable SSLEngine engine) throws CertificateException {
        long start = System.nanoTime();
        try {
            form(chain, authType, engine);
        } finally {
            judging = Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private void form(X509Certificate[] chain, String authType, @Nullable SSLEngine engine)
            throws CertificateException {
        try {
            keep(verdict(read(chain), authType), engine);
        } catch (UnreadableException e) {
            keep(Unreadable.verdict(List.of(chain), reference, e, options, roots), engine);
        }
    }

    /** BoringSSL hands them on unread, and leaves the JDK to read them at the first question. */
    private static List<X509Certificate> read(X509Certificate[] chain)
            throws UnreadableException, CertificateEncodingException {
        List<X509Certificate> read = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            read.add(AnyCertificate.of(certificate.getEncoded()));
        }
        return read;
    }

    private PeerVerdict verdict(List<X509Certificate> sent, String authType) {
        Instant now = clock.instant();
        X509Certificate leaf = sent.get(0);
        Verdict judged = Evidence.of(sent, roots.certificates(), now).verdict(ClientKind.HELLOWIRE, reference);
        return new PeerVerdict(
                sent,
                facts(sent, judged.path()),
                new Trust(trustProblems(judged, sent, authType, now), roots.words()),
                NameCheck.of(SubjectNames.of(leaf), reference),
                pinProblem(leaf),
                Oddities.of(sent, now),
                options.isEnforced());
    }

    private void keep(PeerVerdict made, @Nullable SSLEngine engine) throws CertificateException {
        verdict = made;
        if (made.isFatal()) {
            Finding first = made.problems().get(0);
            throw engine == null
                    ? new CertificateException(first.words())
                    : alert(first).refusal(engine, first.words());
        }
    }

    /** What the server is told. */
    private static CertificateAlert alert(Finding problem) {
        return switch (problem.kind()) {
            case "expired", "not_yet_valid" -> CertificateAlert.CERTIFICATE_EXPIRED;
            case "self_signed", "unknown_root", "issuer_missing", "root_has_another_key", "not_trusted" ->
                CertificateAlert.UNKNOWN_CA;
            case "wrong_usage" -> CertificateAlert.UNSUPPORTED_CERTIFICATE;
            default -> CertificateAlert.BAD_CERTIFICATE;
        };
    }

    /** The name is a matter of its own; and the key of static RSA decrypts where others sign. */
    private List<Finding> trustProblems(Verdict judged, List<X509Certificate> sent, String authType, Instant now) {
        Diagnosis diagnosis = new Diagnosis(judged, sent.size(), roots, now);
        List<Finding> problems = new ArrayList<>();
        boolean[] usage = sent.get(0).getKeyUsage();
        boolean decrypts = authType.equals("RSA") && usage != null && usage[KEY_ENCIPHERMENT];
        for (Objection objection : judged.objections()) {
            boolean ofSignature = objection.reason() == Reason.NO_SIGNATURE;
            if (objection.reason() != Reason.NAME && !(ofSignature && decrypts)) {
                problems.add(diagnosis.of(objection));
            }
        }
        Finding platforms = Validation.objection(judged.path(), now);
        if (problems.isEmpty() && platforms != null) {
            problems.add(platforms);
        }
        return problems;
    }

    private @Nullable Finding pinProblem(X509Certificate leaf) {
        PinnedKey key = PinnedKey.of(leaf);
        if (options.server().pins().isEmpty() || options.server().pins().contains(key)) {
            return null;
        }
        return new Finding(
                "pin_mismatch",
                "the server's key is " + key + ", which is not pinned",
                "if the server was given a new key on purpose, pin that");
    }

    private static List<ChainCertificate> facts(List<X509Certificate> sent, TrustPath path) {
        List<ChainCertificate> facts = new ArrayList<>();
        sent.forEach(certificate -> facts.add(ChainCertificate.of(certificate, true)));
        if (path.isTrusted() && !sent.contains(path.last())) {
            facts.add(ChainCertificate.of(path.last(), false));
        }
        return facts;
    }
}
