package io.hellowire.certs.cli;

import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.certs.issue.KeyType;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.Validity;
import io.hellowire.cli.ShellWord;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a command did, for a person: a heading, the facts, what to know, and what to type next. */
final class Report {

    private final String heading;
    private final List<String> facts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> next = new ArrayList<>();

    Report(String heading) {
        this.heading = heading;
    }

    Report fact(String label, String value) {
        facts.add("  %-8s %s".formatted(label, value));
        return this;
    }

    /** The files written, in one line. */
    Report files(List<Path> files) {
        String names = files.stream().map(ShellWord::of).collect(Collectors.joining("  "));
        return fact(files.size() == 1 ? "file" : "files", names);
    }

    Report names(Names names) {
        String dnsNames = String.join(", ", names.dnsNames());
        String addresses = names.addresses().stream().map(AddressText::of).collect(Collectors.joining(", "));
        if (!dnsNames.isEmpty()) {
            fact("DNS", dnsNames);
        }
        return addresses.isEmpty() ? this : fact("IP", addresses);
    }

    /** A certificate whose key was made with it. */
    Report certificate(X509Certificate certificate) {
        fact("key", KeyType.of(certificate.getPublicKey()) + ", readable only by you");
        return certified(certificate);
    }

    /** A certificate whose key somebody else has. */
    Report signed(X509Certificate certificate) {
        fact("key", KeyType.of(certificate.getPublicKey()) + ", kept by its owner");
        return certified(certificate);
    }

    private Report certified(X509Certificate certificate) {
        Validity validity = Validity.of(certificate);
        fact(
                "valid",
                "until " + validity.notAfter().atZone(ZoneOffset.UTC).toLocalDate() + ", " + validity.days() + " days");
        return fact("SHA-256", fingerprint(certificate));
    }

    Report note(String note) {
        notes.add("note: " + note);
        return this;
    }

    Report next(String command) {
        next.add("  " + command);
        return this;
    }

    void print(PrintWriter out) {
        Stream.of(List.of(heading), facts, notes, next.isEmpty() ? next : List.of("Next:"), next)
                .flatMap(List::stream)
                .map(Printable::withLetters)
                .forEach(out::println);
    }

    /** As browsers and {@code openssl x509 -fingerprint -sha256} show it. */
    static String fingerprint(X509Certificate certificate) {
        return CertificateFacts.fingerprint(certificate);
    }
}
