package io.hellowire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingFilesTest {

    @TempDir
    Path folder;

    private RingFiles ring;

    @BeforeEach
    void keepThree() {
        ring = new RingFiles(folder.resolve("a.pcapng").toString(), 3);
    }

    @Test
    void countsFromOne() throws IOException {
        assertThat(ring.next()).isEqualTo(folder.resolve("a-00001.pcapng"));
    }

    @Test
    void keepsTheNewest() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.createFile(ring.next());
        }

        assertThat(names()).containsExactly("a-00003.pcapng", "a-00004.pcapng", "a-00005.pcapng");
    }

    @Test
    void goesOnWhereAnEarlierRunEnded() throws IOException {
        make("a-00007.pcapng", "a-00008.pcapng", "a-100000.pcapng");

        assertThat(ring.next()).isEqualTo(folder.resolve("a-100001.pcapng"));
        assertThat(names()).containsExactly("a-00008.pcapng", "a-100000.pcapng");
    }

    @Test
    void deletesAllThatAreTooManyNow() throws IOException {
        make("a-00001.pcapng", "a-00002.pcapng", "a-00003.pcapng", "a-00004.pcapng", "a-00005.pcapng");

        ring.next();

        assertThat(names()).containsExactly("a-00004.pcapng", "a-00005.pcapng");
    }

    @Test
    void leavesEveryOtherFileAlone() throws IOException {
        String[] others = {
            "a-1.pcapng", "a-00001.keys", "a-00001x.pcapng", "a.pcapng", "b-00001.pcapng", "xa-00001.pcapng"
        };
        make(others);
        Files.createDirectory(folder.resolve("a-00002.pcapng"));

        for (int i = 0; i < 5; i++) {
            Files.createFile(ring.next());
        }

        assertThat(names()).contains(others).contains("a-00002.pcapng");
    }

    private void make(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
