package io.hellowire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the certificate made for this machine is kept if nobody says where. */
class TlsFlagsTest {

    @Test
    void itIsKeptInTheHomeThatTheShellHas() {
        assertThat(TlsFlags.defaultDirectory(Map.of("HOME", "/home/you")))
                .isEqualTo(Path.of("/home/you/.local/state/hellowire"));
    }

    @Test
    void itIsKeptInTheHomeThatJavaKnowsWhereTheShellHasNone() {
        Path javas = Path.of(System.getProperty("user.home"), ".local", "state", "hellowire");

        assertThat(TlsFlags.defaultDirectory(Map.of())).isEqualTo(javas);
        assertThat(TlsFlags.defaultDirectory(Map.of("HOME", ""))).isEqualTo(javas);
    }

    @Test
    void itIsKeptWhereSystemdSays() {
        assertThat(TlsFlags.defaultDirectory(
                        Map.of("STATE_DIRECTORY", "/var/lib/hellowire", "HOME", "/", "XDG_STATE_HOME", "/state")))
                .isEqualTo(Path.of("/var/lib/hellowire"));
        assertThat(TlsFlags.defaultDirectory(Map.of("STATE_DIRECTORY", "/var/lib/hellowire:/var/lib/other")))
                .isEqualTo(Path.of("/var/lib/hellowire"));
    }

    @Test
    void itIsKeptWhereTheDesktopKeepsStateIfItSaysWhere() {
        assertThat(TlsFlags.defaultDirectory(Map.of("HOME", "/home/you", "XDG_STATE_HOME", "/state")))
                .isEqualTo(Path.of("/state/hellowire"));
        assertThat(TlsFlags.defaultDirectory(Map.of("HOME", "/home/you", "XDG_STATE_HOME", "")))
                .isEqualTo(Path.of("/home/you/.local/state/hellowire"));
    }
}
