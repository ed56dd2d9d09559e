package io.hellowire.client.tls;

import io.hellowire.certs.inspect.ExtensionWords;
import io.hellowire.wire.Printable;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One certificate of a chain, every text of it safe to print.
 *
 * @param subject whom it is about, RFC 2253
 * @param issuer who signed it, RFC 2253
 * @param serial its serial number in lower-case hexadecimal, two digits for each octet
 * @param names its subject alternative names, each with its kind: {@code DNS:example.com}
 * @param key kind and size of its key: {@code EC P-256}
 * @param signature how it was signed: {@code SHA256withRSA}
 * @param notBefore when it begins to be valid
 * @param notAfter when it ceases to be
 * @param sha256 the digest of the whole certificate, lower-case hexadecimal
 * @param pin the digest of its key, as {@code --pinnedpubkey} takes it
 * @param ca whether it may sign others
 * @param selfSigned whether it names itself as its issuer, and its own key signed it
 * @param sent whether the server sent it; else it comes from the trusted roots
 * @param extensions all of them
 */
public record CertificateFacts(
        String subject,
        String issuer,
        String serial,
        List<String> names,
        String key,
        String signature,
        Instant notBefore,
        Instant notAfter,
        String sha256,
        String pin,
        boolean ca,
        boolean selfSigned,
        boolean sent,
        List<ExtensionWords> extensions) {

    public CertificateFacts {
        names = List.copyOf(names);
        extensions = List.copyOf(extensions);
    }

    static CertificateFacts of(X509Certificate certificate, boolean sent) {
        var facts = io.hellowire.certs.inspect.CertificateFacts.of(certificate);
        return new CertificateFacts(
                Printable.ofText(facts.subject()),
                Printable.ofText(facts.issuer()),
                facts.serial().text(),
                NameCheck.words(facts.names()),
                Printable.ofText(facts.key().toString()),
                Printable.ofText(facts.signature()),
                facts.notBefore(),
                facts.notAfter(),
                facts.sha256().replace(":", "").toLowerCase(Locale.ROOT),
                PinnedKey.of(certificate).toString(),
                facts.authority(),
                facts.selfSigned(),
                sent,
                ExtensionWords.of(certificate).stream()
                        .map(CertificateFacts::printable)
                        .toList());
    }

    private static ExtensionWords printable(ExtensionWords extension) {
        return new ExtensionWords(extension.name(), extension.critical(), Printable.ofText(extension.value()));
    }
}
