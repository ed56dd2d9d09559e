package io.hellowire.certs.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hellowire.certs.write.Destination.IfPresent;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityFilesTest {

    private static final OutputFile CERTIFICATE = OutputFile.open("a.crt", "certificate".getBytes(UTF_8));
    private static final OutputFile KEY = OutputFile.secret("a.key", "key".getBytes(UTF_8));

    @TempDir
    private Path directory;

    @Test
    void writesEachFileWholeAndNothingElse() throws IOException {
        List<Path> written = new IdentityFiles(directory, IfPresent.REFUSE).write(List.of(CERTIFICATE, KEY));

        assertThat(written).containsExactly(directory.resolve("a.crt"), directory.resolve("a.key"));
        assertThat(directory.resolve("a.key")).hasContent("key");
        assertThat(filesThere()).containsExactlyInAnyOrder("a.crt", "a.key");
    }

    @Test
    void makesTheDirectory() throws IOException {
        Path deep = directory.resolve("one/two");

        new IdentityFiles(deep, IfPresent.REFUSE).write(List.of(KEY));

        assertThat(deep.resolve("a.key")).hasContent("key");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsTheKey() throws IOException {
        new IdentityFiles(directory, IfPresent.REFUSE).write(List.of(CERTIFICATE, KEY));

        assertThat(modeOf(directory.resolve("a.key"))).isEqualTo("rw-------");
        assertThat(modeOf(directory.resolve("a.crt"))).isEqualTo("rw-r--r--");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void noOneElseReadsTheKeyWhileItIsWrittenEither() throws Exception {
        OutputFile large = OutputFile.secret("large.key", new byte[32 * 1024 * 1024]);
        Set<String> modesSeen = ConcurrentHashMap.newKeySet();
        Set<String> namesSeen = ConcurrentHashMap.newKeySet();
        Thread observer = new Thread(() -> observe(modesSeen, namesSeen));
        observer.start();
        while (namesSeen.stream().noneMatch(name -> name.startsWith(".hellowire-"))) {
            new IdentityFiles(directory, IfPresent.REPLACE).write(List.of(large));
        }
        observer.interrupt();
        observer.join();

        assertThat(modesSeen).isSubsetOf("rw-------", "rwx------");
    }

    @Test
    void leavesAFileThatIsThereAlone() throws IOException {
        Files.writeString(directory.resolve("a.key"), "precious");

        assertThatThrownBy(() -> new IdentityFiles(directory, IfPresent.REFUSE).write(List.of(CERTIFICATE, KEY)))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("a.key");
        assertThat(directory.resolve("a.key")).hasContent("precious");
        assertThat(filesThere()).containsExactly("a.key");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesEvenALinkToNowhereAlone() throws IOException {
        Files.createSymbolicLink(directory.resolve("a.key"), directory.resolve("nowhere"));

        assertThatThrownBy(() -> new IdentityFiles(directory, IfPresent.REFUSE).write(List.of(KEY)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    @Test
    void replacesAFileWhenToldTo() throws IOException {
        Files.writeString(directory.resolve("a.key"), "old");

        new IdentityFiles(directory, IfPresent.REPLACE).write(List.of(KEY));

        assertThat(directory.resolve("a.key")).hasContent("key");
        assertThat(filesThere()).containsExactly("a.key");
    }

    @Test
    void replacesNothingWhenADirectoryIsInThePlaceOfOne() throws IOException {
        Files.writeString(directory.resolve("a.crt"), "old");
        Files.createDirectory(directory.resolve("a.key"));

        assertThatThrownBy(() -> new IdentityFiles(directory, IfPresent.REPLACE).write(List.of(CERTIFICATE, KEY)))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("a.key: a directory");
        assertThat(directory.resolve("a.crt")).hasContent("old");
        assertThat(filesThere()).containsExactlyInAnyOrder("a.crt", "a.key");
    }

    @Test
    void leavesNothingBehindWhenOneOfThemCannotBeWritten() throws IOException {
        OutputFile tooLong = OutputFile.open("x".repeat(300), new byte[0]);

        assertThatThrownBy(() -> new IdentityFiles(directory, IfPresent.REFUSE).write(List.of(KEY, tooLong)))
                .isInstanceOf(IOException.class);
        assertThat(filesThere()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "a/b", "a\\b", "a\nb"})
    void refusesANameThatIsMoreThanAName(String name) {
        assertThatThrownBy(() -> OutputFile.open(name, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverPrintsWhatIsInAFile() {
        assertThat(KEY).hasToString("a.key (3 bytes, readable by owner)");
    }

    private void observe(Set<String> modesSeen, Set<String> namesSeen) {
        while (!Thread.currentThread().isInterrupted()) {
            for (String name : filesThere()) {
                try {
                    modesSeen.add(modeOf(directory.resolve(name)));
                    namesSeen.add(name);
                } catch (NoSuchFileException e) {
                    // It got its final name in between.
                } catch (IOException e) {
                    modesSeen.add(e.toString());
                }
            }
        }
    }

    private List<String> filesThere() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String modeOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
