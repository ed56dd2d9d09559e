package io.hellowire.client.tls;

import io.hellowire.client.step.Failure;
import io.hellowire.client.step.Span;
import io.hellowire.wire.tls.TlsAlert;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How TLS went, as far as it went.
 *
 * @param hello what we said first
 * @param agreed what both ends agreed on
 * @param verdict what is to be thought of the certificate, or {@code null} if none came
 * @param alert the alert that the server sent, or {@code null}
 * @param span when the handshake ran, from the first byte sent
 * @param judging how much of that we took to judge the certificate
 * @param failure why it did not succeed, or {@code null} when it did
 */
public record TlsFacts(
        Hello hello,
        Agreed agreed,
        @Nullable PeerVerdict verdict,
        @Nullable TlsAlert alert,
        Span span,
        Duration judging,
        @Nullable Failure failure) {

    /** The same with an alert that came after the handshake, {@code null} if none did. */
    public TlsFacts with(@Nullable TlsAlert later) {
        return later == null ? this : new TlsFacts(hello, agreed, verdict, later, span, judging, failure);
    }

    /** The handshake without our own thoughts about the certificate, as if it had ended that much earlier. */
    public Span network() {
        return span.shorter(judging);
    }

    /** The same after another handshake, by another library and on another connection, that the server refused. */
    public TlsFacts after(TlsFacts refused) {
        if (verdict == null) {
            return this;
        }
        Finding second = new Finding(
                "second_connection",
                "the server refused all that " + refused.hello.library() + " offers; this is another connection, using "
                        + hello.library(),
                "for browsers too, use a certificate with an EC P-256 or RSA key");
        return new TlsFacts(hello, agreed, verdict.withOddity(second), alert, span, judging, failure);
    }

    /** The chain as it was received, then the root if it is a trusted one; empty if none came. */
    public List<ChainCertificate> chain() {
        return verdict == null ? List.of() : verdict.chain();
    }

    /**
     * What we said first.
     *
     * @param versions the versions offered, in words
     * @param serverName the name asked for, or {@code null} for none
     * @param library what spoke TLS for us
     */
    public record Hello(String versions, @Nullable String serverName, String library) {}

    /**
     * What both ends agreed on.
     *
     * @param version the version, or {@code null} if none was
     * @param cipher the cipher suite, or {@code null}
     * @param group the group of the key exchange, or {@code null} if it is not known
     * @param protocol the application protocol (ALPN), or {@code null}
     */
    public record Agreed(
            @Nullable String version,
            @Nullable String cipher,
            @Nullable String group,
            @Nullable String protocol) {

        /** Nothing but a group, perhaps, as the handshake ended before its end. */
        public static Agreed only(@Nullable String group) {
            return new Agreed(null, null, group, null);
        }
    }
}
