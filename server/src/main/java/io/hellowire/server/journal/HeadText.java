package io.hellowire.server.journal;

/**
 * Writes received lines so that the exact bytes can be told from them. Each is printable and on a line of its own; CRLF
 * at its end is not shown, LF alone is shown as {@code \n}, and a line that did not end is closed by a lone backslash.
 * A line that looks like one of ours, which begin with five hyphens, has its first hyphen escaped.
 */
final class HeadText {

    private static final int MARK = 5;

    private HeadText() {}

    static void write(byte[] received, Bytes out) {
        int start = 0;
        while (start < received.length) {
            int lf = indexOfLf(received, start);
            writeLine(received, start, lf, out);
            start = lf + 1;
        }
    }

    private static int indexOfLf(byte[] received, int from) {
        int lf = from;
        while (lf < received.length && received[lf] != '\n') {
            lf++;
        }
        return lf;
    }

    private static void writeLine(byte[] received, int start, int lf, Bytes out) {
        boolean ended = lf < received.length;
        boolean endedByCrLf = ended && lf > start && received[lf - 1] == '\r';
        int from = start;
        if (looksLikeOurs(received, start, lf)) {
            out.put("\\x2D");
            from++;
        }
        out.printable(received, from, endedByCrLf ? lf - 1 : lf);
        if (!ended) {
            out.put('\\');
        } else if (!endedByCrLf) {
            out.put("\\n");
        }
        out.put('\n');
    }

    private static boolean looksLikeOurs(byte[] received, int start, int end) {
        for (int i = start; i < start + MARK; i++) {
            if (i >= end || received[i] != '-') {
                return false;
            }
        }
        return true;
    }
}
