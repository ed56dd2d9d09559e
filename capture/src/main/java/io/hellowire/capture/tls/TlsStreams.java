package io.hellowire.capture.tls;

import io.hellowire.capture.secrets.KeyLogLine;
import io.hellowire.wire.tls.CipherSuites;
import io.hellowire.wire.tls.ClientHello;
import io.hellowire.wire.tls.ServerHello;
import io.hellowire.wire.tls.TlsRecord;
import io.hellowire.wire.tls.TlsVersion;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was captured of one TLS connection, in both directions from its first byte on. */
public final class TlsStreams {

    private final List<TlsRecord> fromClient;
    private final List<TlsRecord> fromServer;
    private final @Nullable ClientHello clientHello;
    private final @Nullable ServerHello serverHello;

    private TlsStreams(byte[] fromClient, byte[] fromServer) {
        this.fromClient = TlsRecord.split(fromClient);
        this.fromServer = TlsRecord.split(fromServer);
        this.clientHello = ClientHello.read(TlsRecord.clearHandshake(this.fromClient));
        this.serverHello = ServerHello.read(TlsRecord.clearHandshake(this.fromServer));
    }

    /**
     * Splits what each end sent.
     *
     * @return {@code null} if the client did not begin as TLS does
     */
    public static @Nullable TlsStreams of(byte[] fromClient, byte[] fromServer) {
        return TlsRecord.startsWithTls(fromClient) ? new TlsStreams(fromClient, fromServer) : null;
    }

    /** What was negotiated, as far as the wire shows it. */
    public TlsFacts facts(SecretLog secrets) {
        return new TlsFacts(
                serverHello == null ? null : TlsVersion.nameOf(serverHello.version()),
                serverHello == null ? null : CipherSuites.name(serverHello.suite()),
                clientHello == null ? null : clientHello.serverName(),
                clientHello == null ? List.of() : clientHello.offer().protocols(),
                serverHello == null ? null : serverHello.protocol(),
                clientHello != null && secrets.knows(clientHello.random()));
    }

    /**
     * Opens the application data with the secrets.
     *
     * @throws GeneralSecurityException if it does not open; the message says why
     */
    public OpenedStreams open(SecretLog secrets) throws GeneralSecurityException {
        if (clientHello == null || serverHello == null) {
            throw new GeneralSecurityException("no whole handshake (expected: both hellos)");
        }
        Suite suite = Suite.of(serverHello.suite());
        if (suite == null) {
            throw new GeneralSecurityException("cipher suite " + CipherSuites.name(serverHello.suite())
                    + " (expected: AES-GCM or ChaCha20-Poly1305)");
        }
        if (serverHello.version() == TlsVersion.TLS_1_3.code()) {
            return openTls13(suite, clientHello.random(), secrets);
        }
        if (serverHello.version() == TlsVersion.TLS_1_2.code()) {
            return openTls12(suite, clientHello.random(), serverHello.random(), secrets);
        }
        throw new GeneralSecurityException(
                TlsVersion.nameOf(serverHello.version()) + " (expected: TLSv1.2 or TLSv1.3)");
    }

    private OpenedStreams openTls13(Suite suite, String random, SecretLog secrets) throws GeneralSecurityException {
        Tls13Direction client = new Tls13Direction(
                suite,
                secrets.get(KeyLogLine.CLIENT_HANDSHAKE, random),
                secrets.get(KeyLogLine.CLIENT_TRAFFIC, random));
        Tls13Direction server = new Tls13Direction(
                suite,
                secrets.get(KeyLogLine.SERVER_HANDSHAKE, random),
                secrets.get(KeyLogLine.SERVER_TRAFFIC, random));
        return new OpenedStreams(client.open(fromClient), server.open(fromServer));
    }

    private OpenedStreams openTls12(Suite suite, String clientRandom, String serverRandom, SecretLog secrets)
            throws GeneralSecurityException {
        byte[] master = secrets.get(KeyLogLine.TLS12_MASTER, clientRandom);
        Tls12Keys keys = new Tls12Keys(suite, master, HexFormat.of().parseHex(serverRandom + clientRandom));
        return new OpenedStreams(keys.openClient(fromClient), keys.openServer(fromServer));
    }
}
