package io.hellowire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchCommandTest {

    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheLauncherWhichKnowsWhatWasTyped() {
        LaunchCommand words = new LaunchCommand("./hellowire", "/app/lib/hellowire.jar");

        assertThat(words.typed(Tool.SERVER)).isEqualTo("./hellowire");
        assertThat(words.typed(Tool.CLIENT)).isEqualTo("./hellowire get");
        assertThat(words.typed(Tool.CERTS)).isEqualTo("./hellowire certs");
    }

    @Test
    void callAToolByItsNameAloneInMessages() {
        assertThat(new LaunchCommand("'/my tools/hellowire'", "").label(Tool.CERTS))
                .isEqualTo("hellowire certs");
        assertThat(new LaunchCommand(null, "bin/hellowire-certs.jar").label(Tool.CERTS))
                .isEqualTo("hellowire-certs");
    }

    @Test
    void nameTheJarsInTheSameCheckout() throws IOException {
        Path server = made(folder.resolve("server/target/hellowire-server.jar"));
        Path client = made(folder.resolve("client/target/hellowire-client.jar"));
        LaunchCommand words = startedBy(folder.resolve("certs/target/hellowire-certs.jar"));

        assertThat(words.typed(Tool.SERVER)).isEqualTo("java -jar " + server);
        assertThat(words.typed(Tool.CLIENT)).isEqualTo("java -jar " + client);
    }

    @Test
    void nameTheJarBesideOurs() throws IOException {
        Path server = made(folder.resolve("bin/hellowire-server.jar"));

        assertThat(startedBy(folder.resolve("bin/hellowire-certs.jar")).typed(Tool.SERVER))
                .isEqualTo("java -jar " + server);
    }

    @Test
    void nameAJarAsItWouldLieBesideOurs() {
        assertThat(startedBy(Path.of("hellowire-certs.jar")).typed(Tool.SERVER))
                .isEqualTo("java -jar hellowire-server.jar");
        assertThat(startedBy(Path.of("bin/hellowire-server.jar")).typed(Tool.CERTS))
                .isEqualTo("java -jar bin/hellowire-certs.jar");
    }

    @Test
    void nameOurOwnJarAsItWasTyped() {
        assertThat(startedBy(Path.of("certs/target/hellowire-certs.jar")).typed(Tool.CERTS))
                .isEqualTo("java -jar certs/target/hellowire-certs.jar");
        assertThat(startedBy(Path.of("my tools/hellowire-certs.jar")).typed(Tool.CERTS))
                .isEqualTo("java -jar 'my tools/hellowire-certs.jar'");
    }

    @Test
    void areTheToolsNamesWhenStartedInAnotherWay() {
        for (String classPath : new String[] {"classes:hellowire-certs.jar", "/app/other.jar", ""}) {
            LaunchCommand words = new LaunchCommand(null, classPath);

            assertThat(words.typed(Tool.SERVER)).isEqualTo("hellowire-server");
            assertThat(words.typed(Tool.CERTS)).isEqualTo("hellowire-certs");
        }
    }

    private static LaunchCommand startedBy(Path jar) {
        return new LaunchCommand(null, jar.toString());
    }

    private static Path made(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
