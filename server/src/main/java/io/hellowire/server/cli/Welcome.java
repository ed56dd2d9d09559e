package io.hellowire.server.cli;

import io.hellowire.capture.Capture;
import io.hellowire.certs.issue.LocalNames;
import io.hellowire.server.HelloServer;
import io.hellowire.server.ServerOptions;
import io.hellowire.server.tls.TlsContexts;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a newcomer what to type next, on this machine and on a device, and which certificate clients must trust. */
final class Welcome {

    private final ServerOptions options;
    private final HelloServer server;
    private final String host;

    Welcome(ServerOptions options, HelloServer server) {
        this.options = options;
        this.server = server;
        this.host = host(options.listeners().hosts());
    }

    /** Where a browser gets its first answer; {@code null} if there is no port for it. */
    @Nullable
    String url() {
        if (server.httpPort() != null) {
            return url("http", server.httpPort());
        }
        return server.httpsPort() == null ? null : url("https", server.httpsPort());
    }

    /** With nothing but the defaults these are seven lines; the line {@code ready} is the eighth. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Integer http = server.httpPort();
        Integer https = server.httpsPort();
        TlsContexts tls = server.tls();
        if (http != null) {
            lines.add(listening(url("http", http)));
        }
        if (https != null) {
            lines.add(listening(url("https", https)));
        }
        if (options.listeners().unixSocket() != null) {
            lines.add("Listening on " + options.listeners().unixSocket());
        }
        if (http != null) {
            lines.add("  here    curl " + url("http", http));
        }
        if (https != null && tls != null) {
            lines.add("  secure  curl " + trusting(tls) + url("https", https));
        }
        if (http != null && !host.startsWith("[")) {
            lines.add("  device  import socket; s = socket.socket(); s.connect(socket.getaddrinfo(\"" + host + "\", "
                    + http + ")[0][-1])");
            lines.add("          s.send(b\"GET / HTTP/1.0\\r\\n\\r\\n\"); print(s.recv(2000).decode())");
        }
        if (tls != null) {
            lines.add("  trust   " + trusted(tls));
        }
        lines.addAll(aboutTheCapture());
        return lines;
    }

    private static String listening(String url) {
        return "Listening, connect your browser to " + url;
    }

    /** What makes curl trust us; a public authority it trusts already. */
    private static String trusting(TlsContexts tls) {
        if (!isSelfSigned(tls.certificate())) {
            return "";
        }
        Path file = tls.pemFile();
        return file == null ? "--insecure " : "--cacert " + file + " ";
    }

    private static String trusted(TlsContexts tls) {
        X509Certificate certificate = tls.certificate();
        Path file = tls.pemFile();
        String name = file == null ? tls.source() : file.toString();
        return isSelfSigned(certificate)
                ? name + ", SHA-256 " + tls.fingerprint()
                : "the authority " + certificate.getIssuerX500Principal() + ", which signed " + name;
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    /** What is captured and who should not get hold of it, which no quiet start may leave out; often nothing. */
    List<String> aboutTheCapture() {
        List<String> lines = new ArrayList<>();
        TlsContexts tls = server.tls();
        Capture capture = server.capture();
        if (capture != null) {
            lines.addAll(capture.describe());
        }
        if (tls != null && tls.secretSource() != null) {
            lines.add("TLS secrets come from " + tls.secretSource());
        }
        return lines;
    }

    private String url(String scheme, int port) {
        return scheme + "://" + host + ":" + port + "/";
    }

    /** The address that another machine would use, or the one that was asked for. */
    private static String host(List<String> hosts) {
        if (!hosts.isEmpty()) {
            String host = hosts.get(0);
            return host.contains(":") ? "[" + host + "]" : host;
        }
        InetAddress outward = LocalNames.outwardAddress();
        if (outward instanceof Inet4Address && !outward.isLoopbackAddress()) {
            return outward.getHostAddress();
        }
        return LocalNames.ofThisMachine().addresses().stream()
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst()
                .map(InetAddress::getHostAddress)
                .orElse("127.0.0.1");
    }
}
