package io.hellowire.testkit.shapes;

import java.util.List;

/**
 * What a server sends, and what its client trusts.
 *
 * @param name one word
 * @param host the name or address in the client's URL
 * @param sent the server's own certificate first
 * @param trusted the authorities
 */
public record Shape(String name, String host, List<SignedCertificate> sent, List<SignedCertificate> trusted) {

    public Shape {
        sent = List.copyOf(sent);
        trusted = List.copyOf(trusted);
    }

    @Override
    public String toString() {
        return name + " for " + host;
    }
}
