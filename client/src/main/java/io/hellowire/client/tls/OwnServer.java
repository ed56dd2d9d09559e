package io.hellowire.client.tls;

import io.hellowire.certs.Identity;
import io.hellowire.client.tls.TlsOptions.Library;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.ReferenceCountUtil;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.List;

/**
 * The other end of a handshake with ourselves, in this process. Nothing about it is secret: its private key is the
 * number one, so that none has to be made or read, and only a handshake with ourselves believes its certificate.
 */
public final class OwnServer implements AutoCloseable {

    /** What its certificate is for; no resolver knows it. */
    public static final String NAME = "warm-up.invalid";

    /** Its certificate, from 2020 to 2095, whose public key is the base point of P-256, and the root that signed it. */
    private static final String CERTIFICATES = "own-server.pem";

    private static final int PIECE_BYTES = 16 * 1024;

    private final Library library;
    private final X509Certificate root;
    private final SslContext netty;

    private OwnServer(Library library, X509Certificate root, SslContext netty) {
        this.library = library;
        this.root = root;
        this.netty = netty;
    }

    /**
     * One that speaks TLS by a library.
     *
     * @param library what a client uses, which is one that there is
     */
    public static OwnServer by(Library library) throws IOException {
        try {
            List<X509Certificate> certificates = certificates();
            Identity identity = new Identity(one(certificates.get(0)), certificates.subList(0, 1), List.of());
            SslContext netty = SslContextBuilder.forServer(identity.keyManagers())
                    .trustManager(new PeerTrust()) // without, Java would read all the roots that it has
                    .sslProvider(library == Library.JDK ? SslProvider.JDK : SslProvider.OPENSSL_REFCNT)
                    .build();
            return new OwnServer(library, certificates.get(1), netty);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static List<X509Certificate> certificates() throws GeneralSecurityException, IOException {
        try (InputStream in = OwnServer.class.getResourceAsStream(CERTIFICATES)) {
            if (in == null) {
                throw new FileNotFoundException(CERTIFICATES);
            }
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static PrivateKey one(X509Certificate certificate) throws GeneralSecurityException {
        ECPublicKey publicKey = (ECPublicKey) certificate.getPublicKey();
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(BigInteger.ONE, publicKey.getParams()));
    }

    /** How a client speaks to it. */
    public TlsOptions client() {
        return TlsOptions.defaults().by(library).trusting(new TrustedRoots(List.of(root), "ourselves"));
    }

    /** Answers the first bytes that come, and goes on until the client closes. */
    public void answer(Socket client, byte[] response) throws IOException {
        client.setTcpNoDelay(true); // several records make one flight
        EmbeddedChannel tls = new EmbeddedChannel(netty.newHandler(UnpooledByteBufAllocator.DEFAULT));
        try {
            InputStream in = client.getInputStream();
            byte[] piece = new byte[PIECE_BYTES];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                tls.writeInbound(Unpooled.copiedBuffer(piece, 0, count));
                if (ReferenceCountUtil.release(tls.readInbound())) {
                    tls.writeOutbound(Unpooled.wrappedBuffer(response));
                }
                send(tls, client.getOutputStream());
            }
        } finally {
            tls.finishAndReleaseAll();
        }
    }

    private static void send(EmbeddedChannel tls, OutputStream out) throws IOException {
        for (ByteBuf record = tls.readOutbound(); record != null; record = tls.readOutbound()) {
            record.readBytes(out, record.readableBytes());
            record.release();
        }
        out.flush();
    }

    @Override
    public void close() {
        ReferenceCountUtil.release(netty);
    }
}
