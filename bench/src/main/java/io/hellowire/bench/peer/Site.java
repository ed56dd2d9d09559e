package io.hellowire.bench.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.bench.process.Child;
import io.hellowire.bench.process.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where one server lives while it is measured: a folder that goes when it is closed, its ports and its certificate. */
public final class Site implements AutoCloseable {

    /** What every server answers, but for the line end: as long as our greeting is with a number of seven digits. */
    private static final String BODY = "Hello #1234567 from Hellowire!";

    private final Path folder;
    private final Path logs;
    private final int http;
    private final int https;
    private final SyslogFile syslog;

    private Site(Path folder, Path logs, int http, int https, SyslogFile syslog) {
        this.folder = folder;
        this.logs = logs;
        this.http = http;
        this.https = https;
        this.syslog = syslog;
    }

    /** Makes a new one, with a certificate of its own. */
    public static Site create(KeyKind kind) throws IOException {
        Path folder = Files.createTempDirectory("hellowire-bench");
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Child.run(kind.making(folder.resolve("key.pem"), folder.resolve("certificate.pem")));
        Files.writeString(
                folder.resolve("pair.pem"),
                Files.readString(folder.resolve("certificate.pem")) + Files.readString(folder.resolve("key.pem")));
        return new Site(folder, logs, freePort(), freePort(), SyslogFile.open(logs.resolve("syslog.log")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The folder, for whatever the server needs. */
    public Path folder() {
        return folder;
    }

    /** The port for plain HTTP on 127.0.0.1. */
    public int http() {
        return http;
    }

    /** The port for HTTPS on 127.0.0.1. */
    public int https() {
        return https;
    }

    /** Copies a resource of this package's {@code peers} folder into this site, filled in. */
    void place(String resource) throws IOException {
        try (InputStream in = Site.class.getResourceAsStream("/peers/" + resource)) {
            if (in == null) {
                throw new IllegalArgumentException("resource: " + resource + " (expected: a file in peers/)");
            }
            Files.writeString(folder.resolve(resource), fill(new String(in.readAllBytes(), UTF_8)));
        }
    }

    /** The text with every {@code {name}} of this site in its place. */
    String fill(String text) {
        Map<String, Object> values = Map.ofEntries(
                Map.entry("{folder}", folder),
                Map.entry("{logs}", logs),
                Map.entry("{http}", http),
                Map.entry("{https}", https),
                Map.entry("{log-port}", syslog.port()),
                Map.entry("{certificate}", folder.resolve("certificate.pem")),
                Map.entry("{key}", folder.resolve("key.pem")),
                Map.entry("{pair}", folder.resolve("pair.pem")),
                Map.entry("{body}", BODY),
                Map.entry("{java}", Programs.java()),
                Map.entry("{classpath}", System.getProperty("java.class.path")));
        String filled = text;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue().toString());
        }
        return filled;
    }

    /** Empties what the server has logged, lest a long run fill the disk. */
    public void emptyLogs() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                FileChannel.open(file, StandardOpenOption.WRITE).truncate(0).close();
            }
        }
    }

    /** How many bytes the server has logged since the logs were emptied. */
    public long loggedBytes() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() throws IOException {
        syslog.close();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
