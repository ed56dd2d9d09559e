package io.hellowire.server.exchange;

import io.hellowire.wire.TrailerSection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is kept of a request's body: how long it was, its first bytes and its trailer fields. */
public final class Body {

    /** No body, or one without a byte. */
    public static final Body EMPTY = new Body(0, new byte[0], null, null, new byte[0]);

    private final long bytes;
    private final byte[] beginning;
    private final @Nullable TrailerSection trailers;
    private final @Nullable BodyFile file;
    private final byte[] raw;

    /**
     * @param bytes its length, chunk lines not counted
     * @param beginning its first bytes, as many as were asked for; not copied
     * @param trailers the fields after its last chunk, {@code null} if it was not chunked
     * @param file where the request is already, but for the end of its body; {@code null} if nowhere
     * @param raw all of it that is in no file, as it came, chunk lines included, if that is kept; else empty; not copied
     */
    public Body(long bytes, byte[] beginning, @Nullable TrailerSection trailers, @Nullable BodyFile file, byte[] raw) {
        this.bytes = bytes;
        this.beginning = beginning;
        this.trailers = trailers;
        this.file = file;
        this.raw = raw;
    }

    /** Its length in bytes, chunk lines not counted. */
    public long bytes() {
        return bytes;
    }

    /** Its first bytes, as many as were asked for; to be read only. */
    public byte[] beginning() {
        return beginning;
    }

    /** The fields after its last chunk, {@code null} if it was not chunked. */
    public @Nullable TrailerSection trailers() {
        return trailers;
    }

    /** Where the request is already, but for the end of its body; {@code null} if nowhere. */
    public @Nullable BodyFile file() {
        return file;
    }

    /** All of it that is in no file, as it came, chunk lines included, if that is kept; else empty. To be read only. */
    public byte[] raw() {
        return raw;
    }

    /** Lets go of what is in a file, unless the journal has given that its name. */
    public void discard() {
        if (file != null) {
            file.discard();
        }
    }

    @Override
    public String toString() {
        return bytes + " bytes, beginning with " + Arrays.toString(beginning);
    }
}
