package io.hellowire.wire.tls;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One record as it crossed the wire (RFC 8446 section 5.1).
 *
 * @param type what it says it carries
 * @param header its five bytes, which authenticate what follows
 * @param fragment what follows, mostly encrypted
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares records
public record TlsRecord(int type, byte[] header, byte[] fragment) {

    public static final int CHANGE_CIPHER_SPEC = 20;
    public static final int ALERT = 21;
    public static final int HANDSHAKE = 22;
    public static final int APPLICATION_DATA = 23;

    static final int HEADER_BYTES = 5;

    private static final int MAJOR_VERSION = 3;
    private static final int MOST_BYTES = (1 << 14) + 2048;

    /** Whether a stream begins like TLS does: with a handshake record. */
    public static boolean startsWithTls(byte[] stream) {
        return stream.length >= HEADER_BYTES && stream[0] == HANDSHAKE && stream[1] == MAJOR_VERSION;
    }

    /** Whether a handshake or alert record of SSL 3.0 or any TLS begins here; two bytes must be there. */
    public static boolean beginsAt(byte[] bytes, int at) {
        return (bytes[at] == HANDSHAKE || bytes[at] == ALERT) && bytes[at + 1] == MAJOR_VERSION;
    }

    /** The complete records at the start of a stream, up to the first that is cut short or none. */
    public static List<TlsRecord> split(byte[] stream) {
        List<TlsRecord> records = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(stream);
        while (in.remaining() >= HEADER_BYTES) {
            byte[] header = new byte[HEADER_BYTES];
            in.get(header);
            int length = ByteBuffer.wrap(header).getShort(3) & 0xFFFF;
            if (header[1] != MAJOR_VERSION || length > MOST_BYTES || length > in.remaining()) {
                break;
            }
            byte[] fragment = new byte[length];
            in.get(fragment);
            records.add(new TlsRecord(header[0], header, fragment));
        }
        return records;
    }

    /** The handshake messages in the clear at the start of a stream, without the record headers between them. */
    public static byte[] clearHandshake(List<TlsRecord> records) {
        ByteBuffer messages = ByteBuffer.allocate(
                records.stream().mapToInt(record -> record.fragment.length).sum());
        for (TlsRecord record : records) {
            if (record.type != HANDSHAKE) {
                break;
            }
            messages.put(record.fragment);
        }
        byte[] bytes = new byte[messages.position()];
        messages.flip().get(bytes);
        return bytes;
    }
}
