package io.hellowire.capture.reading;

import io.hellowire.capture.reading.TcpReassembly.Piece;
import io.hellowire.capture.tls.OpenedStreams;
import io.hellowire.capture.tls.SecretLog;
import io.hellowire.capture.tls.TlsFacts;
import io.hellowire.capture.tls.TlsStreams;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection of a capture in lines for people. */
final class ConnectionText {

    /** So many gaps of each direction are shown one by one. */
    private static final int MOST_GAPS = 3;

    private static final int MOST_LINE = 120;

    private final CapturedConnection connection;
    private final SecretLog secrets;
    private final List<String> lines = new ArrayList<>();

    private ConnectionText(CapturedConnection connection, SecretLog secrets) {
        this.connection = connection;
        this.secrets = secrets;
    }

    /** @param number its place in the capture, from 1 */
    static List<String> of(int number, CapturedConnection connection, SecretLog secrets) {
        ConnectionText text = new ConnectionText(connection, secrets);
        text.add(number);
        return text.lines;
    }

    private void add(int number) {
        Roles roles = connection.roles();
        String name = connection.interfaceName();
        lines.add(number + "  " + AddressText.withPort(roles.client().address()) + " -> "
                + AddressText.withPort(roles.server().address())
                + (name == null ? "" : " on " + Printable.ofText(name)));
        say(String.format(
                Locale.ROOT,
                "%s in %.3f s, %d bytes sent, %d received, %s",
                counted(connection.packets(), "packet"),
                connection.durationNanos() / 1e9,
                connection.clientBytes(),
                connection.serverBytes(),
                connection.end().name().toLowerCase(Locale.ROOT)));
        if (connection.comment() != null) {
            say(Printable.ofText(connection.comment()));
        }
        if (connection.isReadInPart()) {
            say("no memory was left to read what it says");
            return;
        }
        addWhatIsMissing(roles);
        addContent(roles);
    }

    private void say(String line) {
        lines.add("   " + line);
    }

    private void addWhatIsMissing(Roles roles) {
        TcpReassembly client = roles.client().stream();
        TcpReassembly server = roles.server().stream();
        if (roles.toldBy() != Roles.Sign.HANDSHAKE) {
            say("begins in its middle; which end is the client, "
                    + roles.toldBy().words());
        }
        if (!client.hasBegun() || !server.hasBegun()) {
            say("nothing that the " + (client.hasBegun() ? "server" : "client") + " sent is in the capture");
        }
        if (client.missing() + server.missing() > 0) {
            say("not in the capture: " + client.missing() + " of the bytes sent, " + server.missing()
                    + " of those received");
        }
    }

    private void addContent(Roles roles) {
        TlsStreams tls = TlsStreams.of(connection.fromClient(), connection.fromServer());
        if (tls != null) {
            TlsFacts facts = tls.facts(secrets);
            say(negotiated(facts));
            say(opened(tls, facts));
            addGaps("sent", roles.client().stream().pieces(), false);
            addGaps("received", roles.server().stream().pieces(), false);
        } else if (isInsideTls(roles.client()) || isInsideTls(roles.server())) {
            say("TLS, of which the handshake is not in the capture: stays closed");
        } else {
            say(beginning(roles.client().stream()));
            addGaps("sent", roles.client().stream().pieces(), true);
            addGaps("received", roles.server().stream().pieces(), true);
        }
    }

    private static String beginning(TcpReassembly stream) {
        byte[] bytes = stream.beginning();
        if (bytes.length == 0 && stream.sent() > 0) {
            return "no TLS to be seen, the beginning is not in the capture";
        }
        return (stream.hasStart() ? "no TLS, begins: " : "no TLS to be seen, goes on: ") + firstLine(bytes);
    }

    /** Whether a stream of which the start is missing goes on as TLS does: with a record of another kind. */
    private static boolean isInsideTls(ConnectionEnd end) {
        byte[] bytes = end.stream().beginning();
        return !end.stream().hasStart() && bytes.length >= 5 && bytes[0] >= 20 && bytes[0] <= 23 && bytes[1] == 3;
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

    /** What is missing between the first bytes, and how each goes on, if that can be read. */
    private void addGaps(String direction, List<Piece> pieces, boolean isClear) {
        long end = 0;
        int gaps = 0;
        for (Piece piece : pieces) {
            if (piece.start() > end && gaps++ < MOST_GAPS) {
                say(direction + ": " + counted(piece.start() - end, "byte") + " missing at byte " + end
                        + (isClear ? ", then: " + firstLine(piece.bytes()) : ""));
            }
            end = piece.end();
        }
        if (gaps > MOST_GAPS) {
            say(direction + ": " + counted(gaps - MOST_GAPS, "gap") + " more in the first bytes");
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
        return CaptureSummary.counted(count, what);
    }
}
