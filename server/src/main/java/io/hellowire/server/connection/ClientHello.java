package io.hellowire.server.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client offered when it began a TLS handshake. Names a client chose are as it sent them: print them with
 * {@link io.hellowire.wire.Printable} only.
 *
 * @param serverName the name it asked for (SNI), {@code null} if it named none
 * @param versions the TLS versions it speaks, its favourite first
 * @param protocols the application protocols it speaks (ALPN), its favourite first; often empty
 * @param cipherSuites the names of its cipher suites, its favourite first; the number in hexadecimal for unknown ones
 */
public record ClientHello(
        @Nullable String serverName, List<String> versions, List<String> protocols, List<String> cipherSuites) {

    public ClientHello {
        versions = List.copyOf(versions);
        protocols = List.copyOf(protocols);
        cipherSuites = List.copyOf(cipherSuites);
    }
}
