package io.hellowire.capture.tls;

import io.hellowire.wire.tls.HandshakeMessage;
import io.hellowire.wire.tls.TlsRecord;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.List;

/** Opens what one end sent by TLS 1.3: its handshake first, then its application data, through each change of keys. */
final class Tls13Direction {

    private final Suite suite;
    private final ByteArrayOutputStream handshake = new ByteArrayOutputStream();
    private final OpenedStream.Builder opened = new OpenedStream.Builder();
    private byte[] trafficSecret;
    private RecordKey key;
    private boolean isFinished;

    Tls13Direction(Suite suite, byte[] handshakeSecret, byte[] trafficSecret) throws GeneralSecurityException {
        this.suite = suite;
        this.trafficSecret = trafficSecret;
        this.key = RecordKey.tls13(suite, handshakeSecret);
    }

    /**
     * The application data in these records.
     *
     * @throws GeneralSecurityException if the secrets do not open one
     */
    OpenedStream open(List<TlsRecord> records) throws GeneralSecurityException {
        for (TlsRecord record : records) {
            if (record.type() == TlsRecord.APPLICATION_DATA) { // as which everything encrypted is dressed up
                read(record, key.openTls13(record));
            }
        }
        return opened.build();
    }

    /** What was opened ends with its true type, and zeros behind it. */
    private void read(TlsRecord record, byte[] inner) throws GeneralSecurityException {
        int end = inner.length - 1;
        while (end >= 0 && inner[end] == 0) {
            end--;
        }
        if (end < 0) {
            throw new GeneralSecurityException("record of nothing but zeros (expected: a content type)");
        }
        if (inner[end] == TlsRecord.APPLICATION_DATA) {
            opened.add(record, inner, end);
        } else if (inner[end] == TlsRecord.HANDSHAKE) {
            handshake.write(inner, 0, end);
            readMessages();
        }
    }

    private void readMessages() throws GeneralSecurityException {
        byte[] bytes = handshake.toByteArray();
        int at = 0;
        for (HandshakeMessage message : HandshakeMessage.split(bytes)) {
            if (message.isWhole()) { // the last may be cut
                changeKeysAfter(message.type());
                at += HandshakeMessage.HEADER_BYTES + message.length();
            }
        }
        handshake.reset();
        handshake.write(bytes, at, bytes.length - at);
    }

    private void changeKeysAfter(int message) throws GeneralSecurityException {
        if (message == HandshakeMessage.FINISHED && !isFinished) {
            isFinished = true;
            key = RecordKey.tls13(suite, trafficSecret);
        } else if (message == HandshakeMessage.KEY_UPDATE && isFinished) {
            trafficSecret = KeyDerivation.expandLabel(suite.mac(), trafficSecret, "traffic upd", suite.hashBytes());
            key = RecordKey.tls13(suite, trafficSecret);
        }
    }
}
