package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.step.StepException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that say what is sent after the head: as with curl, in the order in which they were given. */
final class DataArguments extends Arguments {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<Option<List<Part>>> data = new ArrayList<>();
    private final Option<Boolean> get;
    private final Option<String> upload;
    private final Option<List<String>> form;
    private int read;

    DataArguments() {
        part(
                Kind.DATA,
                "Send this as form data; @FILE reads a file, @- standard input, without line ends.",
                "-d",
                "--data");
        part(Kind.BINARY, "Like -d, but keep line ends; a large file is read as it is sent.", "--data-binary");
        part(Kind.RAW, "Like -d, but @ is an ordinary character.", "--data-raw");
        part(Kind.ENCODED, "Like -d, percent-encoded: TEXT, NAME=TEXT, @FILE or NAME@FILE.", "--data-urlencode");
        part(Kind.JSON, "Send this as JSON, and ask for JSON.", "--json-body");
        get = named("-G", "--get").negatableFlag("Put the -d data in the query, and use GET.");
        form = named("-F", "--form")
                .texts(
                        "NAME=TEXT",
                        "Send a multipart form (RFC 7578): NAME=TEXT, NAME=@FILE, NAME=<FILE; with ;type= and ;filename=.");
        upload = named("-T", "--upload-file").text("FILE", "Send this file with PUT; - for standard input.");
    }

    private void part(Kind kind, String description, String... names) {
        data.add(named(names).values("DATA", Part.class, text -> new Part(read++, kind, text), description));
    }

    private List<Part> parts() {
        return data.stream()
                .flatMap(option -> option.value().stream())
                .sorted(Comparator.comparingInt(Part::place))
                .toList();
    }

    /** Whether anything is to be sent after the head. */
    boolean hasBody() {
        return upload.given() != null || !form.value().isEmpty() || (!parts().isEmpty() && !get.value());
    }

    /** The method if the user names none, or {@code null} for the usual one. */
    @Nullable
    String method() {
        return upload.given() == null ? null : "PUT";
    }

    void refuseContradictions() throws StepException {
        int ways = (parts().isEmpty() ? 0 : 1)
                + (form.value().isEmpty() ? 0 : 1)
                + (upload.given() == null || get.value() ? 0 : 1);
        if (ways > 1) {
            throw UsageError.of("--form, --data, --upload-file: together (expected: one of them)");
        }
    }

    /** The header fields that go with it, which -H may replace. */
    List<HeaderChange> fields() {
        if (parts().stream().anyMatch(part -> part.kind() == Kind.JSON)) {
            return List.of(
                    new HeaderChange("Content-Type", "application/json"),
                    new HeaderChange("Accept", "application/json"));
        }
        return "-".equals(upload.given()) ? List.of(new HeaderChange("Transfer-Encoding", "chunked")) : List.of();
    }

    /** The URL with what belongs into it: the query of {@code -G}, the file's name of {@code -T}. */
    String url(String url, Console console) throws StepException {
        int hash = url.indexOf('#');
        String base = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        if (get.value() && !parts().isEmpty()) {
            String query = new String(all(console), UTF_8);
            return base + (base.contains("?") ? "&" : "?") + query + fragment;
        }
        String file = upload.given();
        if (file != null && !file.equals("-") && base.endsWith("/")) {
            return base + PercentEncoding.of(name(file).getBytes(UTF_8)) + fragment;
        }
        return url;
    }

    private static String name(String file) {
        return String.valueOf(FileNameText.path(file).getFileName());
    }

    @Nullable
    Body body(Console console) throws StepException {
        String file = upload.given();
        if (file != null) {
            return fileBody(file, null, console);
        }
        if (!form.value().isEmpty()) {
            return new MultipartForm(form.value(), console).body();
        }
        if (parts().isEmpty() || get.value()) {
            return null;
        }
        Part only = parts().size() == 1 ? parts().get(0) : null;
        if (only != null
                && only.kind() == Kind.BINARY
                && only.text().startsWith("@")
                && !only.text().equals("@-")) {
            return fileBody(only.text().substring(1), FORM, console);
        }
        return new Body(all(console), null, FORM);
    }

    private byte[] all(Console console) throws StepException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Part part : parts()) {
            if (all.size() > 0 && part.kind() != Kind.JSON) {
                all.write('&');
            }
            all.writeBytes(bytes(part, console));
        }
        return all.toByteArray();
    }

    private static byte[] bytes(Part part, Console console) throws StepException {
        String text = part.text();
        return switch (part.kind()) {
            case DATA -> text.startsWith("@") ? withoutLineEnds(bytes(console, text)) : bytes(console, text);
            case BINARY, JSON -> bytes(console, text);
            case RAW -> text.getBytes(UTF_8);
            case ENCODED -> encoded(text, console);
        };
    }

    /** As in curl's manual: what is before the first {@code =}, else the first {@code @}, is a name and stays. */
    private static byte[] encoded(String text, Console console) throws StepException {
        int equals = text.indexOf('=');
        int at = equals < 0 ? text.indexOf('@') : -1;
        String name = text.substring(0, Math.max(0, Math.max(equals, at)));
        byte[] value = at >= 0
                ? file(console, text.substring(at + 1))
                : text.substring(equals + 1).getBytes(UTF_8);
        return ((name.isEmpty() ? "" : name + "=") + PercentEncoding.of(value)).getBytes(UTF_8);
    }

    /** A large one need not be read before it is sent. */
    private static Body fileBody(String name, @Nullable String type, Console console) throws StepException {
        try {
            LargeFile large = name.equals("-") ? null : LargeFile.of(FileNameText.path(name));
            return large == null ? new Body(file(console, name), null, type) : new Body(new byte[0], large, type);
        } catch (IOException e) {
            throw FileFailure.notRead(name, e);
        }
    }

    private static byte[] withoutLineEnds(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replaceAll("[\r\n]", "").getBytes(ISO_8859_1);
    }

    private static byte[] bytes(Console console, String text) throws StepException {
        return text.startsWith("@") ? file(console, text.substring(1)) : text.getBytes(UTF_8);
    }

    /** All of a file, or of standard input if it is {@code -}. */
    static byte[] file(Console console, String name) throws StepException {
        try {
            return name.equals("-") ? console.in().readAllBytes() : Files.readAllBytes(FileNameText.path(name));
        } catch (IOException e) {
            throw FileFailure.notRead(name.equals("-") ? "standard input" : name, e);
        }
    }

    /**
     * What one option adds.
     *
     * @param place how many came before it
     */
    private record Part(int place, Kind kind, String text) {}

    private enum Kind {
        DATA,
        BINARY,
        RAW,
        ENCODED,
        JSON
    }
}
