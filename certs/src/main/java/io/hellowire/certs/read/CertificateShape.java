package io.hellowire.certs.read;

import static io.hellowire.certs.read.Der.BIT_STRING;
import static io.hellowire.certs.read.Der.CONTEXT_0;
import static io.hellowire.certs.read.Der.INTEGER;
import static io.hellowire.certs.read.Der.NONE;
import static io.hellowire.certs.read.Der.OBJECT_IDENTIFIER;
import static io.hellowire.certs.read.Der.OCTET_STRING;
import static io.hellowire.certs.read.Der.SEQUENCE;

import java.util.Set;

/**
 * The structure of a certificate, RFC 5280 section 4.1, element by element. The JDK skips what it does not expect, so that
 * a damaged certificate could lose its extensions without a word.
 */
final class CertificateShape {

    static final int BOOLEAN = 0x01;
    private static final int SET = 0x31;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int ISSUER_ID = 0x81;
    private static final int SUBJECT_ID = 0x82;
    private static final int EXTENSIONS = 0xa3;

    private static final int UTF8_STRING = 0x0c;
    /** The strings of RFC 5280 section 4.1.2.4, those of the e-mail address and the serial number, and what X.500 adds. */
    private static final Set<Integer> NAME_TYPES =
            Set.of(UTF8_STRING, 0x12, 0x13, 0x14, 0x16, 0x1c, 0x1e, BIT_STRING, SEQUENCE);

    private CertificateShape() {}

    /** Fails unless this is one certificate and nothing else. */
    static void require(byte[] der) throws UnreadableException {
        Der outermost = new Der(der);
        outermost.requireWellFormed();
        Der certificate = outermost.enter(SEQUENCE);
        outermost.requireEnd();
        content(certificate.enter(SEQUENCE));
        algorithm(certificate);
        certificate.enter(BIT_STRING);
        certificate.requireEnd();
    }

    private static void content(Der content) throws UnreadableException {
        if (content.tag() == CONTEXT_0) {
            only(content.enter(CONTEXT_0), INTEGER);
        }
        content.enter(INTEGER);
        algorithm(content);
        name(content.enter(SEQUENCE));
        validity(content.enter(SEQUENCE));
        name(content.enter(SEQUENCE));
        publicKey(content.enter(SEQUENCE));
        if (content.tag() == ISSUER_ID) {
            content.enter(ISSUER_ID);
        }
        if (content.tag() == SUBJECT_ID) {
            content.enter(SUBJECT_ID);
        }
        if (content.tag() == EXTENSIONS) {
            extensions(only(content.enter(EXTENSIONS), SEQUENCE));
        }
        content.requireEnd();
    }

    private static void algorithm(Der parent) throws UnreadableException {
        Der algorithm = parent.enter(SEQUENCE);
        algorithm.enter(OBJECT_IDENTIFIER);
        if (algorithm.tag() != NONE) {
            algorithm.element();
        }
        algorithm.requireEnd();
    }

    private static void name(Der name) throws UnreadableException {
        while (name.tag() != NONE) {
            Der attributes = name.enter(SET);
            while (attributes.tag() != NONE) {
                Der attribute = attributes.enter(SEQUENCE);
                attribute.enter(OBJECT_IDENTIFIER);
                only(attribute, NAME_TYPES.contains(attribute.tag()) ? attribute.tag() : UTF8_STRING);
            }
        }
    }

    private static void validity(Der validity) throws UnreadableException {
        for (int i = 0; i < 2; i++) {
            validity.enter(validity.tag() == GENERALIZED_TIME ? GENERALIZED_TIME : UTC_TIME);
        }
        validity.requireEnd();
    }

    private static void publicKey(Der key) throws UnreadableException {
        algorithm(key);
        only(key, BIT_STRING);
    }

    private static void extensions(Der extensions) throws UnreadableException {
        while (extensions.tag() != NONE) {
            Der extension = extensions.enter(SEQUENCE);
            String identifier = extension.objectIdentifier();
            if (extension.tag() == BOOLEAN) {
                extension.enter(BOOLEAN);
            }
            ExtensionShape.require(identifier, only(extension, OCTET_STRING));
        }
    }

    static Der only(Der parent, int tag) throws UnreadableException {
        Der child = parent.enter(tag);
        parent.requireEnd();
        return child;
    }
}
