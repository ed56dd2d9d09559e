package io.hellowire.certs.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.testkit.Jdks;
import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.shapes.Shape;
import io.hellowire.testkit.shapes.ShapesServer;
import io.hellowire.testkit.shapes.SignedCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What the real clients on this machine do with each shape that is served. */
final class Peers {

    private static final Pattern TLD_OR_ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final Path folder;
    private final List<Shape> shapes;
    private final ShapesServer server;

    Peers(Path folder, List<Shape> shapes, ShapesServer server) {
        this.folder = folder;
        this.shapes = shapes;
        this.server = server;
    }

    static boolean isAddress(String host) {
        return TLD_OR_ADDRESS.matcher(host).matches();
    }

    private static String loopback(Shape shape) {
        return shape.host().contains(":") ? "[::1]" : "127.0.0.1";
    }

    private static String inUrl(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private Map<String, Boolean> each(Predicate<Shape> accepts) {
        return shapes.parallelStream().collect(Collectors.toMap(Shape::name, accepts::test));
    }

    /** Asks one that can be on this machine. */
    Map<String, Boolean> ask(ClientKind client) {
        try {
            return switch (client) {
                case OPENSSL -> openssl();
                case CURL -> curl();
                case GNUTLS -> gnutls();
                case GO -> go();
                case JAVA17 -> java(17, 17);
                case JAVA -> java(25, Integer.MAX_VALUE);
                case CHROME -> chromium();
                default -> throw new IllegalArgumentException(client + " (expected: one that runs here)");
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Boolean> openssl() {
        Program openssl = Program.named("openssl");
        return each(shape -> {
            String host = shape.host();
            List<String> arguments = new ArrayList<>(List.of(
                    "s_client",
                    "-connect",
                    loopback(shape) + ":" + server.port(shape),
                    "-verify_return_error",
                    "-no-CApath",
                    "-no-CAstore",
                    "-CAfile",
                    server.trusted(shape).toString(),
                    isAddress(host) ? "-verify_ip" : "-verify_hostname",
                    host));
            arguments.addAll(isAddress(host) ? List.of("-noservername") : List.of("-servername", host));
            return openssl.run(arguments.toArray(String[]::new)).exitCode() == 0;
        });
    }

    private Map<String, Boolean> gnutls() {
        Program gnutls = Program.named("gnutls-cli");
        return each(shape -> {
            List<String> arguments = new ArrayList<>(List.of(
                    "--x509cafile=" + server.trusted(shape),
                    "--verify-hostname=" + shape.host(),
                    "--port=" + server.port(shape),
                    loopback(shape).replaceAll("[\\[\\]]", "")));
            if (!isAddress(shape.host())) {
                arguments.add("--sni-hostname=" + shape.host());
            }
            return gnutls.run(arguments.toArray(String[]::new)).out().contains("- Handshake was completed");
        });
    }

    /** All in one process. */
    private Map<String, Boolean> curl() throws IOException {
        StringBuilder config = new StringBuilder();
        for (Shape shape : shapes) {
            String at = inUrl(shape.host()) + ":" + server.port(shape);
            config.append(config.isEmpty() ? "" : "next\n")
                    .append("silent\nnoproxy=\"*\"\nmax-time=30\noutput=\"/dev/null\"\n")
                    .append("url=\"https://" + at + "/\"\n")
                    .append("cacert=\"" + server.trusted(shape) + "\"\n")
                    .append("write-out=\"" + shape.name() + " %{exitcode}\\n\"\n");
            if (!isAddress(shape.host())) {
                config.append("connect-to=\"" + at + ":127.0.0.1:" + server.port(shape) + "\"\n");
            }
        }
        Path file = Files.writeString(folder.resolve("curl.conf"), config);
        return answers(Program.named("curl").run("-K", file.toString()), "0");
    }

    private Map<String, Boolean> go() throws IOException {
        Path source = folder.resolve("peer.go");
        try (InputStream program = Objects.requireNonNull(Peers.class.getResourceAsStream("peer.go"))) {
            Files.write(source, program.readAllBytes());
        }
        StringBuilder input = new StringBuilder();
        for (Shape shape : shapes) {
            input.append(shape.name() + " " + loopback(shape) + ":" + server.port(shape) + " " + shape.host() + " "
                    + server.trusted(shape) + "\n");
        }
        Map<String, String> environment =
                Map.of("GOCACHE", folder.resolve("go").toString(), "GOFLAGS", "-mod=mod", "CGO_ENABLED", "0");
        return answers(
                Program.named("go").run(input.toString().getBytes(UTF_8), environment, "run", source.toString()),
                "true");
    }

    private static Map<String, Boolean> answers(ProgramResult result, String yes) {
        Map<String, Boolean> answers = new HashMap<>();
        for (String line : result.out().split("\n")) {
            String[] words = line.split(" ");
            if (words.length == 2) {
                answers.put(words[0], words[1].equals(yes));
            }
        }
        if (answers.isEmpty()) {
            throw new AssertionError(result.toString());
        }
        return answers;
    }

    /** By the JDK of this release and no other, whichever runs the test. */
    private Map<String, Boolean> java(int first, int last) throws IOException {
        Path source = folder.resolve("Peer.java");
        try (InputStream program = Objects.requireNonNull(Peers.class.getResourceAsStream("Peer.java"))) {
            Files.write(source, program.readAllBytes());
        }
        StringBuilder input = new StringBuilder();
        for (Shape shape : shapes) {
            input.append(shape.name() + " " + loopback(shape).replaceAll("[\\[\\]]", "") + " " + server.port(shape)
                    + " " + shape.host() + " " + server.trusted(shape) + "\n");
        }
        return answers(
                Jdks.between(first, last)
                        .run(input.toString().getBytes(UTF_8), Map.of(), "-XX:TieredStopAtLevel=1", source.toString()),
                "true");
    }

    /** One page with a picture from each server; what it could not load, it does not trust. */
    private Map<String, Boolean> chromium() throws IOException {
        Program chromium = Program.named("chromium", "chromium-browser", "google-chrome");
        trustInChromium();
        StringBuilder page = new StringBuilder("<!doctype html><body>");
        for (Shape shape : shapes) {
            page.append("<img alt='" + shape.name() + "' src='https://" + inUrl(shape.host()) + ":" + server.port(shape)
                    + "/' onload=\"this.title='yes'\" onerror=\"this.title='no'\">\n");
        }
        Path file = Files.writeString(folder.resolve("page.html"), page);
        ProgramResult result = chromium.run(
                new byte[0],
                Map.of("HOME", folder.toString(), "TMPDIR", folder.toString()),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-features=LocalNetworkAccessChecks",
                "--host-resolver-rules=MAP *.test 127.0.0.1, MAP device 127.0.0.1, MAP *.example 127.0.0.1",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString());
        Map<String, Boolean> answers = new LinkedHashMap<>();
        Matcher image =
                Pattern.compile("alt=\"([^\"]+)\".*? title=\"(yes|no)\"").matcher(result.out());
        while (image.find()) {
            answers.put(image.group(1), image.group(2).equals("yes"));
        }
        if (answers.isEmpty()) {
            throw new AssertionError(result.toString());
        }
        return answers;
    }

    private void trustInChromium() throws IOException {
        Path database = Files.createDirectories(folder.resolve(".pki/nssdb"));
        Program certutil = Program.named("certutil");
        certutil.succeed("-d", "sql:" + database, "-N", "--empty-password");
        StringBuilder batch = new StringBuilder();
        Map<SignedCertificate, Shape> roots = new LinkedHashMap<>();
        shapes.forEach(shape -> shape.trusted().forEach(root -> roots.putIfAbsent(root, shape)));
        roots.keySet().removeIf(Peers::isUnknownToNss);
        roots.forEach((root, shape) -> {
            boolean self = shape.sent().get(0).equals(root);
            batch.append(
                    "-A -t " + (self ? "P,," : "C,,") + " -n " + shape.name() + " -i " + server.trusted(shape) + "\n");
        });
        Path commands = Files.writeString(folder.resolve("certutil.txt"), batch);
        certutil.succeed("-d", "sql:" + database, "-B", "-i", commands.toString());
    }

    /** It does not even store these. */
    private static boolean isUnknownToNss(SignedCertificate root) {
        AlgorithmIdentifier algorithm = root.holder().getSubjectPublicKeyInfo().getAlgorithm();
        boolean namedCurve = algorithm.getParameters() instanceof ASN1ObjectIdentifier;
        boolean ec = algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey);
        return (ec && !namedCurve) || root.key().getPublic().getAlgorithm().startsWith("Ed");
    }
}
