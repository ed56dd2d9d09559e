package io.hellowire.client.tls;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.ExitCode;
import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Phase;
import io.hellowire.wire.text.Printable;
import io.hellowire.wire.tls.TlsAlert;
import io.netty.handler.ssl.NotSslRecordException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why a handshake failed, from what was seen of it rather than from what the library calls it. */
public final class TlsFailure {

    /** The kind of a failure for which the server's certificate may be to blame, and BoringSSL. */
    static final String UNDECODED = "not_decoded";

    private static final int SHOWN_BYTES = 40;

    private static final Set<TlsAlert> ABOUT_OUR_CERTIFICATE = EnumSet.of(
            TlsAlert.BAD_CERTIFICATE,
            TlsAlert.UNSUPPORTED_CERTIFICATE,
            TlsAlert.CERTIFICATE_REVOKED,
            TlsAlert.CERTIFICATE_EXPIRED,
            TlsAlert.CERTIFICATE_UNKNOWN,
            TlsAlert.UNKNOWN_CA,
            TlsAlert.ACCESS_DENIED,
            TlsAlert.CERTIFICATE_REQUIRED);

    private final TlsOptions options;
    private final @Nullable PeerVerdict verdict;
    private final HelloTap tap;

    TlsFailure(TlsOptions options, @Nullable PeerVerdict verdict, HelloTap tap) {
        this.options = options;
        this.verdict = verdict;
        this.tap = tap;
    }

    /**
     * What an alert that comes after the handshake means: in TLS 1.3 a server looks at our certificate only then.
     *
     * @return {@code null} if this is not about an alert
     */
    public static @Nullable Failure afterHandshake(Throwable thrown) {
        TlsAlert alert = TlsAlert.in(thrown);
        if (alert == null) {
            return null;
        }
        if (ABOUT_OUR_CERTIFICATE.contains(alert)) {
            return aboutOurCertificate(alert, alert == TlsAlert.CERTIFICATE_REQUIRED)
                    .causedBy(thrown);
        }
        return Failure.of(Phase.RESPONSE, ExitCode.NOT_RECEIVED, "tls_alert", words(alert))
                .causedBy(thrown);
    }

    /** The alert that the server sent, in the clear or not; {@code null} if none is known. */
    @Nullable
    TlsAlert alert(Throwable cause) {
        TlsAlert alert = tap.alert();
        return alert != null ? alert : TlsAlert.in(cause);
    }

    Failure tooSlow(Deadline deadline) {
        String silence = tap.hasReceived() ? "" : ", and the server has sent nothing";
        String message =
                "the TLS handshake was not done within " + deadline.limit().toMillis() + " ms" + silence;
        Failure failure = Failure.of(Phase.TLS, ExitCode.TIMED_OUT, "tls_timeout", message);
        return tap.hasReceived()
                ? failure.hint("a slow device may need longer: --connect-timeout SECONDS, within --max-time SECONDS")
                : failure.hint("perhaps this port does not speak TLS: try http://");
    }

    Failure explain(Throwable cause) {
        if (verdict != null && verdict.isFatal()) {
            return badCertificate(verdict).causedBy(cause);
        }
        TlsAlert alert = alert(cause);
        if (alert != null) {
            return ofAlert(alert).causedBy(cause);
        }
        if (cause instanceof NotSslRecordException || looksLikeText()) {
            return notTls().causedBy(cause);
        }
        if (cause instanceof ClosedChannelException || isReset(cause)) {
            return closed(isReset(cause)).causedBy(cause);
        }
        if (String.valueOf(cause.getMessage()).contains("KEY_USAGE_BIT_INCORRECT")) {
            return keyMayNotSign().causedBy(cause);
        }
        if (String.valueOf(cause.getMessage()).contains("DECODE_ERROR")) {
            return undecoded().causedBy(cause);
        }
        String message = "the handshake failed: " + LibraryMessage.of(cause);
        return failed("handshake_failed", message)
                .hint("--tls-provider jdk (or openssl) or --tls-max 1.2 may work")
                .causedBy(cause);
    }

