package io.hellowire.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.server.journal.JournalOptions;
import io.hellowire.server.journal.JournalOptions.HealthChecks;
import io.hellowire.server.journal.JournalOptions.Overflow;
import io.hellowire.server.journal.JournalOptions.RawFolder;
import io.hellowire.server.journal.LogFormat;
import io.hellowire.server.journal.Spellings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is to be hidden is in no format and in no file, however it came. */
class RedactionIT {

    private static final Pattern BASE64 = Pattern.compile("\"head\":\"([A-Za-z0-9+/=]*)\"");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void showsNoSecretOfARefusedRequest(LogFormat format) throws IOException {
        Path raw = directory.resolve("raw");
        try (TestServer server = TestServer.in(directory, o -> {
            JournalOptions journal = new JournalOptions(
                    format,
                    o.journal().destination(),
                    Overflow.WAIT,
                    List.of("authorization"),
                    new RawFolder(raw, null),
                    HealthChecks.SHOWN);
            return new ServerOptions(o.listeners(), o.tls(), o.answers(), journal, o.limits(), o.engine());
        })) {
            for (String spelling : Spellings.ALL) {
                Wire.exchange(server.httpPort(), "GET / HTTP/1.1\r\n" + spelling + "\r\nbad line\r\n\r\n");
                Wire.exchange(server.httpPort(), spelling + "\r\n\r\n");
            }
            assertThat(decoded(server.journal())).doesNotContain("S3CRET").contains("400");
        }
        try (Stream<Path> files = Files.list(raw)) {
            assertThat(files)
                    .hasSizeGreaterThan(Spellings.ALL.size())
                    .allSatisfy(file ->
                            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("S3CRET"));
        }
    }

    private static String decoded(String journal) {
        return journal
                + BASE64.matcher(journal)
                        .results()
                        .map(head -> new String(Base64.getDecoder().decode(head.group(1)), ISO_8859_1))
                        .collect(joining());
    }
}
