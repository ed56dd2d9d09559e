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
 * @param server whom we ask for, and whom we expect
 * @param offer what our hello offers
 * @param library what speaks TLS for us
 */
public record TlsOptions(
        Verification verification,
        TrustedRoots.Store roots,
        @Nullable Identity identity,
        ExpectedServer server,
        Offer offer,
        Library library) {

    /** Certificates are checked against what this Java trusts, versions 1.2 and 1.3 offered. */
    public static TlsOptions defaults() {
        return new TlsOptions(
                Verification.ENFORCED,
                RootStores::ofThisJava,
                null,
                ExpectedServer.ofUrl(),
                new Offer(
                        TlsVersion.TLS_1_2, TlsVersion.TLS_1_3, List.of(), List.of(ApplicationProtocolNames.HTTP_1_1)),
                Library.AUTO);
    }

    /** The same towards a proxy: which name and key are expected, and which name is sent, is about the server. */
    public TlsOptions towardsProxy() {
        return new TlsOptions(verification, roots, identity, ExpectedServer.ofUrl(), offer, library);
    }

    /** The same by another library. */
    TlsOptions by(Library other) {
        return new TlsOptions(verification, roots, identity, server, offer, other);
    }

    /** The same with others to trust. */
    TlsOptions trusting(TrustedRoots others) {
        return new TlsOptions(verification, () -> others, identity, server, offer, library);
    }

    /** Whether a bad verdict ends the fetch. */
    boolean isEnforced() {
        return verification == Verification.ENFORCED;
    }

    /**
     * Whom we ask for in the hello, and whom we expect to answer.
     *
     * @param serverName the name sent in the hello, RFC 6066 section 3
     * @param verifyName the name or address that the certificate must be valid for, or {@code null} for the URL's host
     * @param pins the public keys of which the server's must be one; empty for any
     */
    public record ExpectedServer(
            ServerName serverName, @Nullable String verifyName, List<PinnedKey> pins) {

        public ExpectedServer {
            pins = List.copyOf(pins);
        }

        /** The URL's host, with any key. */
        public static ExpectedServer ofUrl() {
            return new ExpectedServer(new ServerName.OfHost(), null, List.of());
        }
    }

    /**
     * What our hello offers.
     *
     * @param lowest the lowest version
     * @param highest the highest version
     * @param ciphers the cipher suites; empty for the library's choice
     * @param protocols the application protocols (RFC 7301); empty for none
     */
    public record Offer(TlsVersion lowest, TlsVersion highest, List<String> ciphers, List<String> protocols) {

        public Offer {
            if (lowest.compareTo(highest) > 0) {
                throw new IllegalArgumentException(
                        "--tls-max: " + highest.word() + " (expected: not below " + lowest.word() + ")");
            }
            if (protocols.contains("")) {
                throw new IllegalArgumentException("--alpn: an empty name (expected: names such as http/1.1, or none)");
            }
            ciphers = List.copyOf(ciphers);
            protocols = List.copyOf(protocols);
        }

        /** The versions in words: {@code TLSv1.2 to TLSv1.3}. */
        String versions() {
            return lowest == highest ? lowest.word() : lowest.word() + " to " + highest.word();
        }
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
