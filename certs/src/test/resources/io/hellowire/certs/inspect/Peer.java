import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Asks each server named on standard input, "NAME ADDRESS PORT HOST ROOT" a line, and prints NAME and whether it is accepted. */
final class Peer {

    private final String address;
    private final int port;
    private final String host;
    private final Path root;

    private Peer(String[] words) {
        this.address = words[1];
        this.port = Integer.parseInt(words[2]);
        this.host = words[3];
        this.root = Path.of(words[4]);
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            System.out.println(words[0] + " " + new Peer(words).accepts());
        }
    }

    private boolean accepts() throws Exception {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust().getTrustManagers(), null);
            return accepts(context);
        } catch (CertificateException e) {
            System.err.println(root + ": " + e);
            return false;
        }
    }

    private boolean accepts(SSLContext context) throws IOException {
        try (Socket socket = new Socket(address, port);
                SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            nameTheServer(parameters);
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return true;
        } catch (SSLException e) {
            System.err.println(host + ": " + e);
            return false;
        }
    }

    private TrustManagerFactory trust() throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(root)) {
            store.setCertificateEntry("trusted", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        return trust;
    }

    /** Not with an address, nor with a name that Java does not take for such. */
    private void nameTheServer(SSLParameters parameters) throws IOException {
        if (host.matches("[0-9.]+|.*:.*")) {
            return;
        }
        try {
            parameters.setServerNames(List.of(new SNIHostName(host.getBytes("UTF-8"))));
        } catch (IllegalArgumentException e) {
            System.err.println(host + ": " + e);
        }
    }
}
