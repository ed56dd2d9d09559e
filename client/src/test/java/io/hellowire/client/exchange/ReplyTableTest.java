package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.connect.Arrival;
import io.hellowire.client.step.Deadline;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of every kind of reply, right or wrong, {@code replies.txt}, whole and byte by byte. */
class ReplyTableTest {

    private static final Pattern REPEATED = Pattern.compile("<([0-9]+)\\*([^>]*)>");
    private static final Pattern CODED = Pattern.compile("\\{(gzip|zlib|raw):([^}]*)}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:x([0-9a-f]{2})|(.))");

    static List<String> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(ReplyTableTest.class.getResourceAsStream("replies.txt"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void hasMoreRowsThanCurlAndLlhttpHaveSituations() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(235).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadAsTheStandardSays(String row) throws InterruptedException {
        String[] cells = row.split(" \\| ", -1);
        String reply = cells[2].equals("-") ? "" : bytes(cells[2]);
        String expected = "exit " + cells[3] + ", content "
                + (cells[4].equals("-") ? "" : bytes(cells[4])) + ", odd "
                + (cells[5].equals("-") ? List.of() : List.of(cells[5].split(" ")));

        assertThat(read(cells[1], reply, reply.length())).isEqualTo(expected);
        if (reply.length() < 10_000) {
            // Nobody waits for what comes after the end.
            assertThat(read(cells[1], reply, 1).replace("bytes-after-the-end", ""))
                    .isEqualTo(expected.replace("bytes-after-the-end", ""));
        }
    }

    private static String read(String situation, String reply, int pieceBytes) throws InterruptedException {
        ResponseOptions options = new ResponseOptions(
                Long.MAX_VALUE, 1000, null, true, ResponseOptions.HEAD_LIMITS, situation.startsWith("DECODED "), false);
        Security security = situation.startsWith("TLS ") ? Security.TLS : Security.PLAIN;
        String method = situation.startsWith("HEAD ") ? "HEAD" : "GET";
        ContentSample content = new ContentSample(1000);
        try (Inflow inflow = new Inflow(arrivals(reply, pieceBytes), options.sampleBytes())) {
            Response response = new ResponseReader(options, method, security, inflow, Deadline.NONE).read(content);
            int exit = response.failure() == null
                    ? 0
                    : response.failure().exitCode().number();
            return "exit " + exit + ", content " + new String(content.bytes(), ISO_8859_1) + ", odd "
                    + response.remarks().stream().map(Remark::id).sorted().toList();
        }
    }

    private static Arrival.Source arrivals(String reply, int pieceBytes) {
        Deque<String> pieces = new ArrayDeque<>();
        for (int i = 0; i < reply.length(); i += pieceBytes) {
            pieces.add(reply.substring(i, Math.min(i + pieceBytes, reply.length())));
        }
        return deadline -> {
            String next = pieces.poll();
            return next == null ? new Arrival.End(0) : new Arrival.Bytes(Unpooled.copiedBuffer(next, ISO_8859_1), 0);
        };
    }

    /** The bytes of a cell, one char each. */
    private static String bytes(String cell) {
        String plain = cell.replaceAll("^\\+|\\+(?=Content-Length)", "HTTP/1.1 200 OK~");
        String repeated = REPEATED.matcher(plain)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        String escaped = ESCAPE.matcher(repeated.replace("~", "\r\n"))
                .replaceAll(found -> Matcher.quoteReplacement(unescaped(found)));
        return CODED.matcher(escaped).replaceAll(found -> Matcher.quoteReplacement(coded(found)));
    }

    private static String unescaped(MatchResult found) {
        if (found.group(1) != null) {
            return String.valueOf((char) Integer.parseInt(found.group(1), 16));
        }
        return switch (found.group(2)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "0" -> "\0";
            default -> found.group(2);
        };
    }

    private static String coded(MatchResult found) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream coder = switch (found.group(1)) {
            case "gzip" -> new GZIPOutputStream(out);
            case "zlib" -> new DeflaterOutputStream(out);
            default -> new DeflaterOutputStream(out, new Deflater(Deflater.DEFAULT_COMPRESSION, true));
        }) {
            coder.write(found.group(2).getBytes(UTF_8));
        } catch (IOException e) {
            throw new AssertionError("memory can be written to", e);
        }
        return out.toString(ISO_8859_1);
    }
}
