package io.hellowire.certs.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts the text of a PEM file (RFC 7468) into blocks, passing over whatever stands before, between and after them. */
final class PemText {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private final List<String> lines;
    private int next;

    PemText(String text) {
        this.lines = text.lines().map(String::stripTrailing).toList();
    }

    static boolean isPem(String text) {
        return text.contains(BEGIN);
    }

    List<PemBlock> blocks() throws UnreadableException {
        List<PemBlock> blocks = new ArrayList<>();
        while (next < lines.size()) {
            String line = lines.get(next++);
            String label = label(BEGIN, line);
            if (label != null) {
                blocks.add(block(label));
            } else if (line.contains(BEGIN) || line.startsWith(END)) {
                throw new UnreadableException(
                        "line " + next + ": " + (line.contains(BEGIN) ? BEGIN : END).strip() + " among other text",
                        "a line that is -----BEGIN ...----- alone, then base64");
            }
        }
        return blocks;
    }

    private PemBlock block(String label) throws UnreadableException {
        int beginLine = next;
        Map<String, String> headers = headers();
        Base64Lines body = new Base64Lines();
        while (next < lines.size()) {
            String line = lines.get(next++);
            String end = label(END, line);
            if (end == null) {
                body.add(line, next);
            } else if (end.equals(label)) {
                return new PemBlock(label, headers, body.decode(next - 1), beginLine);
            } else {
                throw new UnreadableException(
                        "line " + next + ": " + END + PemLabel.shown(end) + DASHES,
                        END + PemLabel.shown(label) + DASHES);
            }
        }
        throw new UnreadableException(
                "line " + beginLine + ": " + BEGIN + PemLabel.shown(label) + DASHES + " without its end",
                END + PemLabel.shown(label) + DASHES);
    }

    /** The header lines of RFC 1421 section 4.4, each {@code Name: value}, ended by an empty line. */
    private Map<String, String> headers() throws UnreadableException {
        Map<String, String> headers = new LinkedHashMap<>();
        while (next < lines.size() && lines.get(next).contains(":")) {
            String line = lines.get(next++);
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        if (!headers.isEmpty() && next < lines.size() && !lines.get(next++).isEmpty()) {
            throw new UnreadableException("line " + next + ": text", "an empty line after the block's headers");
        }
        return headers;
    }

    private static @Nullable String label(String mark, String line) {
        if (!line.startsWith(mark) || !line.endsWith(DASHES) || line.length() < mark.length() + DASHES.length()) {
            return null;
        }
        return line.substring(mark.length(), line.length() - DASHES.length());
    }
}
