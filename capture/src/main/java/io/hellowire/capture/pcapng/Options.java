package io.hellowire.capture.pcapng;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options behind a block's fixed part; of several with one code, the first. */
final class Options {

    private final Map<Integer, ByteBuffer> values = new HashMap<>();

    private Options() {}

    /**
     * Reads options up to their end or the block's.
     *
     * @param in from its position; little or big endian as it is
     * @param offset the block's place in the file, for the message
     */
    static Options read(ByteBuffer in, long offset) throws MalformedCaptureException {
        Options options = new Options();
        while (in.remaining() >= 4) {
            int code = in.getShort() & 0xFFFF;
            int length = in.getShort() & 0xFFFF;
            if (code == Format.END_OF_OPTIONS) {
                break;
            }
            if (Format.padded(length) > in.remaining()) {
                throw new MalformedCaptureException(
                        offset, "an option of " + length + " bytes", in.remaining() + " at most, to the block's end");
            }
            options.values.putIfAbsent(code, in.slice(in.position(), length).order(in.order()));
            in.position(in.position() + Format.padded(length));
        }
        return options;
    }

    @Nullable
    String text(int code) {
        ByteBuffer value = values.get(code);
        return value == null ? null : UTF_8.decode(value.duplicate()).toString();
    }

    @Nullable
    Long number(int code) {
        ByteBuffer value = values.get(code);
        return value == null || value.remaining() != 8 ? null : (Long) value.getLong(0);
    }

    int intOr(int code, int otherwise) {
        ByteBuffer value = values.get(code);
        return value == null || value.remaining() != 4 ? otherwise : value.getInt(0);
    }

    TimeResolution resolution() {
        ByteBuffer value = values.get(Format.INTERFACE_TIME_RESOLUTION);
        return value == null || value.remaining() != 1 ? TimeResolution.MICROSECONDS : new TimeResolution(value.get(0));
    }
}
