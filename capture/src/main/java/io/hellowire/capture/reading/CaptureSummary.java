package io.hellowire.capture.reading;

import io.hellowire.capture.tls.OpenedStreams;
import io.hellowire.capture.tls.SecretLog;
import io.hellowire.capture.tls.TlsFacts;
import io.hellowire.capture.tls.TlsStreams;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A capture in lines for people: the file, then each connection with what can be read of it. */
public final class CaptureSummary {

    /** Enough for a handshake with a long chain and the first lines behind it. */
    private static final int MOST_BYTES = 32 * 1024;

    private static final int MOST_LINE = 120;

    private final SecretLog secrets;

    private CaptureSummary(SecretLog secrets) {
        this.secrets = secrets;
    }

    /**
     * Summarises a file.
     *
     * @throws IOException if it cannot be read, or is no capture; the message names the file
     */
    public static List<String> of(Path file) throws IOException {
        CaptureContents contents = CaptureReader.read(file, MOST_BYTES);
        CaptureSummary summary = new CaptureSummary(contents.secrets());
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + total(contents));
        int number = 1;
        for (CapturedConnection connection : contents.connections()) {
            lines.addAll(summary.connection(number++, connection));
        }
        return lines;
    }

    private static String total(CaptureContents contents) {
        CaptureTotals totals = contents.totals();
        StringBuilder line = new StringBuilder()
                .append(counted(contents.connections().size(), "connection"))
                .append(", ")
                .append(counted(totals.packets(), "packet"));
        if (totals.others() > 0) {
            line.append(", ").append(totals.others()).append(" of them not TCP");
        }
        if (totals.dropped() > 0) {
            line.append(", ").append(totals.dropped()).append(" dropped by its writer");
        }
        line.append(totals.secrets() == 0 ? ", no secrets" : ", secrets of " + counted(totals.secrets(), "connection"));
        if (totals.application() != null) {
            line.append(", written by ").append(Printable.ofText(totals.application()));
        }
        if (totals.isListedInPart()) {
            line.append(", too large for the memory: what begins later is not listed");
        }
        if (totals.isCutShort()) {
            line.append(", cut short in the middle of its last block");
        }
        return line.toString();
    }

    private List<String> connection(int number, CapturedConnection connection) {
        List<String> lines = new ArrayList<>();
        String name = connection.interfaceName();
        lines.add(number + "  " + address(connection.client()) + " -> " + address(connection.server())
                + (name == null ? "" : " on " + Printable.ofText(name)));
        lines.add(String.format(
                Locale.ROOT,
                "   %s in %.3f s, %d bytes sent, %d received, %s",
                counted(connection.packets(), "packet"),
                connection.durationNanos() / 1e9,
                connection.clientBytes(),
                connection.serverBytes(),
                connection.end().name().toLowerCase(Locale.ROOT)));
        if (connection.comment() != null) {
            lines.add("   " + Printable.ofText(connection.comment()));
        }
        if (connection.isReadInPart()) {
            lines.add("   no memory was left to read what it says");
            return lines;
        }
        TlsStreams tls = TlsStreams.of(connection.fromClient(), connection.fromServer());
        if (tls == null) {
            lines.add("   no TLS, begins: " + firstLine(connection.fromClient()));
        } else {
            TlsFacts facts = tls.facts(secrets);
            lines.add("   " + negotiated(facts));
            lines.add("   " + opened(tls, facts));
        }
        return lines;
    }

    private static String address(InetSocketAddress address) {
        return AddressText.withPort(address);
    }

    private static String negotiated(TlsFacts facts) {
        StringBuilder line = new StringBuilder();
        line.append(facts.version() == null ? "TLS, not answered" : facts.version() + " " + facts.cipherSuite());
        line.append(", name ").append(shown(facts.serverName()));
        if (facts.offered().isEmpty()) {
            return line.append(", no ALPN").toString();
        }
        line.append(", ALPN offers ").append(Printable.ofText(String.join(" ", facts.offered())));
        return line.append(", chosen ")
                .append(facts.chosen() == null ? "not in the clear" : Printable.ofText(facts.chosen()))
                .toString();
    }

    private static String shown(@Nullable String text) {
        return text == null ? "none" : Printable.ofText(text);
    }

    private String opened(TlsStreams tls, TlsFacts facts) {
        if (!facts.hasSecrets()) {
            return "no secrets: stays closed";
        }
        try {
            OpenedStreams opened = tls.open(secrets);
            return "secrets present, begins: " + firstLine(opened.fromClient().content());
        } catch (GeneralSecurityException e) {
            return "secrets present, but does not open: " + e.getMessage();
        }
    }

    private static String firstLine(byte[] stream) {
        int end = 0;
        while (end < stream.length && end < MOST_LINE && stream[end] != '\r' && stream[end] != '\n') {
            end++;
        }
        return end == 0 ? "nothing" : Printable.of(stream, 0, end);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
