package io.hellowire.certs.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.write.Destination.IfPresent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacementTest {

    private static final List<String> NAMES = List.of("a.crt", "a.key", "a.p12");

    @TempDir
    private Path directory;

    @BeforeEach
    void oldFilesAreThere() throws IOException {
        for (String name : NAMES) {
            Files.writeString(directory.resolve(name), "old");
        }
    }

    @Test
    void replacesAllAndLeavesNothingElse() throws IOException {
        new Replacement(directory).perform(staged(".staged", NAMES));

        assertThat(contents()).containsExactly("new", "new", "new");
        assertThat(namesThere()).isEqualTo(NAMES);
    }

    @ParameterizedTest(name = "after {0} of 3")
    @ValueSource(ints = {0, 1, 2, 3})
    void isFinishedByTheNextWhenItCrashed(int moved) throws IOException {
        staged(".hellowire-replacing", NAMES.subList(moved, NAMES.size()));
        for (String name : NAMES.subList(0, moved)) {
            Files.writeString(directory.resolve(name), "new");
        }

        new Replacement(directory).finishInterrupted();

        assertThat(contents()).containsExactly("new", "new", "new");
        assertThat(namesThere()).isEqualTo(NAMES);
    }

    @Test
    void hasChangedNothingWhenItCrashedBeforeItWasDecided() throws IOException {
        staged(".hellowire-1234", NAMES);

        new Replacement(directory).finishInterrupted();

        assertThat(contents()).containsExactly("old", "old", "old");
    }

    @Test
    void isUndoneWhenTheFirstCannotBeMoved() throws IOException {
        Files.delete(directory.resolve("a.crt"));
        Files.createDirectory(directory.resolve("a.crt"));
        Path staging = staged(".staged", NAMES);

        assertThatThrownBy(() -> new Replacement(directory).perform(staging)).isInstanceOf(IOException.class);

        assertThat(directory.resolve("a.key")).hasContent("old");
        assertThat(directory.resolve(".hellowire-replacing")).doesNotExist();
        assertThat(staging.resolve("a.key")).hasContent("new");
    }

    @Test
    void oneOfThoseThatReplaceAtTheSameTimeIsTheLastInAllFiles() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<List<Path>>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            byte[] content = ("number " + i).getBytes(UTF_8);
            List<OutputFile> files =
                    NAMES.stream().map(name -> OutputFile.open(name, content)).toList();
            all.add(threads.submit(() -> new IdentityFiles(directory, IfPresent.REPLACE).write(files)));
        }
        for (Future<List<Path>> one : all) {
            one.get();
        }
        threads.shutdown();

        assertThat(contents().get(0)).startsWith("number ");
        assertThat(contents()).containsOnly(contents().get(0));
        assertThat(namesThere()).isEqualTo(NAMES);
    }

    private Path staged(String name, List<String> files) throws IOException {
        Path staging = Files.createDirectory(directory.resolve(name));
        for (String file : files) {
            Files.writeString(staging.resolve(file), "new");
        }
        return staging;
    }

    private List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (String name : NAMES) {
            contents.add(Files.readString(directory.resolve(name)));
        }
        return contents;
    }

    private List<String> namesThere() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
