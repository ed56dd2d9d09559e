package io.hellowire.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.Identity;
import io.hellowire.certs.issue.CertificateProfile;
import io.hellowire.certs.issue.Names;
import io.hellowire.certs.issue.SelfSigned;
import io.hellowire.client.cli.ClientRun;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The 67 command lines of curl that people type most, {@code curl-lines.txt}: the same bytes go out, and the same exit code
 * and output come back, as with the curl that is installed, or we refuse and name the word to use.
 */
class CommonCommandLinesIT {

    private static final String ARROW = " -> ";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern SITE =
            Pattern.compile("(https?://(?:[^/@]*@)?)?(?:[a-z0-9-]+\\.)+(?:com|come|org|se|this)(?::[0-9]+)?(/.*)?");
    private static final Set<String> READ = Set.of(
            "localfilename",
            "uploadfile",
            "stored_cookies_in_file",
            "cookies.txt",
            "cooltext.txt",
            "fil1.gif",
            "mycert.pem",
            "ca-bundle.pem",
            "client.pem",
            "key.pem");
    private static final Set<String> WRITTEN = Set.of(
            "headers_and_cookies",
            "newcookies.txt",
            "path/to/file",
            "partial-file",
            "filename.ext",
            "headers.txt",
            "debugdump.txt",
            "d.txt",
            "trace.txt");

    private final Identity identity = SelfSigned.issue(CertificateProfile.server(Names.of("127.0.0.1")));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name : READ) {
            Files.writeString(folder.resolve(name), "content of " + name + "\n");
        }
        Files.writeString(folder.resolve("cookies.txt"), "127.0.0.1\tFALSE\t/\tFALSE\t0\tname\tDaniel\n");
        TlsPeer.pem(folder, "mycert.pem", identity);
        TlsPeer.pem(folder, "client.pem", identity);
        TlsPeer.pem(folder, "key.pem", identity);
        TlsPeer.pem(folder, "ca-bundle.pem", identity.certificate());
        Files.createDirectories(folder.resolve("path/to"));
    }

    static List<String> same() throws IOException {
        return lines().filter(line -> !line.contains(ARROW)).toList();
    }

    static List<String> refused() throws IOException {
        return lines().filter(line -> line.contains(ARROW)).toList();
    }

    private static Stream<String> lines() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CommonCommandLinesIT.class.getResourceAsStream("curl-lines.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        }
    }

    @Test
    void areSixtySevenOfWhichSixtyDoTheSame() throws IOException {
        assertThat(lines()).hasSize(67);
        assertThat(same()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("same")
    void doTheSame(String line) throws Exception {
        Path curls = Files.createDirectories(folder.resolve("curls"));
        Path ours = Files.createDirectories(folder.resolve("ours"));
        Map<String, String> variables =
                Map.of("HELLOWIRE_REPORT", "", "HELLOWIRE_PROFILE", "curl", "HELLOWIRE_OUTPUT_DIR", ours.toString());

        Outcome curl = outcome(line, words -> Program.named("curl").in(curls).run(words));
        Outcome client = outcome(line, words -> {
            ClientRun run = ClientRun.with(variables, "", words);
            return new ProgramResult(run.exit(), run.out().getBytes(StandardCharsets.UTF_8), new byte[0]);
        });

        assertThat(client).isEqualTo(curl);
        assertThat(WrittenFiles.takenFrom(ours)).isEqualTo(WrittenFiles.takenFrom(curls));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void areRefusedWithTheWordToUse(String line) throws Exception {
        int arrow = line.indexOf(ARROW);
        StringBuilder errors = new StringBuilder();

        Outcome refused = outcome(line.substring(0, arrow), words -> {
            ClientRun run = ClientRun.with(Map.of(), "", words);
            errors.append(run.err()).append(run.out());
            return new ProgramResult(run.exit(), new byte[0], new byte[0]);
        });

        assertThat(refused).isEqualTo(new Outcome(2, "", "", ""));
        assertThat(errors.toString().replaceAll("\\s+", " ")).contains(line.substring(arrow + ARROW.length()));
    }

    private Outcome outcome(String line, Run run) throws Exception {
        try (Relay plain = Relay.start();
                Relay secure = Relay.startInTls(identity)) {
            ProgramResult result = run.on(words(line, plain, secure));
            StringBuilder written = new StringBuilder();
            for (String name : WRITTEN) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    written.append(name)
                            .append('\n')
                            .append(Files.readString(file).replaceAll("(?m)^#.*\n", ""));
                    Files.delete(file);
                }
            }
            String requests = (plain.said() + secure.said()).replaceAll("User-Agent: curl/[0-9.]+", "User-Agent: curl");
            return new Outcome(result.exitCode(), result.out(), requests, written.toString());
        }
    }

    private String[] words(String line, Relay plain, Relay secure) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String text = word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3);
            words.add(mapped(text, plain.port(), secure.port()));
        }
        return words.toArray(String[]::new);
    }

    /** A word of the line with our servers for the sites, and our folder for the files. */
    private String mapped(String word, int port, int securePort) {
        Matcher site = SITE.matcher(word);
        if (site.matches() && !WRITTEN.contains(word)) {
            String before = site.group(1) == null ? "" : site.group(1);
            String host = word.contains("get.this") ? "localhost" : "127.0.0.1";
            int itsPort = before.startsWith("https") ? securePort : port;
            return before + host + ":" + itsPort + (site.group(2) == null ? "" : site.group(2));
        }
        String name = word.substring(word.indexOf('@') + 1).replaceFirst(";.*", "");
        if (READ.contains(name) || WRITTEN.contains(name)) {
            return word.replace(name, folder.resolve(name).toString());
        }
        return word.replace("http://[ipv6]:port", "http://[::1]:" + port)
                .replaceFirst("^(my-proxy|proxy-host):888$", "127.0.0.1:" + port)
                .replace("www.example.org:80:", "127.0.0.1:" + port + ":");
    }

    private interface Run {
        ProgramResult on(String... words);
    }

    private record Outcome(int exit, String out, String requests, String written) {}
}
