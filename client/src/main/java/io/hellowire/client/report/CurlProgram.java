package io.hellowire.client.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.exchange.Request;
import io.hellowire.client.exchange.ResponseOptions;
import io.hellowire.client.url.Scheme;
import io.hellowire.wire.BodyFraming;
import io.hellowire.wire.BodyReader;
import io.hellowire.wire.MalformedMessageException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The request as a command line of curl. */
final class CurlProgram {

    private CurlProgram() {}

    static String of(ProgramTask task) {
        List<String> lines = task.request().headLines();
        String[] requestLine = lines.isEmpty() ? new String[0] : lines.get(0).split(" ", -1);
        List<String> words = new ArrayList<>(List.of("curl", "--include", "--silent", "--show-error"));
        words.add(requestLine.length == 3 && requestLine[2].equals("HTTP/1.0") ? "--http1.0" : "--http1.1");
        method(words, requestLine, task);
        headers(words, lines);
        String input = body(words, task);
        if (task.target().scheme() == Scheme.HTTPS) {
            trust(words, task);
        }
        task.way().forEach(word -> words.add(Literals.shell(word)));
        words.add(Literals.shell(task.target().url()));
        return input + String.join(" ", words) + "\n";
    }

    private static void method(List<String> words, String[] requestLine, ProgramTask task) {
        String method = requestLine.length > 0 ? requestLine[0] : "GET";
        if (method.equals("HEAD")) {
            words.add("--head");
        } else if (!method.equals(task.request().bodyBytes() > 0 ? "POST" : "GET")) {
            words.add("--request");
            words.add(Literals.shell(method));
        }
        if (requestLine.length == 3 && !requestLine[1].equals(task.target().requestTarget())) {
            words.add("--request-target");
            words.add(Literals.shell(requestLine[1]));
        }
    }

    /** curl's own fields are taken away where ours are not the same. */
    private static void headers(List<String> words, List<String> lines) {
        List<String> names = new ArrayList<>();
        for (String line : lines.stream().skip(1).toList()) {
            String name = line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
            names.add(name);
            boolean same = name.equals("host") || name.equals("content-length") || line.equals("Accept: */*");
            if (!same) {
                words.add("--header");
                words.add(Literals.shell(line.endsWith(":") ? line.substring(0, line.length() - 1) + ";" : line));
            }
        }
        for (String own : List.of("Host", "User-Agent", "Accept")) {
            if (!names.contains(own.toLowerCase(Locale.ROOT))) {
                words.add("--header");
                words.add(own + ":");
            }
        }
    }

    /** A body that a command line cannot hold comes through a pipe. */
    private static String body(List<String> words, ProgramTask task) {
        int head = task.request().headBytes();
        byte[] bytes = task.request().bytes();
        if (bytes.length == head) {
            return "";
        }
        byte[] body = withoutChunks(task.request(), Arrays.copyOfRange(bytes, head, bytes.length));
        words.add("--data-binary");
        String text = new String(body, UTF_8);
        if (isArgument(text, body)) {
            words.add(Literals.shell(text));
            return "";
        }
        words.add("@-");
        return "printf %b " + String.join("", Literals.printf(body)) + " | ";
    }

    /** curl makes the chunks itself where a field says so. */
    private static byte[] withoutChunks(Request request, byte[] body) {
        boolean isChunked = request.headLines().stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).matches("transfer-encoding:.*chunked\\s*"));
        if (!isChunked) {
            return body;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        BodyReader reader = BodyReader.ofResponse(new BodyFraming.Chunked(), ResponseOptions.HEAD_LIMITS);
        ByteBuf in = Unpooled.wrappedBuffer(body);
        try {
            while (in.isReadable() && !reader.isComplete()) {
                ByteBuf piece = reader.read(in);
                if (piece != null) {
                    content.writeBytes(ByteBufUtil.getBytes(piece));
                }
            }
            return content.toByteArray();
        } catch (MalformedMessageException e) {
            return body; // what the user typed are no chunks
        }
    }

    /** curl would read a file after an @, and an argument ends at a NUL. */
    private static boolean isArgument(String text, byte[] body) {
        return !text.startsWith("@") && text.indexOf('\0') < 0 && Arrays.equals(text.getBytes(UTF_8), body);
    }

    private static void trust(List<String> words, ProgramTask task) {
        if (!task.verified()) {
            words.add("--insecure");
        } else if (task.caFile() != null) {
            words.add("--cacert");
            words.add(Literals.shell(task.caFile().toString()));
        }
    }
}
