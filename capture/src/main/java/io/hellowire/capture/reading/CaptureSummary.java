package io.hellowire.capture.reading;

import io.hellowire.wire.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capture in lines for people: the file, then each connection with what can be read of it. */
public final class CaptureSummary {

    /** Enough for a handshake with a long chain and the first lines behind it. */
    private static final int MOST_BYTES = 32 * 1024;

    private CaptureSummary() {}

    /**
     * Summarises a file.
     *
     * @throws IOException if it cannot be read, or is no capture; the message names the file
     */
    public static List<String> of(Path file) throws IOException {
        return of(file, null);
    }

    /**
     * Summarises a file.
     *
     * @param keyLog a second file, with secrets, or {@code null} for none
     * @throws IOException if a file cannot be read, or is no capture or key log; the message names the file
     */
    public static List<String> of(Path file, @Nullable Path keyLog) throws IOException {
        CaptureContents contents = CaptureReader.read(file, keyLog, MOST_BYTES);
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + total(contents));
        int number = 1;
        for (CapturedConnection connection : contents.connections()) {
            lines.addAll(ConnectionText.of(number++, connection, contents.secrets()));
        }
        return lines;
    }

    private static String total(CaptureContents contents) {
        CaptureTotals totals = contents.totals();
        StringBuilder line = new StringBuilder()
                .append(counted(contents.connections().size(), "connection"))
                .append(", ")
                .append(counted(totals.packets(), "packet"));
        addUnread(line, contents.unread());
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

    private static void addUnread(StringBuilder line, Unread unread) {
        if (unread.others() > 0) {
            line.append(", ").append(unread.others()).append(" of them not TCP");
        }
        if (unread.unknown() > 0) {
            line.append(", ").append(unread.unknown()).append(" of link type ").append(unread.linkTypes());
        }
        if (unread.lostFragments() > 0) {
            line.append(", ")
                    .append(counted(unread.lostFragments(), "fragment"))
                    .append(" without the rest");
        }
        if (unread.cut() > 0) {
            line.append(", ").append(unread.cut()).append(" cut to the snap length");
        }
    }

    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
