package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.HostileText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a server sends harms the terminal of who looks at it. */
class HostilePeerIT {

    private static final List<String> OUTPUTS =
            List.of("", "--json", "-v", "-vv", "--view=both", "--show-crlf", "--explain", "-q");

    private static final String IN_A_LINE = HostileText.bytes("\r\n\0");
    private static final String IN_A_NAME = HostileText.bytes("\r\n\0:");
    private static final String ALL = HostileText.bytes("");

    /** Text in UTF-8, so that it is shown as text. */
    private static final String TEXT = HostileText.bytes("").substring(256);

    @TempDir
    private Path directory;

    @Test
    void inAnyPlaceOfAResponse() throws Exception {
        List<String> responses = new ArrayList<>();
        for (String hostile :
                List.of(IN_A_LINE, IN_A_NAME, ALL, TEXT, "a\rb", "a\0b", "a\u009bb", "a\u001b]0;b\u0007")) {
            String head = "HTTP/1.1 200 OK\r\n";
            responses.add("HTTP/1.1 200 " + hostile + "\r\n\r\n");
            responses.add("HTTP/1.1 " + hostile + "\r\n\r\n");
            responses.add(hostile + "\r\n\r\n");
            responses.add("HTTP/1.1 103 " + hostile + "\r\nLink: " + hostile + "\r\n\r\n" + head + "\r\n");
            responses.add(head + "X: " + hostile + "\r\n\r\n");
            responses.add(head + hostile + ": x\r\n\r\n");
            responses.add(head + "X" + hostile + ": x\r\n\r\n");
            responses.add(head + "Content-Length: " + hostile + "\r\n\r\n");
            responses.add(head + "Content-Encoding: " + hostile + "\r\n\r\nx");
            responses.add(head + "Transfer-Encoding: " + hostile + "\r\n\r\nx");
            responses.add(head + "Set-Cookie: " + hostile + "=" + hostile + "; Domain=" + hostile + "\r\n\r\n");
            responses.add(head + "Content-Type: " + hostile + "\r\n\r\nx");
            responses.add("HTTP/1.1 302 Found\r\nLocation: " + hostile + "\r\n\r\n");
            responses.add("HTTP/1.1 302 Found\r\nLocation: http://" + hostile + "/\r\n\r\n");
            responses.add("HTTP/1.1 302 Found\r\nLocation: /" + hostile + "\r\n\r\n");
            responses.add(head + "\r\n" + hostile);
            responses.add(head + "Content-Length: " + (hostile.length() + 5) + "\r\n\r\n" + hostile);
            String chunked = head + "Transfer-Encoding: chunked\r\n\r\n";
            responses.add(chunked + "1;" + hostile + "\r\nx\r\n0\r\n\r\n");
            responses.add(chunked + hostile + "\r\n");
            responses.add(chunked + "1\r\nx" + hostile);
            responses.add(chunked + "0\r\nX: " + hostile + "\r\n\r\n");
            responses.add(chunked + "0\r\n" + hostile + ": x\r\n\r\n");
        }
        int turn = 0;
        for (String response : responses) {
            try (RawServer server = RawServer.answering(response)) {
                for (int i = 0; i < 3; i++) {
                    String output = OUTPUTS.get(turn++ % OUTPUTS.size());
                    List<String> line =
                            new ArrayList<>(List.of("-L", "-m", "20", "--max-redirs", "1", server.url("/")));
                    if (!output.isEmpty()) {
                        line.add(0, output);
                    }
                    assertThatNothingIsHostileIn(
                            ClientRun.inUnicode(line.toArray(String[]::new)), output + " " + response);
                }
            }
        }
    }

    @Test
    void inACertificate() throws Exception {
        Path pem = HostileText.certificate(directory);
        try (TlsPeer server = TlsPeer.start(pem)) {
            for (String output : List.of("--json", "-v", "--show-certs", "--explain", "-q", "--as=curl")) {
                for (String trust : List.of("-k", "--cacert=" + pem, "--verify-name=other.test")) {
                    assertThatNothingIsHostileIn(
                            ClientRun.inUnicode(output, trust, "-m", "20", server.url("127.0.0.1")), output + trust);
                }
            }
        }
    }

    private static void assertThatNothingIsHostileIn(ClientRun run, String why) {
        assertThat(run.out() + run.err()).isNotBlank();
        assertThat(HostileText.in(run.out() + run.err())).as(why).isEmpty();
    }
}
