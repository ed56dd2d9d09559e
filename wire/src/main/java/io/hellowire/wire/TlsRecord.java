package io.hellowire.wire;

/** Recognises TLS where HTTP should be: the first bytes of a record, RFC 8446 section 5.1. */
final class TlsRecord {

    static final byte ALERT = 21;
    static final byte HANDSHAKE = 22;

    private static final byte MAJOR_VERSION = 3;

    private TlsRecord() {}

    /** Whether a handshake or alert record of SSL 3.0 or any TLS begins here; two bytes must be there. */
    static boolean beginsAt(byte[] bytes, int at) {
        return (bytes[at] == HANDSHAKE || bytes[at] == ALERT) && bytes[at + 1] == MAJOR_VERSION;
    }
}
