package io.hellowire.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was put together for the image of each architecture, of which {@code docker/test} only sees its own machine's. */
class NativeLibrariesIT {

    private static final int ELF_MACHINE = 18;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"amd64, 3e00, x86_64", "arm64, b700, aarch_64"})
    void areThoseOfTheArchitectureAlone(String architecture, String machine, String nettyName) throws IOException {
        List<Path> libraries = libraries(architecture);

        assertThat(libraries)
                .extracting(path -> path.getFileName().toString())
                .contains(
                        "libjlinenative.so",
                        "libnetty_tcnative_linux_" + nettyName + ".so",
                        "libnetty_transport_native_epoll_" + nettyName + ".so")
                .anyMatch(name -> name.startsWith("libzstd-jni-"));
        for (Path library : libraries) {
            assertThat(machine(library)).as(library.toString()).isEqualTo(machine);
        }
    }

    private static List<Path> libraries(String architecture) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/image/native", architecture))) {
            return files.filter(file -> file.toString().endsWith(".so")).toList();
        }
    }

    private static String machine(Path library) throws IOException {
        byte[] bytes = Files.readAllBytes(library);
        return HexFormat.of().formatHex(bytes, ELF_MACHINE, ELF_MACHINE + 2);
    }
}
