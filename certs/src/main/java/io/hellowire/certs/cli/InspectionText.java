package io.hellowire.certs.cli;

import io.hellowire.certs.inspect.CertificateFacts;
import io.hellowire.certs.inspect.CertificateFacts.ValidityPeriod;
import io.hellowire.certs.inspect.ClientKind;
import io.hellowire.certs.inspect.Inspection;
import io.hellowire.certs.inspect.Verdict;
import io.hellowire.certs.read.NameConstraints;
import io.hellowire.certs.read.Subtree;
import io.hellowire.wire.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints an inspection for people; whatever comes from the file or the server is escaped. */
final class InspectionText {

    private final PrintWriter out;

    InspectionText(PrintWriter out) {
        this.out = out;
    }

    void print(Inspection inspection) {
        line(inspection.source() + ": " + inspection.format() + ", "
                + count(inspection.certificates().size(), "certificate") + privateKeys(inspection.keys()));
        for (int i = 0; i < inspection.certificates().size(); i++) {
            line("");
            line("Certificate " + (i + 1) + " of " + inspection.certificates().size());
            print(inspection.certificates().get(i).facts(), inspection.time());
        }
        if (!inspection.verdicts().isEmpty()) {
            line("");
            line("Who accepts certificate " + (inspection.judged() + 1) + ", once it or its issuer is trusted");
            for (ClientKind client : ClientKind.values()) {
                print(client, inspection.verdicts());
            }
        }
    }

    private static String privateKeys(List<String> keys) {
        return keys.isEmpty() ? "" : ", " + count(keys.size(), "private key") + " (" + String.join(", ", keys) + ")";
    }

    private void print(CertificateFacts certificate, Instant now) {
        field("subject", certificate.subject());
        field(
                "issuer",
                certificate.selfSigned() ? "itself" : certificate.issuer().name());
        field("DNS names", listed(certificate.names().dnsNames()));
        field("IP addresses", listed(certificate.names().addresses()));
        if (!certificate.names().others().isEmpty()) {
            field("other names", listed(certificate.names().others()));
        }
        field("valid", validity(certificate, now));
        field("key", certificate.key().toString());
        field("key usage", allowed(certificate.usages().key()));
        field("purposes", allowed(certificate.usages().purposes()));
        field("authority", authority(certificate));
        limits(certificate.extensions().names());
        field("signature", certificate.issuer().signature());
        field("serial", certificate.issuer().serial().text());
        field("SHA-256", certificate.sha256());
    }

    private static String authority(CertificateFacts certificate) {
        Integer below = certificate.extensions().pathLength();
        String limit = below == null
                ? ""
                : below == 0 ? ", but no authorities" : ", and at most " + below + " authorities below";
        return certificate.authority() ? "yes, may sign other certificates" + limit : "no";
    }

    private void limits(@Nullable NameConstraints names) {
        if (names != null && !names.permitted().isEmpty()) {
            field("only names in", bases(names.permitted()));
        }
        if (names != null && !names.excluded().isEmpty()) {
            field("no names in", bases(names.excluded()));
        }
    }

    private static String bases(List<Subtree> subtrees) {
        return listed(subtrees.stream().map(Subtree::base).toList());
    }

    private static String validity(CertificateFacts certificate, Instant now) {
        ValidityPeriod validity = certificate.validity();
        String range = date(validity.notBefore()) + " to " + date(validity.notAfter()) + " ("
                + count(validity.length().toDays(), "day") + "), ";
        if (now.isBefore(validity.notBefore())) {
            return range + "not yet: in "
                    + count(Duration.between(now, validity.notBefore()).toDays(), "day");
        }
        long left = Duration.between(now, validity.notAfter()).toDays();
        return range
                + (now.isAfter(validity.notAfter())
                        ? "expired " + count(-left, "day") + " ago"
                        : count(left, "day") + " left");
    }

    /** Names with the same answer share a line. */
    private void print(ClientKind client, List<Verdict> verdicts) {
        Map<String, StringBuilder> namesByAnswer = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.client() == client) {
                String answer = verdict.accepts() ? "yes" : "no: " + String.join("; ", verdict.reasons());
                namesByAnswer
                        .computeIfAbsent(answer, key -> new StringBuilder())
                        .append(' ')
                        .append(verdict.name());
            }
        }
        namesByAnswer.forEach((answer, names) ->
                line("  %-20s%s".formatted(client.title(), namesByAnswer.size() == 1 ? answer : answer + ":" + names)));
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    private static String allowed(@Nullable List<String> usages) {
        return usages == null ? "not limited" : listed(usages);
    }

    private static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void field(String name, String value) {
        line("  %-14s%s".formatted(name, value));
    }

    private void line(String text) {
        out.println(Printable.withLetters(text));
    }
}
