package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.cli.ClientRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsIT {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    @TempDir
    private Path folder;

    @Test
    void areNotFollowedUnlessAsked() throws IOException {
        try (RawServer server = RawServer.answering(to("/there"))) {
            ClientRun run = ClientRun.of(server.url("/"));

            assertThat(run.exit()).isZero();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void eachHopIsAReportOfItsOwn() throws IOException {
        try (RawServer server = RawServer.answeringInTurn(to("/there"), OK)) {
            ClientRun run = ClientRun.of("-L", server.url("/here"));

            assertThat(run.exit()).isZero();
            assertThat(run.out())
                    .contains("GET " + server.url("/here"))
                    .contains("GET " + server.url("/there"))
                    .containsPattern("(?s)TIMING.*TIMING");
        }
    }

    @Test
    void isFollowedHoweverLongItsHeadIs() throws IOException {
        String location = "/" + "x".repeat(5000);
        try (RawServer server = RawServer.answeringInTurn(to(location), OK)) {
            ClientRun run = ClientRun.of("-L", server.url("/"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(server.requests().get(1)).startsWith("GET " + location + " HTTP/1.1");
        }
    }

    @ParameterizedTest(name = "{0} makes {1} of POST")
    @CsvSource({"301, GET", "302, GET", "303, GET", "307, POST", "308, POST"})
    void methodAndBodyAreAsTheStatusSays(int status, String method) throws IOException {
        String redirect = "HTTP/1.1 " + status + " Moved\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answeringInTurn(redirect, OK)) {
            ClientRun.of("-L", "-d", "a=b", server.url("/"));

            assertThat(server.requests().get(1)).startsWith(method + " /there");
            assertThat(server.requests().get(1).contains("Content-Length: 3")).isEqualTo(method.equals("POST"));
        }
    }

    @Test
    void credentialsStayWithTheOriginTheyWereGivenFor() throws IOException {
        try (RawServer other = RawServer.answering(OK);
                RawServer server = RawServer.answering(to(other.url("/")))) {
            ClientRun.of("-L", "-u", "me:secret", "-b", "a=b", "-H", "Authorization: Bearer x", server.url("/"));

            assertThat(server.requests().get(0)).contains("Authorization: ").contains("Cookie: a=b");
            assertThat(other.requests().get(0)).doesNotContain("Authorization").doesNotContain("Cookie");
        }
    }

    @Test
    void credentialsGoAlongWithinTheOrigin() throws IOException {
        try (RawServer server = RawServer.answeringInTurn(to("/there"), OK)) {
            ClientRun.of("-L", "-u", "me:secret", server.url("/"));

            assertThat(server.requests().get(1)).contains("Authorization: Basic bWU6c2VjcmV0");
        }
    }

    @Test
    void secretsAreSentAndNotShown() throws IOException {
        try (RawServer server = RawServer.answering(OK)) {
            ClientRun run = ClientRun.of("-u", "me:secret", server.url("/"));

            assertThat(run.out()).doesNotContain("bWU6c2VjcmV0").contains("> Authorization: (hidden");
            assertThat(ClientRun.of("-u", "me:secret", "--show-secrets", server.url("/"))
                            .out())
                    .contains("> Authorization: Basic bWU6c2VjcmV0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://x/", "javascript:alert(1)", "ftp://127.0.0.1/"})
    void otherSchemesAreNotFollowed(String location) throws IOException {
        try (RawServer server = RawServer.answering(to(location))) {
            ClientRun run = ClientRun.of("-L", server.url("/"));

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.words()).contains("which is not followed");
        }
    }

    @Test
    void aRedirectToNowhereIsNamed() throws IOException {
        try (RawServer server = RawServer.answering(to(""))) {
            ClientRun run = ClientRun.of("-L", server.url("/"));

            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.words()).contains("redirects to nowhere, which is not followed: Location: nothing");
        }
    }

    @Test
    void controlCharactersInALocationAreNotFollowed() throws IOException {
        try (RawServer server = RawServer.answering(to("/x\u000b\u001b[31m"))) {
            ClientRun run = ClientRun.of("-L", server.url("/"));

            assertThat(run.exit()).isEqualTo(3);
            assertThat(run.out()).doesNotContain("\u001b");
        }
    }

    @Test
    void onlyTheLastContentGoesToTheFile() throws IOException {
        Path file = folder.resolve("out");
        String redirect = "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 7\r\n\r\nnot it!";
        try (RawServer server = RawServer.answeringInTurn(redirect, OK)) {
            ClientRun.of("-L", "-o", file.toString(), server.url("/"));

            assertThat(file).hasContent("ok");
        }
    }

    @Test
    void cookiesSetOnTheWayGoAlongAndIntoTheJar() throws IOException {
        Path jar = folder.resolve("jar");
        String redirect =
                "HTTP/1.1 302 Found\r\nLocation: /there\r\nSet-Cookie: id=7; Path=/\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.answeringInTurn(redirect, OK, OK)) {
            ClientRun.of("-L", "-c", jar.toString(), server.url("/"));
            ClientRun.of("-b", jar.toString(), server.url("/later"));

            assertThat(server.requests().get(1)).contains("Cookie: id=7");
            assertThat(server.requests().get(2)).contains("Cookie: id=7");
            assertThat(Files.readString(jar)).contains("127.0.0.1\tFALSE\t/\tFALSE\t0\tid\t7");
        }
    }

    private static String to(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }
}
