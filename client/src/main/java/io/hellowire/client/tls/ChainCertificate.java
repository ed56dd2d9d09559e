package io.hellowire.client.tls;

import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.certs.inspect.ExtensionText;
import io.hellowire.certs.inspect.Inspection.Inspected;
import io.hellowire.wire.text.Printable;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One certificate of the server's chain; every text that it gives is safe to print.
 *
 * @param inspected what it says
 * @param pin the digest of its key, as {@code --pinnedpubkey} takes it
 * @param sent whether the server sent it; else it comes from the trusted roots
 */
public record ChainCertificate(Inspected inspected, PinnedKey pin, boolean sent) {

    static ChainCertificate of(X509Certificate certificate, boolean sent) {
        return new ChainCertificate(Inspected.of(certificate), PinnedKey.of(certificate), sent);
    }

    private CertificateFacts facts() {
        return inspected.facts();
    }

    /** Whom it is about, RFC 2253. */
    public String subject() {
        return Printable.ofText(facts().subject());
    }

    /** Who signed it, RFC 2253. */
    public String issuer() {
        return Printable.ofText(facts().issuer().name());
    }

    /** Its serial number in lower-case hexadecimal, two digits for each octet. */
    public String serial() {
        return facts().issuer().serial().text();
    }

    /** Its subject alternative names, each with its kind: {@code DNS:example.com}. */
    public List<String> names() {
        return NameCheck.words(facts().names());
    }

    /** Kind and size of its key: {@code EC P-256}. */
    public String key() {
        return Printable.ofText(facts().key().toString());
    }

    /** How it was signed: {@code SHA256withRSA}. */
    public String signature() {
        return Printable.ofText(facts().issuer().signature());
    }

    /** When it begins to be valid. */
    public Instant notBefore() {
        return facts().validity().notBefore();
    }

    /** When it ceases to be. */
    public Instant notAfter() {
        return facts().validity().notAfter();
    }

    /** The digest of the whole certificate, lower-case hexadecimal. */
    public String sha256() {
        return facts().sha256().replace(":", "").toLowerCase(Locale.ROOT);
    }

    /** Whether it may sign others. */
    public boolean ca() {
        return facts().authority();
    }

    /** Whether it names itself as its issuer, and its own key signed it. */
    public boolean selfSigned() {
        return facts().selfSigned();
    }

    /** All its extensions. */
    public List<ExtensionText> extensions() {
        return inspected.extensions().stream()
                .map(extension ->
                        new ExtensionText(extension.name(), extension.critical(), Printable.ofText(extension.value())))
                .toList();
    }
}
