package io.hellowire.capture.cli;

import io.hellowire.capture.reading.Stripped;

/** What was left out of a copy of a capture, in words. */
final class StripText {

    private StripText() {}

    static String of(Stripped stripped) {
        StringBuilder text = new StringBuilder(counted(stripped.secrets(), "block")).append(" of secrets");
        if (stripped.insidePackets() > 0) {
            text.append(" and ")
                    .append(counted(stripped.insidePackets(), "packet"))
                    .append(" from inside TLS");
        }
        text.append(" left out");
        if (stripped.isCutShort()) {
            text.append("; the capture ends in the middle of a block, which is left out too");
        }
        return text.toString();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
