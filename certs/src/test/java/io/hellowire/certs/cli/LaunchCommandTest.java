package io.hellowire.certs.cli;

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
    void nameTheServersJarInTheSameCheckout() throws IOException {
        Path server = made(folder.resolve("server/target/hellowire-server.jar"));

        assertThat(startedBy(folder.resolve("certs/target/hellowire-certs.jar")).server())
                .isEqualTo("java -jar " + server);
    }

    @Test
    void nameTheServersJarBesideOurs() throws IOException {
        Path server = made(folder.resolve("bin/hellowire-server.jar"));

        assertThat(startedBy(folder.resolve("bin/hellowire-certs.jar")).server())
                .isEqualTo("java -jar " + server);
    }

    @Test
    void areAPlainNameWhereThereIsNoJar() {
        assertThat(startedBy(folder.resolve("hellowire-certs.jar")).server()).isEqualTo("hellowire-server");
        assertThat(new LaunchCommand("hellowire-certs.jar").server()).isEqualTo("hellowire-server");
    }

    @Test
    void nameOurOwnJarAsItWasTyped() {
        assertThat(new LaunchCommand("certs/target/hellowire-certs.jar").certs())
                .isEqualTo("java -jar certs/target/hellowire-certs.jar");
        assertThat(new LaunchCommand("my tools/hellowire-certs.jar").certs())
                .isEqualTo("java -jar 'my tools/hellowire-certs.jar'");
    }

    @Test
    void arePlainNamesWhenStartedInAnotherWay() {
        for (String classPath : new String[] {"classes:hellowire-certs.jar", "/app/hellowire.jar", ""}) {
            assertThat(new LaunchCommand(classPath).server()).isEqualTo("hellowire-server");
            assertThat(new LaunchCommand(classPath).certs()).isEqualTo("hellowire-certs");
        }
    }

    private static LaunchCommand startedBy(Path jar) {
        return new LaunchCommand(jar.toString());
    }

    private static Path made(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
