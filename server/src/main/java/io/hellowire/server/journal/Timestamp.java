package io.hellowire.server.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes instants as text, remembering the second it wrote last: most records share theirs with the one before. */
final class Timestamp {

    private final byte[] upToSeconds;
    private final DateTimeFormatter pattern;
    private long second = Long.MIN_VALUE;

    private Timestamp(String pattern) {
        this.pattern = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
        this.upToSeconds = new byte[this.pattern.format(Instant.EPOCH).length()];
    }

    /** As RFC 3339 writes them, such as {@code 2026-11-22T06:42:45}. */
    static Timestamp iso() {
        return new Timestamp("uuuu-MM-dd'T'HH:mm:ss");
    }

    /** As Apache's logs write them, such as {@code 22/Nov/2026:06:42:45 +0000}. */
    static Timestamp apache() {
        return new Timestamp("dd/MMM/uuuu:HH:mm:ss +0000");
    }

    void seconds(long epochMillis, Bytes out) {
        remember(Math.floorDiv(epochMillis, 1000L));
        out.put(upToSeconds);
    }

    void millis(long epochMillis, Bytes out) {
        seconds(epochMillis, out);
        out.put('.').padded(Math.floorMod(epochMillis, 1000L), 3).put('Z');
    }

    @SuppressWarnings("deprecation") // Latin-1 text into an array that is there already
    private void remember(long epochSecond) {
        if (epochSecond != second) {
            second = epochSecond;
            pattern.format(Instant.ofEpochSecond(epochSecond)).getBytes(0, upToSeconds.length, upToSeconds, 0);
        }
    }
}
