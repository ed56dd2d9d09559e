package io.hellowire.certs.inspect;

import io.hellowire.certs.read.AlternativeName;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** Which alternative names a client cannot read; to most, one of them spoils the whole certificate. */
final class NameSyntax {

    private final ClientKind client;

    NameSyntax(ClientKind client) {
        this.client = client;
    }

    boolean isUnreadable(SubjectNames names) {
        return client.isJava()
                ? !names.readableForJava()
                : names.entries().stream().anyMatch(this::isUnreadable);
    }

    private boolean isUnreadable(AlternativeName name) {
        boolean address = name.kind() == AlternativeName.ADDRESS;
        boolean octets = address && name.text().matches("[0-9a-f]*");
        return switch (client) {
            case GO -> octets || !isAscii(name) || (name.kind() == AlternativeName.URI && !isUri(name.text()));
            case GNUTLS -> name.text().isEmpty();
            case CHROME, ANDROID -> octets || !isAscii(name);
            case MBEDTLS3 -> octets;
            default -> false;
        };
    }

    private static boolean isAscii(AlternativeName name) {
        return name.kind() == AlternativeName.DIRECTORY
                || StandardCharsets.US_ASCII.newEncoder().canEncode(name.text());
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text) != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
