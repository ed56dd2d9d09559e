package io.hellowire.certs.inspect;

import io.hellowire.certs.read.ForgivingProvider;
import io.hellowire.wire.text.AddressText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Fetches the certificates that a server sends in its TLS handshake, exactly those, without trusting any of them. */
public final class ServerChain {

    private static final String EXPECTED = "a server that speaks TLS there";

    private final Endpoint endpoint;
    private final Duration timeout;

    /**
     * Fetches nothing yet.
     *
     * @param timeout for all of it, from the look-up of the name to the last certificate; more than zero
     */
    public ServerChain(Endpoint endpoint, Duration timeout) {
        this.endpoint = endpoint;
        this.timeout = timeout;
    }

    /**
     * Connects, shakes hands as far as the certificates, and closes.
     *
     * @return what the server sent, in its order; never empty
     * @throws IOException if there is no answer in time or none that is TLS; one line that names the server
     */
    public List<X509Certificate> fetch() throws IOException {
        try (Socket socket = new Socket()) {
            FutureTask<List<X509Certificate>> handshake = new FutureTask<>(() -> handshake(socket));
            Thread thread = new Thread(handshake, "handshake");
            thread.setDaemon(true); // the look-up of a name cannot be interrupted; closing the socket ends the rest
            thread.start();
            return handshake.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failure("no answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure(inWords(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted", e);
        }
    }

    private List<X509Certificate> handshake(Socket socket) throws IOException, GeneralSecurityException {
        ForgivingProvider.install();
        SeenCertificates seen = new SeenCertificates();
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {seen}, null);
        socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()));
        try (SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(socket, endpoint.host(), endpoint.port(), true)) {
            tls.setSSLParameters(namingTheServer(tls.getSSLParameters()));
            tls.startHandshake();
        } catch (IOException e) {
            if (seen.chain().isEmpty()) {
                throw e;
            } // else it failed later, such as for want of a client's certificate, and we know what we came for
        }
        if (seen.chain().isEmpty()) {
            throw new SSLException("no certificate");
        }
        return seen.chain();
    }

    /** The server name extension holds names only, never addresses (RFC 6066 section 3). */
    private SSLParameters namingTheServer(SSLParameters parameters) {
        boolean name = AddressText.parse(endpoint.host()) == null;
        parameters.setServerNames(name ? List.of(new SNIHostName(endpoint.host())) : List.of());
        return parameters;
    }

    private static String inWords(@Nullable Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return "no address for this name";
        }
        if (failure instanceof ConnectException) {
            return "connection refused or impossible: " + failure.getMessage();
        }
        if (failure instanceof SocketTimeoutException) {
            return "no answer";
        }
        if (failure instanceof SSLException) {
            return "no TLS handshake: " + failure.getMessage();
        }
        return failure instanceof IOException ? "connection lost: " + failure.getMessage() : String.valueOf(failure);
    }

    private IOException failure(String what, Exception cause) {
        return new IOException(endpoint + ": " + what + " (expected: " + EXPECTED + ")", cause);
    }
}
