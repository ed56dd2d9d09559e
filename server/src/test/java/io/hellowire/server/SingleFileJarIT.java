package io.hellowire.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar that people get holds what the server uses, and nothing that came along with it. */
class SingleFileJarIT {

    private static final Path JAR = Path.of("target/hellowire-server.jar");

    @Test
    void holdsTheNativeLibrariesOfTheSystemsThatWeName() throws IOException {
        assertThat(entries().stream().filter(name -> name.startsWith("META-INF/native/lib")))
                .anyMatch(name -> name.contains("epoll_x86_64"))
                .anyMatch(name -> name.matches(".*io_uring.*_x86_64.*"))
                .anyMatch(name -> name.contains("kqueue_x86_64"))
                .anyMatch(name -> name.contains("tcnative_linux_x86_64"))
                .anyMatch(name -> name.contains("tcnative_linux_aarch_64"))
                .noneMatch(name -> name.contains("riscv"))
                .noneMatch(name -> name.contains("quic"));
    }

    @Test
    void holdsOfNettysCodecsTheBaseAlone() throws IOException {
        assertThat(entries())
                .contains("io/netty/handler/codec/ByteToMessageDecoder.class")
                .noneMatch(
                        name -> name.matches(
                                "io/netty/handler/codec/(dns|haproxy|http|http2|http3|mqtt|quic|redis|smtp|socks|stomp|xml)/.*"))
                .noneMatch(name -> name.startsWith("io/netty/resolver/dns/"));
    }

    @Test
    void isSmallerThan24Megabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(24_000_000);
    }

    private static List<String> entries() throws IOException {
        try (ZipFile jar = new ZipFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
