package io.hellowire.capture.tls;

import io.hellowire.wire.tls.TlsRecord;
import java.io.ByteArrayOutputStream;

/**
 * What one end of a TLS connection sent.
 *
 * @param content the application data
 * @param records the records that carried it, as they crossed the wire
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares streams
public record OpenedStream(byte[] content, byte[] records) {

    /** Collects both, record by record. */
    static final class Builder {

        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final ByteArrayOutputStream records = new ByteArrayOutputStream();

        void add(TlsRecord record, byte[] opened, int length) {
            content.write(opened, 0, length);
            records.writeBytes(record.header());
            records.writeBytes(record.fragment());
        }

        OpenedStream build() {
            return new OpenedStream(content.toByteArray(), records.toByteArray());
        }
    }
}
