package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.connect.LongBody;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.step.StepException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
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
    /** A comma outside of quotes. */
    private static final Pattern SEVERAL = Pattern.compile("(?s)(?:[^\",]|\"[^\"]*\")*+,.*");

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
    private final List<LongBody.Part> before = new ArrayList<>();
    private final ByteArrayOutputStream current = new ByteArrayOutputStream();

    /** @param parts as curl writes them: {@code name=value}, {@code name=@file} or {@code name=<file} */
    MultipartForm(List<String> parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    Body body() throws StepException {
        for (String part : parts) {
            write(part);
        }
        write(("--" + boundary + "--\r\n").getBytes(UTF_8));
        String type = "multipart/form-data; boundary=" + boundary;
        if (before.isEmpty()) {
            return new Body(current.toByteArray(), null, type);
        }
        before.add(new LongBody.Memory(current.toByteArray()));
        return new Body(new byte[0], LongBody.of(before), type);
    }

    private void write(String part) throws StepException {
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
        if (isFile && SEVERAL.matcher(named.group(2)).matches()) {
            throw UsageError.of("--form: several files in one part (expected: one -F for each file)");
        }
        if (isFile) {
            String name = String.valueOf(FileNameText.path(value.substring(1)).getFileName());
            fileName = fileName == null ? name : fileName;
            type = type == null ? typeOf(fileName) : type;
        }
        write(head(named.group(1), fileName, type).getBytes(UTF_8));
        if (isFile || value.startsWith("<")) {
            writeFile(value.substring(1));
        } else {
            write(value.getBytes(UTF_8));
        }
        write("\r\n".getBytes(UTF_8));
    }

    private void write(byte[] bytes) {
        current.writeBytes(bytes);
    }

    /** A large one is read when it is sent. */
    private void writeFile(String name) throws StepException {
        try {
            LargeFile large = name.equals("-") ? null : LargeFile.of(FileNameText.path(name));
            if (large == null) {
                write(DataPart.file(console, name));
                return;
            }
            before.add(new LongBody.Memory(current.toByteArray()));
            before.add(large);
            current.reset();
        } catch (IOException e) {
            throw FileFailure.notRead(name, e);
        }
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
