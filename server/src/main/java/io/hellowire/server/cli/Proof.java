package io.hellowire.server.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.capture.tls.OpenedStream;
import io.hellowire.capture.tls.TlsFacts;

/**
 * What an eavesdropper got to see of the same greeting, sent twice.
 *
 * @param greeting the words that are looked for
 * @param plain what the server sent over HTTP, as it crossed the wire
 * @param sealed what the server sent over HTTPS, as it crossed the wire
 * @param tls what TLS agreed on
 * @param opened the same, opened with the secrets
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares proofs
record Proof(String greeting, byte[] plain, byte[] sealed, TlsFacts tls, OpenedStream opened) {

    boolean holds() {
        return shows(plain) && !shows(sealed) && shows(opened.content());
    }

    /** Whether the greeting can be read in these bytes. */
    boolean shows(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains(greeting);
    }
}
