package io.hellowire.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.cli.DataPart.Kind;
import io.hellowire.client.connect.LargeFile;
import io.hellowire.client.connect.LongBody;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.exchange.RequestOptions.Body;
import io.hellowire.client.step.StepException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options that say what is sent after the head: as with curl, in the order in which they were given. */
final class DataArguments extends Arguments {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final List<Option<List<DataPart>>> data = new ArrayList<>();
    private final Option<Boolean> get;
    private final Option<String> upload;
    private final Option<List<String>> form;
    private final Option<List<DataPart>> query;
    private int read;
    private @Nullable Body made;

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
        query = named("--url-query")
                .values(
                        "DATA",
                        DataPart.class,
                        text -> DataPart.ofQuery(read++, text),
                        "Add to the query of the URL, encoded as by --data-urlencode; +TEXT as it is.");
        form = named("-F", "--form")
                .texts(
                        "NAME=TEXT",
                        "Send a multipart form (RFC 7578): NAME=TEXT, NAME=@FILE, NAME=<FILE; with ;type= and ;filename=.");
        upload = named("-T", "--upload-file").text("FILE", "Send this file with PUT; - for standard input.");
    }

    private void part(Kind kind, String description, String... names) {
        data.add(named(names).values("DATA", DataPart.class, text -> new DataPart(read++, kind, text), description));
    }

    private List<DataPart> parts() {
        return data.stream()
                .flatMap(option -> option.value().stream())
                .sorted(Comparator.comparingInt(DataPart::place))
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
        List<DataPart> added = new ArrayList<>(query.value());
        if (get.value()) {
            added.addAll(parts());
        }
        if (!added.isEmpty()) {
            return base + (base.contains("?") ? "&" : "?") + new String(joined(added, console), UTF_8) + fragment;
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

    /** What is sent, {@code null} for nothing: read once, since standard input is there once, however many URLs there are. */
    @Nullable
    Body body(Console console) throws StepException {
        if (made == null) {
            made = make(console);
        }
        return made;
    }

    private @Nullable Body make(Console console) throws StepException {
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
        DataPart only = parts().size() == 1 ? parts().get(0) : null;
        if (only != null
                && only.kind() == Kind.BINARY
                && only.text().startsWith("@")
                && !only.text().equals("@-")) {
            return fileBody(only.text().substring(1), FORM, console);
        }
        return new Body(joined(parts(), console), null, FORM);
    }

    private static byte[] joined(List<DataPart> parts, Console console) throws StepException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (DataPart part : parts) {
            if (all.size() > 0 && part.kind() != Kind.JSON) {
                all.write('&');
            }
            all.writeBytes(part.bytes(console));
        }
        return all.toByteArray();
    }

    /** A large one need not be read before it is sent. */
    private static Body fileBody(String name, @Nullable String type, Console console) throws StepException {
        try {
            LargeFile large = name.equals("-") ? null : LargeFile.of(FileNameText.path(name));
            return large == null
                    ? new Body(DataPart.file(console, name), null, type)
                    : new Body(new byte[0], LongBody.of(List.of(large)), type);
        } catch (IOException e) {
            throw FileFailure.notRead(name, e);
        }
    }
}
