package io.hellowire.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.RunningProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --compressed}: what servers compress comes out as it was, whole or not at all. */
class CompressedIT {

    private static final String PAGE = "Hello, small reader.\n".repeat(500);
    private static final String UNTIL_CLOSE = "HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n";

    /** Asks zlib for each coding by its name; "raw" is the deflate that Microsoft's servers sent. */
    private static final String NODE = """
            const zlib = require('zlib');
            const codings = {
              gzip: zlib.gzipSync, deflate: zlib.deflateSync, raw: zlib.deflateRawSync, br: zlib.brotliCompressSync,
            };
            const page = 'Hello, small reader.\\n'.repeat(500);
            const server = require('http').createServer((request, response) => {
              const name = request.url.slice(1);
              response.setHeader('Content-Encoding', name === 'raw' ? 'deflate' : name);
              response.end(codings[name](page));
            }).listen(0, '127.0.0.1', () => console.log('port', server.address().port, 'ready'));
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw", "br"})
    void nodeCompressesAndWeDecode(String coding) throws IOException {
        try (RunningProgram node = Program.named("node").start("-e", NODE)) {
            String port = node.awaitMatch(Pattern.compile("port (\\d+) ready")).group(1);

            ClientRun run = fetch("http://127.0.0.1:" + port + "/" + coding);

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("CONTENT   10 500 bytes decoded from ");
            assertThat(folder.resolve("out")).hasContent(PAGE);
        }
    }

    @Test
    void caddyCompressesWithZstdAndWeDecode() throws IOException {
        Files.writeString(folder.resolve("page.html"), PAGE);
        int port = Ports.free();
        Path configuration = Files.writeString(folder.resolve("Caddyfile"), """
                {
                  admin off
                  auto_https off
                }
                http://127.0.0.1:%d {
                  root * %s
                  encode zstd
                  file_server
                }
                """.formatted(port, folder));
        Map<String, String> home = Map.of("XDG_DATA_HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString());
        try (RunningProgram caddy = Program.named("caddy")
                .start(home, "run", "--adapter", "caddyfile", "--config", configuration.toString())) {
            Nginx.awaitPort(caddy, port);

            ClientRun run = fetch("http://127.0.0.1:" + port + "/page.html");

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).contains("10 500 bytes decoded from zstd");
            assertThat(folder.resolve("out")).hasContent(PAGE);
        }
    }

    @Test
    void membersOfGzipAreReadOnHoweverTheyArrive() throws IOException {
        byte[] first = gzip("first, ");
        byte[] second = gzip("second");
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write(UNTIL_CLOSE.getBytes(ISO_8859_1));
            out.write(first);
            out.flush();
            out.write(second);
        })) {
            fetch(server.url("/"));

            assertThat(folder.resolve("out")).hasContent("first, second");
        }
    }

    @Test
    void compressedDataCutByTheCloseIs18() throws IOException {
        byte[] cut = cut(gzip(PAGE));
        try (RawServer server = answering(UNTIL_CLOSE, cut)) {
            ClientRun run = fetch(server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(18);
            assertThat(run.out()).contains("the connection ended before the gzip data did");
        }
    }

    @Test
    void aBodyCutByTheCloseIs18WhateverItsDecoderMisses() throws IOException {
        byte[] cut = cut(gzip(PAGE));
        try (RawServer server = answering(head("gzip", cut.length + 9), cut)) {
            ClientRun run = fetch(server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(18);
            assertThat(run.words())
                    .contains("before the body did: " + cut.length + " of " + (cut.length + 9) + " bytes");
        }
    }

    @Test
    void compressedDataCutByTheServerIs61() throws IOException {
        byte[] cut = cut(gzip(PAGE));
        try (RawServer server = answering(head("gzip", cut.length), cut)) {
            ClientRun run = fetch(server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(61);
            assertThat(run.words()).contains("cannot be decoded: it ends before its gzip data does");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void nothingIsNothingInEveryCoding(String coding) throws IOException {
        try (RawServer server = answering(head(coding, 0), new byte[0])) {
            assertThat(ClientRun.of("--compressed", server.url("/")).exit()).isZero();
        }
    }

    @Test
    void theAnswerToHeadHasNothingToDecode() throws IOException {
        try (RawServer server = answering(head("gzip", 85), new byte[0])) {
            ClientRun run = ClientRun.of("--compressed", "-I", server.url("/"));

            assertThat(run.exit()).as(run.out()).isZero();
            assertThat(run.out()).doesNotContain("CONTENT");
        }
    }

    @Test
    void aBombIsLeftWhenItIsSeenToBeOne() throws IOException {
        try (RawServer server = RawServer.running((socket, in, out) -> {
            out.write(UNTIL_CLOSE.getBytes(ISO_8859_1));
            OutputStream bomb = new GZIPOutputStream(out);
            byte[] nothing = new byte[1 << 20];
            while (true) { // until the client leaves
                bomb.write(nothing);
            }
        })) {
            ClientRun run = ClientRun.of("--compressed", "-n", "all", server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(61);
            assertThat(run.words()).containsPattern("FAILED in response: \\d+ bytes decode to more than 67\\d{6}");
        }
    }

    @Test
    void aBombOfTwoLayersIsOneToo() throws IOException {
        byte[] bomb = deflate(deflate(new byte[80 << 20]));
        try (RawServer server = answering(head("deflate, deflate", bomb.length), bomb)) {
            ClientRun run = ClientRun.of("--compressed", "-n", "all", server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(61);
            assertThat(run.words()).contains("that is a decompression bomb");
        }
    }

    @Test
    void noMoreMemoryIsGivenToZstdThanTheWebNeeds() throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(coded).setLong(27)) {
            zstd.write(PAGE.getBytes(UTF_8));
        }
        try (RawServer server = answering(head("zstd", coded.size()), coded.toByteArray())) {
            ClientRun run = fetch(server.url("/"));

            assertThat(run.exit()).as(run.out()).isEqualTo(61);
            assertThat(run.words()).contains("requires too much memory");
        }
    }

    private ClientRun fetch(String url) {
        return ClientRun.of("--compressed", "-o", folder.resolve("out").toString(), url);
    }

    private static RawServer answering(String head, byte[] body) throws IOException {
        return RawServer.answering(head + new String(body, ISO_8859_1));
    }

    private static String head(String coding, int bytes) {
        return "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + bytes + "\r\n\r\n";
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return coded.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(coded)) {
            deflate.write(bytes);
        }
        return coded.toByteArray();
    }

    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length - 9);
    }
}
