package io.hellowire.capture.tls;

import io.hellowire.wire.tls.TlsRecord;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;

/** The keys of both directions of TLS 1.2, made of the master secret and both hellos (RFC 5246 section 6.3). */
final class Tls12Keys {

    private static final int GCM_IV = 4;
    private static final int CHACHA_IV = 12;

    private final RecordKey client;
    private final RecordKey server;

    /** @param randoms the server's, then the client's */
    Tls12Keys(Suite suite, byte[] masterSecret, byte[] randoms) throws GeneralSecurityException {
        int iv = suite.isChaCha() ? CHACHA_IV : GCM_IV;
        ByteBuffer block = ByteBuffer.wrap(
                KeyDerivation.prf(suite.mac(), masterSecret, "key expansion", randoms, 2 * (suite.keyBytes() + iv)));
        byte[] clientKey = take(block, suite.keyBytes());
        byte[] serverKey = take(block, suite.keyBytes());
        client = new RecordKey(suite, clientKey, take(block, iv));
        server = new RecordKey(suite, serverKey, take(block, iv));
    }

    private static byte[] take(ByteBuffer block, int length) {
        byte[] bytes = new byte[length];
        block.get(bytes);
        return bytes;
    }

    OpenedStream openClient(List<TlsRecord> records) throws GeneralSecurityException {
        return open(client, records);
    }

    OpenedStream openServer(List<TlsRecord> records) throws GeneralSecurityException {
        return open(server, records);
    }

    /** Everything behind the change of cipher is encrypted, each record under its own type. */
    private static OpenedStream open(RecordKey key, List<TlsRecord> records) throws GeneralSecurityException {
        OpenedStream.Builder opened = new OpenedStream.Builder();
        boolean isEncrypted = false;
        for (TlsRecord record : records) {
            if (record.type() == TlsRecord.CHANGE_CIPHER_SPEC) {
                isEncrypted = true;
            } else if (isEncrypted) {
                byte[] content = key.openTls12(record);
                if (record.type() == TlsRecord.APPLICATION_DATA) {
                    opened.add(record, content, content.length);
                }
            }
        }
        return opened.build();
    }
}
