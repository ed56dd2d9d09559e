package io.hellowire.certs.inspect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.certs.CertificateLoader;
import io.hellowire.certs.Passphrase;
import io.hellowire.certs.cli.Main;
import io.hellowire.testkit.shapes.Shape;
import io.hellowire.testkit.shapes.Shapes;
import io.hellowire.testkit.shapes.ShapesServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What we say of each kind of client is what the real program does, for every shape of certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryShapeIT {

    private static final Set<ClientKind> ASKED = EnumSet.of(
            ClientKind.OPENSSL,
            ClientKind.CURL,
            ClientKind.GNUTLS,
            ClientKind.GO,
            ClientKind.JAVA17,
            ClientKind.JAVA,
            ClientKind.CHROME);

    @TempDir
    private static Path folder;

    private final List<Shape> shapes = Shapes.all();
    private ShapesServer server;
    private Peers peers;
    private final Map<ClientKind, Map<String, Boolean>> answers = new EnumMap<>(ClientKind.class);

    @BeforeAll
    void serve() throws IOException {
        server = ShapesServer.start(folder, shapes);
        peers = new Peers(folder, shapes, server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void thereAreManyAndNoTwoOfOneName() {
        assertThat(shapes).hasSizeGreaterThan(200).extracting(Shape::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENSSL", "CURL", "GNUTLS", "GO", "JAVA17", "JAVA", "CHROME"})
    void weSayWhatTheyDo(ClientKind client) {
        Map<String, Boolean> theirs = theirs(client);
        agree(client, theirs, shape -> verdict(client, shape).accepts());
        assertThat(theirs.values()).contains(true, false);
    }

    /** Those that are seldom on a machine like this one were asked once, elsewhere. */
    @ParameterizedTest
    @CsvSource({"FIREFOX, 1", "MBEDTLS2, 2", "MBEDTLS3, 3"})
    void weSayWhatWasMeasured(ClientKind client, int column) throws IOException {
        Map<String, Boolean> measured = new HashMap<>();
        try (InputStream table = Objects.requireNonNull(getClass().getResourceAsStream("measured.csv"))) {
            new String(table.readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .filter(words -> !words[column].equals("-"))
                    .forEach(words -> measured.put(words[0], words[column].equals("yes")));
        }
        agree(client, measured, shape -> verdict(client, shape).accepts());
        assertThat(measured).hasSizeGreaterThan(75);
    }

    /** So that whoever asks for Java, without a number, is on the safe side. */
    @Test
    void whatTheNewerJavaAcceptsTheOlderDoesToo() {
        for (Shape shape : shapes) {
            assertThat(theirs(ClientKind.JAVA).get(shape.name())
                            && !theirs(ClientKind.JAVA17).get(shape.name()))
                    .as(shape.toString())
                    .isFalse();
        }
    }

    @Test
    void ourClientTrustsNothingThatAllOthersRefuse() {
        Map<String, Boolean> others = of(shape -> theirs(ClientKind.CURL).get(shape.name())
                || theirs(ClientKind.CHROME).get(shape.name())
                || theirs(ClientKind.GO).get(shape.name())
                || verdict(ClientKind.FIREFOX, shape).accepts());
        for (Shape shape : shapes) {
            boolean trusts = verdict(ClientKind.HELLOWIRE, shape).accepts();
            assertThat(trusts && !others.get(shape.name())).as(shape.toString()).isFalse();
        }
    }

    @Test
    void ourClientRefusesNothingThatAllOthersTrust() {
        for (Shape shape : shapes) {
            boolean all = ASKED.stream().allMatch(client -> theirs(client).get(shape.name()))
                    && verdict(ClientKind.FIREFOX, shape).accepts();
            Verdict ours = verdict(ClientKind.HELLOWIRE, shape);
            assertThat(all && !ours.accepts()).as(shape + ": " + ours.reasons()).isFalse();
        }
    }

    /** The command is given the root, and takes every root that it is given for trusted. */
    @Test
    void checkSaysWhatTheyDo() {
        String clients = ASKED.stream().map(ClientKind::name).collect(Collectors.joining(","));
        for (Shape shape : shapes) {
            String said = run(
                    "check",
                    "--for=" + shape.host(),
                    "--client=" + clients,
                    server.trusted(shape).toString(),
                    server.chain(shape).toString());
            for (ClientKind client : ASKED) {
                if (!isTrustedOtherwise(shape)) {
                    assertThat(said.contains(client.title() + ": accepts it"))
                            .as(shape + " by " + client + ": " + said)
                            .isEqualTo(theirs(client).get(shape.name()));
                }
            }
        }
    }

    @Test
    void showSaysWhatTheyDo() throws IOException {
        for (Shape shape : shapes) {
            Path file = Files.writeString(
                    folder.resolve("show.pem"),
                    Files.readString(server.chain(shape)) + Files.readString(server.trusted(shape)));
            String shown = run("show", "--json", file.toString());
            for (ClientKind client : ASKED) {
                Matcher said = Pattern.compile("\"name\" : \"" + Pattern.quote(shape.host()) + "\",\\s+\"client\" : \""
                                + client + "\",\\s+\"accepts\" : (true|false)")
                        .matcher(shown);
                if (!isTrustedOtherwise(shape) && said.find()) {
                    assertThat(said.group(1))
                            .as(shape + " by " + client)
                            .isEqualTo(String.valueOf(theirs(client).get(shape.name())));
                }
            }
        }
    }

    /** In these the client trusts another than the roots that are there. */
    private static boolean isTrustedOtherwise(Shape shape) {
        return List.of("chain-middle-trusted", "self-foreign", "foreign-sent").contains(shape.name());
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        Main.run(new PrintWriter(out, true), new PrintWriter(Writer.nullWriter()), Map.of(), arguments);
        return out.toString();
    }

    private Map<String, Boolean> theirs(ClientKind client) {
        return answers.computeIfAbsent(client, peers::ask);
    }

    private Map<String, Boolean> of(Predicate<Shape> verdict) {
        return shapes.stream().collect(Collectors.toMap(Shape::name, verdict::test));
    }

    private void agree(ClientKind client, Map<String, Boolean> theirs, Predicate<Shape> ours) {
        Map<String, String> wrong = new TreeMap<>();
        for (Shape shape : shapes) {
            Boolean theirVerdict = theirs.get(shape.name());
            boolean asked = theirVerdict != null || ASKED.contains(client);
            if (asked && !Objects.equals(theirVerdict, ours.test(shape))) {
                wrong.put(
                        shape.toString(),
                        "they: " + theirVerdict + ", we: "
                                + verdict(client, shape).reasons());
            }
        }
        assertThat(wrong).as(client.title()).isEmpty();
    }

    private Verdict verdict(ClientKind client, Shape shape) {
        return Evidence.of(certificates(server.chain(shape)), certificates(server.trusted(shape)), Instant.now())
                .verdict(client, shape.host());
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            return new CertificateLoader(Passphrase.none()).loadContents(file).certificates();
        } catch (IOException e) {
            throw new AssertionError(file + " of " + Files.exists(file), e);
        }
    }
}
