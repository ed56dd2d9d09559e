package io.hellowire.certs.inspect;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that {@code show} has to say about one file or server.
 *
 * @param source the file, or the server as HOST:PORT
 * @param format how the certificates came, such as {@code PEM} or {@code TLS}
 * @param keys the kinds of the private keys beside them, such as {@code RSA}
 * @param certificates in the order found
 * @param judged the place of the one that is judged, the server's own
 * @param verdicts of every kind of client for every name; none if the first certificate has no name
 * @param time when it was looked at
 */
public record Inspection(
        String source,
        String format,
        List<String> keys,
        List<Inspected> certificates,
        int judged,
        List<Verdict> verdicts,
        Instant time) {

    public Inspection {
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
        verdicts = List.copyOf(verdicts);
    }

    /** Looks at certificates and judges the first one for all its names. */
    public static Inspection of(
            String source, String format, List<String> keys, List<X509Certificate> certificates, Instant time) {
        if (certificates.isEmpty()) {
            return new Inspection(source, format, keys, List.of(), 0, List.of(), time);
        }
        List<X509Certificate> sorted = Evidence.serversFirst(certificates);
        return new Inspection(
                source,
                format,
                keys,
                certificates.stream().map(Inspected::of).toList(),
                certificates.indexOf(sorted.get(0)),
                verdicts(sorted, time),
                time);
    }

    private static List<Verdict> verdicts(List<X509Certificate> certificates, Instant time) {
        List<Verdict> verdicts = new ArrayList<>();
        Evidence evidence = Evidence.onceTrusted(certificates, time);
        for (String name : namesToJudge(CertificateFacts.of(certificates.get(0)))) {
            for (ClientKind client : ClientKind.values()) {
                verdicts.add(evidence.verdict(client, name));
            }
        }
        return verdicts;
    }

    /** Without names of its own, the common name: the verdicts then say who still looks at that. */
    private static List<String> namesToJudge(CertificateFacts certificate) {
        List<String> names = certificate.names().all();
        String commonName = certificate.names().commonName();
        return names.isEmpty() && commonName != null ? List.of(commonName) : names;
    }

    /**
     * One certificate.
     *
     * @param facts what it says
     * @param extensions all of its extensions
     */
    public record Inspected(CertificateFacts facts, List<ExtensionText> extensions) {

        public Inspected {
            extensions = List.copyOf(extensions);
        }

        /** Looks at a certificate. */
        public static Inspected of(X509Certificate certificate) {
            return new Inspected(CertificateFacts.of(certificate), ExtensionText.of(certificate));
        }
    }
}
