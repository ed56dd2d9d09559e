package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.HostileText;
import io.hellowire.testkit.ProgramResult;
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

    @Test
    void inAnAnswerOfAProxy() throws Exception {
        for (String hostile : List.of(IN_A_LINE, ALL, TEXT, "a\rb", "a\u009bb")) {
            for (String answer : List.of(
                    hostile + "\r\n\r\n",
                    "HTTP/1.1 " + hostile + "\r\n\r\n",
                    "HTTP/1.1 200 " + hostile + "\r\n\r\n" + hostile,
                    "HTTP/1.1 502 " + hostile + "\r\nContent-Length: 999\r\n\r\n" + hostile,
                    "HTTP/1.1 407 No\r\nProxy-Authenticate: " + hostile + "\r\n" + hostile + ": x\r\n\r\n")) {
                try (RawServer proxy = RawServer.answering(answer)) {
                    assertThatNothingIsHostile("-x", proxy.url(""), "https://127.0.0.1:1/");
                }
            }
        }
    }

    /** Each message of SOCKS 5 (RFC 1928 and 1929) with each value of each byte, and with names in it. */
    @Test
    void inAnAnswerOfASocksProxy() throws Exception {
        List<String> answers = new ArrayList<>();
        String bound = "\0\1\0\0\0\0\0\0";
        for (char b = 0; b < 256; b++) {
            answers.add("" + b + b + b + b);
            answers.add("\5" + b);
            answers.add("\5\2\1" + b);
            answers.add("\5\2" + b + "\0");
            answers.add("\5\0\5" + b + bound);
            answers.add("\5\0" + b + "\0" + bound);
            answers.add("\5\0\5\0\0" + b + ALL);
        }
        for (int i = 0; i < ALL.length(); i += 200) {
            String name = ALL.substring(i, Math.min(i + 200, ALL.length()));
            answers.add("\5\0\5\0\0\3" + (char) name.length() + name + "\0\0" + ALL);
        }
        int turn = 0;
        for (String answer : answers) {
            String output = OUTPUTS.get(turn++ % OUTPUTS.size());
            try (RawServer proxy = RawServer.saying(answer)) {
                String url = "socks5h://me:secret@127.0.0.1:" + proxy.port();
                assertThatNothingIsHostileIn(run(output, "-x", url, "http://127.0.0.1:1/"), output + " " + answer);
            }
        }
    }

    @Test
    void inAnAnswerToAQuestionForAName() throws Exception {
        for (int i = 0; i < ALL.length(); i += HostileNameServer.MOST_OF_A_NAME) {
            String name = ALL.substring(i, Math.min(i + HostileNameServer.MOST_OF_A_NAME, ALL.length()));
            try (HostileNameServer dns = new HostileNameServer(name)) {
                assertThatNothingIsHostile("--dns-server", dns.address(), "http://alias.test:1/");
            }
        }
    }

    /** What libraries remark goes past our own output. */
    @Test
    void inWhatTheWholeProgramPrintsOfThat() throws Exception {
        for (int i = 0; i < ALL.length(); i += HostileNameServer.MOST_OF_A_NAME) {
            String name = ALL.substring(i, Math.min(i + HostileNameServer.MOST_OF_A_NAME, ALL.length()));
            try (HostileNameServer dns = new HostileNameServer(name)) {
                ProgramResult result =
                        ClientProgram.with().run("-m", "20", "--dns-server", dns.address(), "http://alias.test:1/");
                assertThat(result.out()).contains("alias.test  CNAME");
                assertThat(result.out() + result.err()).doesNotContain("Exception", "timeout");
                assertThat(HostileText.in(result.out() + result.err())).isEmpty();
            }
        }
    }

    @Test
    void insteadOfTls() throws Exception {
        List<String> answers = new ArrayList<>(List.of(ALL, TEXT, "HTTP/1.1 400 " + TEXT + "\r\n\r\n" + TEXT));
        for (char b = 0; b < 256; b++) {
            answers.add("\25\3\3\0\2\2" + b);
            answers.add("\25\3\3\0\2" + b + "\50");
            answers.add("\26\3" + b + "\0\4\2\0\0\0");
            answers.add(b + "\3\3\0\4" + b + b + b + b);
        }
        int turn = 0;
        for (String answer : answers) {
            String output = OUTPUTS.get(turn++ % OUTPUTS.size());
            try (RawServer server = RawServer.saying(answer)) {
                String url = "https://127.0.0.1:" + server.port() + "/";
                assertThatNothingIsHostileIn(run(output, "-k", url), output + " " + answer);
            }
        }
    }

    private static void assertThatNothingIsHostile(String... line) {
        for (String output : OUTPUTS) {
            assertThatNothingIsHostileIn(run(output, line), output + " " + String.join(" ", line));
        }
    }

    private static ClientRun run(String output, String... line) {
        List<String> all = new ArrayList<>(List.of("-m", "20"));
        if (!output.isEmpty()) {
            all.add(output);
        }
        all.addAll(List.of(line));
        return ClientRun.inUnicode(all.toArray(String[]::new));
    }

    private static void assertThatNothingIsHostileIn(ClientRun run, String why) {
        assertThat(run.out() + run.err()).isNotBlank();
        assertThat(HostileText.in(run.out() + run.err())).as(why).isEmpty();
    }
}
