package io.hellowire.readme;

import io.hellowire.testkit.Program;
import io.hellowire.testkit.ProgramResult;
import io.hellowire.testkit.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What goes wrong in a beginner's first hour, made to go wrong here: each answers what is printed then. */
final class Trouble implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready http=(\\d+) https=(\\d+) ");
    private static final int MORE_THAN_A_BACKLOG = 8;

    private final Path folder;
    private final Path certificate;
    private final RunningProgram server;
    private final String httpPort;
    private final String httpsPort;

    Trouble(Path folder) {
        this.folder = folder;
        this.certificate = folder.resolve("hellowire.pem");
        this.server = Program.java(jar("server")).start("--http-port=0", "--https-port=0", "--state-dir=" + folder);
        MatchResult ready = server.awaitMatch(READY);
        this.httpPort = ready.group(1);
        this.httpsPort = ready.group(2);
    }

    String aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            return server("--no-https", "--http-port=" + port).replace(port, "8080");
        }
    }

    /** What Maven says before it builds anything. */
    String anOldJdkForMaven() throws IOException {
        return Files.readString(Readme.ROOT.resolve("pom.xml"));
    }

    /** A class of a Java that is to come is to this Java what ours are to an old one. */
    String anOldJdkForAJar() throws IOException {
        String main = "io/hellowire/certs/cli/Main.class";
        try (InputStream in = Trouble.class.getClassLoader().getResourceAsStream(main)) {
            byte[] bytes = in.readAllBytes();
            bytes[6] = 1; // the major version, 256 higher
            Path copy = folder.resolve("newer").resolve(main);
            Files.createDirectories(copy.getParent());
            Files.write(copy, bytes);
        }
        return printed(Program.java("-cp", folder.resolve("newer").toString(), "io.hellowire.certs.cli.Main")
                .run());
    }

    String aNameThatIsNone() {
        return client("http://no-such-name.invalid/");
    }

    String nobodyListening() throws IOException {
        try (Socket bound = new Socket()) { // so that nobody else can listen there meanwhile
            bound.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
            return client("http://127.0.0.1:" + bound.getLocalPort() + "/");
        }
    }

    /** As behind a firewall: the system drops what comes to a listener whose backlog is full. */
    String packetsThatAreDropped() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, loopback)) {
            for (int i = 0; i < MORE_THAN_A_BACKLOG; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                waiting.add(channel);
                channel.connect(new InetSocketAddress(loopback, full.getLocalPort()));
            }
            return client("--connect-timeout=1", "http://127.0.0.1:" + full.getLocalPort() + "/");
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    String aCertificateThatIsNotTrusted() {
        return client("https://127.0.0.1:" + httpsPort + "/");
    }

    String aCertificateForOtherNames() {
        String there = "gate.local:" + httpsPort;
        return client("--cacert=" + certificate, "--resolve=" + there + ":127.0.0.1", "https://" + there + "/");
    }

    String plainHttpToTheHttpsPort() {
        return client("http://127.0.0.1:" + httpsPort + "/");
    }

    String tlsToTheHttpPort() {
        return client("--insecure", "https://127.0.0.1:" + httpPort + "/");
    }

    /** As the journal tells it. */
    String aClientThatDoesNotTrustUs() {
        Program.named("curl").run("-s", "https://127.0.0.1:" + httpsPort + "/");
        server.awaitText("alert unknown_ca");
        return server.out();
    }

    String aCertificateWithoutItsKey() {
        return server("--cert=" + certificate);
    }

    private String server(String... arguments) {
        return printed(Program.java(jar("server")).run(arguments));
    }

    private String client(String... arguments) {
        return printed(Program.java(jar("client")).run(new byte[0], Map.of("LC_ALL", "C.UTF-8"), arguments));
    }

    private static String printed(ProgramResult result) {
        return (result.out() + result.err()).replaceAll("\\s+", " ");
    }

    private static String[] jar(String module) {
        String jar = "target/hellowire-" + module + ".jar";
        return new String[] {"-jar", Readme.ROOT.resolve(module).resolve(jar).toString()};
    }

    @Override
    public void close() {
        server.close();
    }
}