    /** BoringSSL looks at this before anybody is asked for a verdict. */
    private static Failure keyMayNotSign() {
        return Failure.of(Phase.TLS, ExitCode.PEER_CERTIFICATE, "wrong_usage", Diagnosis.KEY_MAY_NOT_SIGN)
                .hint("issue one with keyUsage digitalSignature")
                .hint("--tls-provider jdk -k continues anyway");
    }

    private static Failure undecoded() {
        return failed(UNDECODED, "BoringSSL cannot read what the server sent, most often the key in its certificate")
                .hint("--tls-provider jdk reads more");
    }

    private Failure badCertificate(PeerVerdict bad) {
        List<Finding> problems = bad.problems();
        Finding first = problems.get(0);
        String others = problems.size() == 1
                ? ""
                : "; and "
                        + String.join(
                                "; and ",
                                problems.stream().skip(1).map(Finding::words).toList());
        boolean pinned = bad.pinProblem() != null;
        Failure failure = Failure.of(
                Phase.TLS,
                pinned ? ExitCode.PIN_MISMATCH : ExitCode.PEER_CERTIFICATE,
                first.kind(),
                first.words() + others);
        for (Finding problem : problems) {
            failure = failure.hint(problem.fix());
        }
        if (bad.name().problem() != null && !pinned) {
            failure = failure.hint("--verify-name NAME checks for another name");
        }
        return pinned ? failure : failure.hint("-k continues anyway");
    }

    private Failure ofAlert(TlsAlert alert) {
        boolean wantsOurs =
                options.identity() == null && tap.asksForCertificate() && alert == TlsAlert.HANDSHAKE_FAILURE;
        if (ABOUT_OUR_CERTIFICATE.contains(alert) || wantsOurs) {
            return aboutOurCertificate(alert, options.identity() == null);
        }
        Failure failure = failed("tls_alert", words(alert));
        return switch (alert) {
            case PROTOCOL_VERSION ->
                failure.hint("old servers: --tlsv1.0; new ones: leave out --tls-max (offered: "
                        + options.offer().versions() + ")");
            case HANDSHAKE_FAILURE -> failure.hint("--tlsv1.0 offers older versions, --tls-provider jdk other suites");
            case UNRECOGNIZED_NAME -> failure.hint("--sni NAME asks for another name, --sni none for none");
            case NO_APPLICATION_PROTOCOL -> failure.hint("--alpn none offers none");
            default -> failure;
        };
    }

    private static Failure aboutOurCertificate(TlsAlert alert, boolean none) {
        String message = none ? "the server requires a client certificate (alert " + alert.id() + ")" : words(alert);
        return Failure.of(Phase.TLS, ExitCode.CLIENT_CERTIFICATE_WANTED, "client_certificate", message)
                .hint("--cert FILE --key FILE presents one that the server's authority has signed");
    }

    private static String words(TlsAlert alert) {
        return alert.fromServer() + " (alert " + alert.id() + ", " + alert.code() + ")";
    }

    private boolean looksLikeText() {
        byte[] first = tap.firstBytes();
        return first.length > 0 && (first[0] < 20 || first[0] > 24);
    }

    private Failure notTls() {
        byte[] first = tap.firstBytes();
        String shown = Printable.of(Arrays.copyOf(first, Math.min(first.length, SHOWN_BYTES)));
        boolean http = shown.startsWith("HTTP/");
        return failed("not_tls", "this port does not speak TLS; it answered: " + shown)
                .hint(http ? "try http:// in place of https://" : "another service listens on this port");
    }

    private Failure closed(boolean reset) {
        String how = reset ? "reset" : "closed";
        String when = tap.hasReceived() ? "in the middle of the handshake" : "instead of answering our hello";
        return failed("closed_in_handshake", "the server " + how + " the connection " + when)
                .hint(
                        "a server that does not know the name may do this: try --sni NAME; if the port is not TLS, http://");
    }

    private static boolean isReset(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("reset");
    }

    private static Failure failed(String kind, String message) {
        return Failure.of(Phase.TLS, ExitCode.HANDSHAKE_FAILED, kind, message);
    }
}
