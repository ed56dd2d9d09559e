package io.hellowire.certs.read;

import java.util.Map;

/**
 * One block of a PEM file, between its BEGIN and its END line.
 *
 * @param label what stands after BEGIN, such as {@code "CERTIFICATE"}
 * @param headers its header lines (RFC 1421), such as {@code Proc-Type}; usually empty
 * @param body the decoded bytes; not copied, for the one reader that follows
 * @param line the number of its BEGIN line, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // made, read once and forgotten; never compared
record PemBlock(String label, Map<String, String> headers, byte[] body, int line) {

    /** Where it is and what it claims to be; never what it holds. */
    @Override
    public String toString() {
        return label + " block at line " + line;
    }
}
