package io.hellowire.client.report;

import io.hellowire.client.tls.ChainCertificate;
import io.hellowire.client.tls.Finding;
import io.hellowire.client.tls.PeerVerdict;
import io.hellowire.client.tls.TlsFacts;
import io.hellowire.client.tls.TlsFacts.Agreed;
import io.hellowire.wire.text.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The block that says how TLS went and what is to be thought of the certificate. */
final class TlsBlock {

    private static final int FEWEST_COLUMNS = 10;
    private static final int WIDE_ROOM = 85;
    /** What a certificate's line has besides its subject, with and without the days that are left. */
    private static final int WIDE_REST = 62;

    private static final int NARROW_REST = 51;

    private final Page page;
    private final Instant now;

    TlsBlock(Page page, Instant now) {
        this.page = page;
        this.now = now;
    }

    void write(String label, @Nullable TlsFacts facts) {
        if (facts == null) {
            return;
        }
        page.block(label);
        page.paragraph(heading(facts));
        PeerVerdict verdict = facts.verdict();
        if (verdict == null) {
            return;
        }
        judgement(verdict);
        for (int i = 0; i < verdict.chain().size(); i++) {
            certificate(i, verdict.chain().get(i));
        }
        names(verdict);
        for (Finding oddity : verdict.oddities()) {
            page.line("note    " + oddity.words());
        }
    }

    private static String heading(TlsFacts facts) {
        String time = Amount.duration(facts.network().durationNanos());
        if (facts.failure() != null) {
            String after = facts.verdict() == null ? "before any certificate came" : "after the certificate";
            return facts.hello().versions() + " offered" + serverName(facts) + "; the handshake stopped " + after + ", "
                    + time;
        }
        Agreed agreed = facts.agreed();
        List<String> parts = new ArrayList<>();
        parts.add(String.valueOf(agreed.version()));
        parts.add(String.valueOf(agreed.cipher()));
        if (agreed.group() != null) {
            parts.add(agreed.group());
        }
        parts.add(agreed.protocol() == null ? "no ALPN" : "ALPN " + Printable.ofText(agreed.protocol()));
        if (facts.hello().serverName() == null) {
            parts.add("no SNI");
        }
        parts.add("full handshake, " + time);
        return String.join("  ", parts);
    }

    private static String serverName(TlsFacts facts) {
        return facts.hello().serverName() == null ? " without a server name" : "";
    }

    private void judgement(PeerVerdict verdict) {
        Style style = page.style();
        if (verdict.isGood()) {
            page.line(good() + "  trusted, and valid for \""
                    + Printable.ofText(verdict.name().reference()) + "\" (matched "
                    + verdict.name().matched() + ")");
            return;
        }
        String bad = Ink.RED.on(style.glyphs().bad(), style)
                + " ".repeat(4 - style.glyphs().bad().length());
        for (Finding problem : verdict.problems()) {
            page.line(bad + problem.words());
        }
        if (verdict.name().matched() != null) {
            page.line(
                    good() + "  for the right server (matched " + verdict.name().matched() + ")");
        } else if (verdict.trust().problems().isEmpty()) {
            page.line(good() + "  trusted, but for another server");
        }
        if (!verdict.isFatal()) {
            page.line(Ink.YELLOW.on("continuing because of -k: anyone may be at the other end", style));
        }
    }

    private String good() {
        Style style = page.style();
        return Ink.GREEN.on(style.glyphs().ok(), style)
                + " ".repeat(2 - style.glyphs().ok().length());
    }

    private void certificate(int number, ChainCertificate certificate) {
        String role = number == 0 ? "leaf" : certificate.selfSigned() ? "root" : "issuer";
        String line = Column.left(role, 6)
                + "  " + Column.left(shortened(certificate.subject()), subjectColumns())
                + "  " + Column.left(certificate.key(), 8)
                + "  " + expiry(certificate.notAfter())
                + "  " + origin(number, certificate);
        page.line(line.stripTrailing());
        if (page.style().detail() == Style.Detail.MORE) {
            details(certificate);
        }
    }

    private static String origin(int number, ChainCertificate certificate) {
        if (!certificate.sent()) {
            return "trusted";
        }
        return number > 0 ? "sent" : certificate.selfSigned() ? "self-signed" : "";
    }

    private boolean isNarrow() {
        return page.room() < WIDE_ROOM;
    }

    private int subjectColumns() {
        return Math.max(FEWEST_COLUMNS, page.room() - (isNarrow() ? NARROW_REST : WIDE_REST));
    }

    private String expiry(Instant end) {
        String whole = Amount.expiry(end, now);
        return isNarrow() && !now.isAfter(end) ? whole.substring(0, whole.indexOf(',')) : whole;
    }

    private String shortened(String subject) {
        int columns = subjectColumns();
        return subject.length() <= columns ? subject : subject.substring(0, columns - 2) + "..";
    }

    private void details(ChainCertificate certificate) {
        page.line("        subject    " + certificate.subject());
        page.line("        issuer     " + certificate.issuer());
        page.line("        serial     " + certificate.serial());
        page.line("        valid      " + certificate.notBefore() + " to " + certificate.notAfter());
        page.line("        signature  " + certificate.signature() + (certificate.ca() ? ", may sign others" : ""));
        page.line("        sha256     " + certificate.sha256());
        page.line("        key pin    " + certificate.pin());
        certificate.extensions().forEach(extension -> page.line("        extension  " + extension.line()));
    }

    private void names(PeerVerdict verdict) {
        if (verdict.chain().isEmpty()) {
            return;
        }
        List<String> names = verdict.chain().get(0).names();
        page.line("names   " + (names.isEmpty() ? "none (no subject alternative name)" : String.join(", ", names)));
    }
}
