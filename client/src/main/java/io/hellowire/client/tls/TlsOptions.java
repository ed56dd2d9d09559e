package io.hellowire.client.tls;

import io.hellowire.certs.Identity;
import io.hellowire.wire.tls.TlsVersion;
import io.netty.handler.ssl.ApplicationProtocolNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is spoken, and what is believed.
 *
 * @param verification what a bad verdict on the certificate does
 * @param roots where to read whom to trust
 * @param identity the certificate and key shown when the server asks, or {@code null} for none
 * @param serverName the name sent in the hello, RFC 6066 section 3
 * @param verifyName the name or address that the certificate must be valid for, or {@code null} for the URL's host
 * @param lowest the lowest version offered
 * @param highest the highest version offered
 * @param ciphers the cipher suites offered; empty for the library's choice
 * @param protocols the application protocols offered (RFC 7301); empty for none
 * @param pins the public keys of which the server's must be one; empty for any
 * @param library what speaks TLS for us
 */
public record TlsOptions(
        Verification verification,
        TrustedRoots.Store roots,
        @Nullable Identity identity,
        ServerName serverName,
        @Nullable String verifyName,
        TlsVersion lowest,
        TlsVersion highest,
        List<String> ciphers,
        List<String> protocols,
        List<PinnedKey> pins,
        Library library) {

    public TlsOptions {
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException(
                    "--tls-max: " + highest.word() + " (expected: not below " + lowest.word() + ")");
        }
        if (protocols.contains("")) {
            throw new IllegalArgumentException("--alpn: an empty name (expected: names such as http/1.1, or none)");
        }
        ciphers = List.copyOf(ciphers);
        protocols = List.copyOf(protocols);
        pins = List.copyOf(pins);
    }

    /** Certificates are checked against what this Java trusts, versions 1.2 and 1.3 offered. */
    public static TlsOptions defaults() {
        return new TlsOptions(
                Verification.ENFORCED,
                RootStores::ofThisJava,
                null,
                new ServerName.OfHost(),
                null,
                TlsVersion.TLS_1_2,
                TlsVersion.TLS_1_3,
                List.of(),
                List.of(ApplicationProtocolNames.HTTP_1_1),
                List.of(),
                Library.AUTO);
    }

    /** The same towards a proxy: which name and key are expected, and which name is sent, is about the server. */
    public TlsOptions towardsProxy() {
        return new TlsOptions(
                verification,
                roots,
                identity,
                new ServerName.OfHost(),
                null,
                lowest,
                highest,
                ciphers,
                protocols,
                List.of(),
                library);
    }

    /** The same by another library. */
    TlsOptions by(Library other) {
        return new TlsOptions(
                verification,
                roots,
                identity,
                serverName,
                verifyName,
                lowest,
                highest,
                ciphers,
                protocols,
                pins,
                other);
    }

    /** What a bad verdict does. */
    public enum Verification {
        /** It ends the fetch. */
        ENFORCED,
        /** It is reported, and the fetch goes on: curl's {@code -k}. */
        REPORTED
    }

    /** What speaks TLS. */
    public enum Library {
        /** BoringSSL where its native library loads and can, else Java's own. */
        AUTO,
        /** BoringSSL, which Netty calls by the name of its older sister. */
        OPENSSL,
        JDK
    }

    /** Which name goes into the hello. */
    public sealed interface ServerName {

        /** The URL's host, unless that is an address. */
        record OfHost() implements ServerName {}

        /** None, as the smallest devices do. */
        record Absent() implements ServerName {}

        /** This one. */
        record Given(String name) implements ServerName {

            public Given {
                if (!name.matches("[A-Za-z0-9._-]+")) {
                    throw new IllegalArgumentException("--sni: " + (name.isEmpty() ? "nothing" : name)
                            + " (expected: a host name in ASCII, or none)");
                }
            }
        }
    }
}
