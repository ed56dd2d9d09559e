package io.hellowire.certs.read;

import static io.hellowire.certs.read.CertificateShape.BOOLEAN;
import static io.hellowire.certs.read.CertificateShape.only;
import static io.hellowire.certs.read.Der.BIT_STRING;
import static io.hellowire.certs.read.Der.INTEGER;
import static io.hellowire.certs.read.Der.NONE;
import static io.hellowire.certs.read.Der.OBJECT_IDENTIFIER;
import static io.hellowire.certs.read.Der.OCTET_STRING;
import static io.hellowire.certs.read.Der.SEQUENCE;

/** The structure of the extensions that decide who accepts a certificate, RFC 5280 section 4.2.1. */
final class ExtensionShape {

    private static final String STANDARD = "2.5.29.";
    private static final int CONTEXT_CLASS = 0x80;

    private ExtensionShape() {}

    /** Fails unless the content is what the standard says for this identifier; of other identifiers it knows nothing. */
    static void require(String identifier, Der content) throws UnreadableException {
        if (identifier.startsWith(STANDARD)) {
            content.requireWellFormed();
        }
        switch (identifier) {
            case STANDARD + "14" -> only(content, OCTET_STRING); // subject key identifier
            case STANDARD + "15" -> only(content, BIT_STRING); // key usage
            case STANDARD + "17" -> tagged(only(content, SEQUENCE)); // subject alternative name
            case STANDARD + "19" -> basicConstraints(only(content, SEQUENCE));
            case STANDARD + "35" -> tagged(only(content, SEQUENCE)); // authority key identifier
            case STANDARD + "37" -> purposes(only(content, SEQUENCE)); // extended key usage
            default -> {}
        }
    }

    private static void basicConstraints(Der content) throws UnreadableException {
        if (content.tag() == BOOLEAN) {
            content.enter(BOOLEAN);
        }
        if (content.tag() == INTEGER) {
            content.enter(INTEGER);
        }
        content.requireEnd();
    }

    private static void purposes(Der content) throws UnreadableException {
        while (content.tag() != NONE) {
            content.enter(OBJECT_IDENTIFIER);
        }
    }

    /** A choice or optional fields, each with a number from 0 to 8 in its tag. */
    private static void tagged(Der content) throws UnreadableException {
        while (content.tag() != NONE) {
            int tag = content.tag();
            boolean known = (tag & 0xc0) == CONTEXT_CLASS && (tag & 0x1f) <= 8;
            content.enter(known ? tag : CONTEXT_CLASS);
        }
    }
}
