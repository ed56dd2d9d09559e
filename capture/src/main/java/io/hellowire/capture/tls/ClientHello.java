package io.hellowire.capture.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, in the clear.
 *
 * @param random 64 hexadecimal digits, which name the connection in a key log
 * @param serverName as sent, or {@code null} if there is none
 * @param protocols of ALPN, in the client's order, as sent; empty if there are none
 */
record ClientHello(String random, @Nullable String serverName, List<String> protocols) {}
