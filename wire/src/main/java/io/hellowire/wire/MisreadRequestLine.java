package io.hellowire.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a refused request line was meant to be, so that its sender reads the mistake and not what the grammar
 * stumbled over: a space in the target, a line end that was typed, the beginning of another protocol.
 */
final class MisreadRequestLine {

    private static final Pattern VERSION = Pattern.compile("HTTP/[0-9]\\.[0-9]");
    private static final Pattern OTHER_VERSION = Pattern.compile("(?!HTTP)[A-Z][A-Z0-9+.-]*/[0-9]+\\.[0-9]+");
    private static final Pattern PROXY_1 = Pattern.compile("PROXY (TCP4|TCP6|UNKNOWN)( .*)?");
    private static final String PROXY_2 = "\r\n\r\n\0";

    /** How the first line of protocols begins that people point at the wrong port. */
    private static final Map<Pattern, String> GREETINGS = Map.of(
            Pattern.compile("SSH-[0-9].*"), "a greeting of SSH",
            Pattern.compile("(EHLO|HELO)( .*)?"), "a greeting of SMTP",
            Pattern.compile("USER \\S+"), "a greeting of FTP or POP3",
            Pattern.compile("\\*[0-9]+"), "a command of Redis");

    /** The bytes that other protocols begin with; none of them begins a method. */
    private static final Map<Byte, String> FIRST_BYTES = Map.of(
            (byte) 0x03, "Remote Desktop",
            (byte) 0x04, "SOCKS4",
            (byte) 0x05, "SOCKS5",
            (byte) 0x10, "MQTT",
            (byte) 0x80, "SSL 2");

    private final PartialHead head;
    private final int start;
    private final String line;

    /**
     * @param head holds the line
     * @param start where it begins
     * @param end where its line end begins
     */
    MisreadRequestLine(PartialHead head, int start, int end) {
        this.head = head;
        this.start = start;
        int lineEnd = end;
        while (lineEnd > start && Syntax.isBlank(head.bytes()[lineEnd - 1])) {
            lineEnd--;
        }
        this.line = new String(head.bytes(), start, lineEnd - start, ISO_8859_1);
    }

    /** What a first byte that begins no method may be. */
    static MalformedMessageException at(PartialHead head, int start) {
        byte first = head.bytes()[start];
        if (first == 0 && start == PROXY_2.length() - 1 && Syntax.equals(PROXY_2, head.bytes(), 0, start + 1)) {
            return head.malformed(Malformation.PROXY_PROTOCOL, "the signature of the PROXY protocol, version 2", start);
        }
        String protocol = FIRST_BYTES.get(first);
        String found = Syntax.nameOf(first) + (protocol == null ? "" : ", as " + protocol + " begins");
        return head.malformed(Malformation.METHOD, found, start);
    }

    /** The same refusal in better words, or as it is. */
    MalformedMessageException insteadOf(MalformedMessageException refusal) {
        MalformedMessageException better = ofWholeLine();
        return better != null ? better : insteadOfSpace(refusal);
    }

    private @Nullable MalformedMessageException ofWholeLine() {
        MalformedMessageException typed = new MissingLineEnd(head, start, start + line.length()).typed();
        if (typed != null) {
            return typed;
        }
        if (PROXY_1.matcher(line).matches()) {
            return malformed(Malformation.PROXY_PROTOCOL, "a header of the PROXY protocol, version 1", 0);
        }
        for (Map.Entry<Pattern, String> greeting : GREETINGS.entrySet()) {
            if (greeting.getKey().matcher(line).matches()) {
                return malformed(Malformation.OTHER_PROTOCOL, greeting.getValue(), 0);
            }
        }
        int version = line.lastIndexOf(' ') + 1;
        if (OTHER_VERSION.matcher(line).region(version, line.length()).matches()) {
            String found = Syntax.quote(head.bytes(), start + version, start + line.length());
            return malformed(Malformation.OTHER_PROTOCOL, found, version);
        }
        return null;
    }

    /** {@code GET /my file HTTP/1.1} and {@code GET /  HTTP/1.1}: the version is there, and a space before it too many. */
    private MalformedMessageException insteadOfSpace(MalformedMessageException refusal) {
        int version = line.lastIndexOf(' ') + 1;
        int target = line.indexOf(' ') + 1;
        int space = line.indexOf(' ', target);
        boolean hasVersion =
                VERSION.matcher(line).region(version, line.length()).matches();
        if (!hasVersion || space <= target || space >= version - 1) {
            return refusal;
        }
        return line.substring(space, version).isBlank()
                ? malformed(Malformation.REQUEST_LINE, "a second space before the version", space + 1)
                : malformed(Malformation.SPACE_IN_TARGET, "a space in the target", space);
    }

    private MalformedMessageException malformed(Malformation malformation, String found, int at) {
        return head.malformed(malformation, found, start + at);
    }
}
