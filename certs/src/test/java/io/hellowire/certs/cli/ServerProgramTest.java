package io.hellowire.certs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramTest {

    @TempDir
    private Path folder;

    @Test
    void isTheJarInTheSameCheckout() throws IOException {
        Path server = made(folder.resolve("server/target/hellowire-server.jar"));

        assertThat(ServerProgram.words(
                        folder.resolve("certs/target/hellowire-certs.jar").toString()))
                .isEqualTo("java -jar " + server);
    }

    @Test
    void isTheJarBesideOurs() throws IOException {
        Path server = made(folder.resolve("bin/hellowire-server.jar"));

        assertThat(ServerProgram.words(folder.resolve("bin/hellowire-certs.jar").toString()))
                .isEqualTo("java -jar " + server);
    }

    @Test
    void isThePlainNameWhereNoJarIs() {
        assertThat(ServerProgram.words(folder.resolve("hellowire-certs.jar").toString()))
                .isEqualTo("hellowire-server");
        assertThat(ServerProgram.words("hellowire-certs.jar")).isEqualTo("hellowire-server");
    }

    @Test
    void isThePlainNameWhenStartedInAnotherWay() {
        assertThat(ServerProgram.words("classes:hellowire-certs.jar")).isEqualTo("hellowire-server");
        assertThat(ServerProgram.words("/app/hellowire.jar")).isEqualTo("hellowire-server");
        assertThat(ServerProgram.words("")).isEqualTo("hellowire-server");
    }

    private static Path made(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
