package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.step.StepException;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -F} sends, RFC 7578, byte for byte as curl does. Netty's encoder would give each part a Content-Length and
 * a Content-Transfer-Encoding, which RFC 7578 section 4.7 deprecates and some servers refuse.
 */
final class MultipartForm {

    private static final Pattern PART = Pattern.compile("(?s)([^=]+)=(.*)");
    private static final Pattern SUFFIX = Pattern.compile("(?s)(.*);(type|filename)=([^;\"]*|\"[^\"]*\")");
    private static final Map<String, String> TYPES = Map.of(
            "gif", "image/gif",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "svg", "image/svg+xml",
            "txt", "text/plain",
            "htm", "text/html",
            "html", "text/html",
            "pdf", "application/pdf",
            "xml", "application/xml");

    private final List<String> parts;
    private final Console console;
    private final String boundary = "-".repeat(24)
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    /** @param parts as curl writes them: {@code name=value}, {@code name=@file} or {@code name=<file} */
    MultipartForm(List<String> parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    Body body() throws StepException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String part : parts) {
            write(part, all);
        }
        all.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return new Body(all.toByteArray(), null, "multipart/form-data; boundary=" + boundary);
    }

    private void write(String part, ByteArrayOutputStream all) throws StepException {
        Matcher named = PART.matcher(part);
        if (!named.matches()) {
            throw UsageError.of("--form: no = in it (expected: NAME=TEXT, NAME=@FILE or NAME=<FILE)");
        }
        String value = named.group(2);
        String type = null;
        String fileName = null;
        for (Matcher suffix = SUFFIX.matcher(value); suffix.matches(); suffix = SUFFIX.matcher(value)) {
            String given = suffix.group(3).replace("\"", "");
            type = suffix.group(2).equals("type") ? given : type;
            fileName = suffix.group(2).equals("filename") ? given : fileName;
            value = suffix.group(1);
        }
        boolean isFile = value.startsWith("@");
        boolean isRead = isFile || value.startsWith("<");
        byte[] bytes = isRead ? DataArguments.file(console, value.substring(1)) : value.getBytes(UTF_8);
        if (isFile) {
            String name = String.valueOf(FileNameText.path(value.substring(1)).getFileName());
            fileName = fileName == null ? name : fileName;
            type = type == null ? typeOf(fileName) : type;
        }
        all.writeBytes(head(named.group(1), fileName, type).getBytes(UTF_8));
        all.writeBytes(bytes);
        all.writeBytes("\r\n".getBytes(UTF_8));
    }

    private String head(String name, @Nullable String fileName, @Nullable String type) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + escaped(name) + "\""
                + (fileName == null ? "" : "; filename=\"" + escaped(fileName) + "\"")
                + (type == null ? "" : "\r\nContent-Type: " + type) + "\r\n\r\n";
    }

    /** As browsers do. */
    private static String escaped(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String typeOf(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
