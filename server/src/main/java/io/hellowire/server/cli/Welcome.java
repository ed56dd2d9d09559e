package io.hellowire.server.cli;

import io.hellowire.capture.Capture;
import io.hellowire.certs.issue.LocalNames;
import io.hellowire.server.HelloServer;
import io.hellowire.server.ServerOptions;
import io.hellowire.server.tls.TlsContexts;
import io.hellowire.wire.text.AddressText;
import io.hellowire.wire.text.Printable;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a newcomer what to type next, on this machine and on a device, and which certificate clients must trust. */
final class Welcome {

    private final ServerOptions options;
    private final HelloServer server;
    private final @Nullable Container container;
    private final String host;

    /** @param container what it runs in, {@code null} if it runs on the machine itself */
    Welcome(ServerOptions options, HelloServer server, @Nullable Container container) {
        this.options = options;
        this.server = server;
        this.container = container;
        this.host = container == null ? host(options.listeners().hosts()) : "localhost";
    }

    /** Where a browser gets its first answer; {@code null} if there is no port for it. */
    @Nullable
    String url() {
        if (server.httpPort() != null) {
            return url("http", server.httpPort());
        }
        return server.httpsPort() == null ? null : url("https", server.httpsPort());
    }

    /** A verb begins each line. With nothing but the defaults these are seven lines; the line {@code ready} is the eighth. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Integer http = server.httpPort();
        Integer https = server.httpsPort();
        TlsContexts tls = server.tls();
        if (container != null) {
            lines.add(
                    "Listening in a container; from outside, at this machine's address, once its ports are published:");
            lines.add("  publish "
                    + container.published(
                            Stream.of(http, https).filter(Objects::nonNull).toList()));
        } else {
            if (http != null) {
                lines.add(listening(url("http", http)));
            }
            if (https != null) {
                lines.add(listening(url("https", https)));
            }
        }
        if (options.listeners().unixSocket() != null) {
            lines.add("Listening on " + options.listeners().unixSocket());
        }
        if (http != null) {
            lines.add("  try     curl " + url("http", http));
        }
        if (https != null && tls != null) {
            lines.add("  encrypt curl " + trusting(tls) + url("https", https));
        }
        if (http != null && container == null && !host.startsWith("[")) {
            lines.add("  paste   import socket; s = socket.socket(); s.connect(socket.getaddrinfo(\"" + host + "\", "
                    + http + ")[0][-1])");
            lines.add("          s.send(b\"GET / HTTP/1.0\\r\\n\\r\\n\"); print(s.recv(2000).decode())");
        }
        if (tls != null) {
            lines.add("  trust   " + trusted(tls));
            if (container != null && tls.pemFile() != null) {
                lines.add("          " + container.copied(tls.pemFile()));
            }
        }
        lines.addAll(aboutTheCapture());
        return lines;
    }

    private static String listening(String url) {
        return "Listening, connect your browser to " + url;
    }

    /** What makes curl trust us; a public authority it trusts already. */
    private String trusting(TlsContexts tls) {
        if (!isSelfSigned(tls.certificate())) {
            return "";
        }
        Path file = container == null ? tls.pemFile() : null;
        return file == null ? "--insecure " : "--cacert " + file + " ";
    }

    private static String trusted(TlsContexts tls) {
        X509Certificate certificate = tls.certificate();
        Path file = tls.pemFile();
        String name = file == null ? tls.source() : file.toString();
        return isSelfSigned(certificate)
                ? name + ", SHA-256 " + tls.fingerprint()
                : "the authority "
                        + Printable.ofText(certificate.getIssuerX500Principal().toString()) + ", which signed " + name;
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
            if (!options.journal().redactedFields().isEmpty()) {
                lines.add("The capture is not redacted: it holds the values of "
                        + String.join(", ", options.journal().redactedFields()) + " too");
            }
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
        boolean everywhere =
                hosts.isEmpty() || hosts.get(0).equals("::") || hosts.get(0).equals("0.0.0.0");
        String host = everywhere ? AddressText.of(LocalNames.outwardAddress()) : hosts.get(0);
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
