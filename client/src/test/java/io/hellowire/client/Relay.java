package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.certs.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps each request whole, and answers what its path asks for. */
final class Relay implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)");
    private static final Pattern STATUS = Pattern.compile("^\\S+ \\S*/status/([0-9]{3})");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final RawServer server;
    private int answers;

    private Relay(@Nullable Identity identity) throws Exception {
        this.server = identity == null ? RawServer.running(this::serve) : RawServer.runningInTls(identity, this::serve);
    }

    static Relay start() throws Exception {
        return new Relay(null);
    }

    static Relay startInTls(Identity identity) throws Exception {
        return new Relay(identity);
    }

    int port() {
        return server.port();
    }

    /** All that came, with nothing in it that chance decides. */
    String said() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < bodies.size(); i++) {
            all.append(server.requests().get(i)).append(bodies.get(i)).append("\n---\n");
        }
        return all.toString()
                .replace(":" + server.port(), ":PORT")
                .replace("Expect: 100-continue\r\n", "") // only an older curl sends it with so little
                .replaceAll("PROXY TCP4 127.0.0.1 127.0.0.1 [0-9]+ [0-9]+", "PROXY")
                .replaceAll("-{24}[0-9a-f]{16}", "BOUNDARY")
                .replaceAll("cnonce=\"[^\"]*\"", "cnonce")
                .replaceAll("response=\"[0-9a-f]{32,64}\"", "response");
    }

    private void serve(Socket socket, InputStream in, OutputStream out) throws IOException {
        String head = server.requests().get(server.requests().size() - 1);
        bodies.add(body(head, in));
        String answer = answer(head, answers++);
        out.write((head.startsWith("HEAD") ? answer.substring(0, answer.indexOf("\r\n\r\n") + 4) : answer)
                .getBytes(ISO_8859_1));
    }

    private static String answer(String head, int before) {
        Matcher status = STATUS.matcher(head);
        if (status.find()) {
            String location = status.group(1).startsWith("3") ? "Location: /ok\r\n" : "";
            return response(status.group(1) + " As Asked", location, "content");
        }
        if (head.contains("/missing ")) {
            return response("404 Not Found", "", "gone");
        }
        if (head.contains("/moved ")) {
            return response("302 Found", "Location: /ok\r\n", "");
        }
        if (head.contains("/busy ") && before == 0) {
            return response("503 Busy", "Retry-After: 0\r\n", "later");
        }
        if (head.contains("/named ")) {
            return response("200 OK", "Content-Disposition: attachment; filename=\"../by-server.txt\"\r\n", "named");
        }
        if (head.contains("/digest") && !head.contains("Authorization: Digest")) {
            String algorithm = head.contains("/digest-sha") ? "SHA-256" : "MD5";
            return response(
                    "401 Unauthorized",
                    challenge("Digest realm=\"a b\", nonce=\"n0\", algorithm=" + algorithm
                            + ", qop=\"auth\", opaque=\"o\""),
                    "who?");
        }
        if (head.contains("/any ") && !head.contains("Authorization: ")) {
            return response("401 Unauthorized", challenge("Basic realm=\"x\""), "who?");
        }
        return response("200 OK", "", "hello");
    }

    private static String challenge(String value) {
        return "WWW-Authenticate: " + value + "\r\n";
    }

    private static String response(String status, String fields, String content) {
        return "HTTP/1.1 " + status + "\r\n" + fields + "Content-Length: " + content.length()
                + "\r\nConnection: close\r\n\r\n" + content;
    }

    private static String body(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1);
        }
        StringBuilder chunks = new StringBuilder();
        while (head.contains("chunked") && !chunks.toString().endsWith("0\r\n\r\n")) {
            chunks.append((char) in.read());
        }
        return chunks.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
