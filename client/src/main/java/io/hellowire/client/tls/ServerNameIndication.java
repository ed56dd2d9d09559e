package io.hellowire.client.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.internal.tcnative.SSL;
import java.util.List;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.StandardConstants;

/**
 * The name in the hello (RFC 6066 section 3), as it is. Java's own class for it takes no underscore, which the names of
 * many services in a container network have, and Netty's way to BoringSSL takes no other class.
 *
 * @param name in ASCII, 1 to 255 characters
 */
record ServerNameIndication(String name) {

    private static final int LONGEST = 255; // BoringSSL's limit

    ServerNameIndication {
        if (name.isEmpty() || name.length() > LONGEST || !US_ASCII.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("--sni: " + name + " (expected: a name in ASCII, or none)");
        }
    }

    void addTo(SSLEngine engine) {
        if (engine instanceof ReferenceCountedOpenSslEngine openssl) {
            SSL.setTlsExtHostName(openssl.sslPointer(), name);
            return;
        }
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setServerNames(List.of(new HostName(name.getBytes(US_ASCII))));
        engine.setSSLParameters(parameters);
    }

    /** A host's name that nobody judges. */
    private static final class HostName extends SNIServerName {

        HostName(byte[] name) {
            super(StandardConstants.SNI_HOST_NAME, name);
        }
    }
}
