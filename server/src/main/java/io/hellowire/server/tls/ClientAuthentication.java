package io.hellowire.server.tls;

import io.netty.handler.ssl.ClientAuth;

/** Whether clients must show a certificate. */
public enum ClientAuthentication {
    /** They may, and then it must be a good one. */
    WANT(ClientAuth.OPTIONAL),
    /** They must. */
    NEED(ClientAuth.REQUIRE);

    private final ClientAuth netty;

    ClientAuthentication(ClientAuth netty) {
        this.netty = netty;
    }

    ClientAuth netty() {
        return netty;
    }
}
