package io.hellowire.capture.secrets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One secret of one connection: a line of a key log (RFC 9850 section 2).
 *
 * @param label which secret it is, such as {@code CLIENT_RANDOM}
 * @param clientRandom which connection's, as 64 lower-case hexadecimal digits
 * @param secret the secret, in lower-case hexadecimal digits
 */
public record KeyLogLine(String label, String clientRandom, String secret) {

    public static final String TLS12_MASTER = "CLIENT_RANDOM";
    public static final String CLIENT_HANDSHAKE = "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
    public static final String SERVER_HANDSHAKE = "SERVER_HANDSHAKE_TRAFFIC_SECRET";
    public static final String CLIENT_TRAFFIC = "CLIENT_TRAFFIC_SECRET_0";
    public static final String SERVER_TRAFFIC = "SERVER_TRAFFIC_SECRET_0";

    private static final Pattern LINE = Pattern.compile("([A-Z0-9_]{1,64}) ([0-9a-fA-F]{64}) ([0-9a-fA-F]{2,256})");

    static KeyLogLine of(String label, byte[] clientRandom, byte[] secret) {
        HexFormat hex = HexFormat.of();
        return new KeyLogLine(label, hex.formatHex(clientRandom), hex.formatHex(secret));
    }

    /** Reads a line without its line end; {@code null} if it is a comment or something else. */
    public static @Nullable KeyLogLine parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            return null;
        }
        return new KeyLogLine(
                matcher.group(1),
                matcher.group(2).toLowerCase(Locale.ROOT),
                matcher.group(3).toLowerCase(Locale.ROOT));
    }

    /** The line with its line feed, as it goes into a file. */
    public byte[] bytes() {
        return (label + " " + clientRandom + " " + secret + "\n").getBytes(US_ASCII);
    }

    /** Names the connection but never the secret. */
    @Override
    public String toString() {
        return label + " " + clientRandom;
    }
}
