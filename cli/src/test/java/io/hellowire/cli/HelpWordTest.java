package io.hellowire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelpWordTest {

    @Test
    void asksForHelpAloneBeforeAndAfterACommand() {
        assertThat(HelpWord.understood("help")).containsExactly("--help");
        assertThat(HelpWord.understood("help", "create")).containsExactly("create", "--help");
        assertThat(HelpWord.understood("create", "help")).containsExactly("create", "--help");
    }

    @Test
    void isAnyWordAmongOthers() {
        for (String line : new String[] {"", "create", "show helpful.pem", "--name help", "create --name help"}) {
            String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");

            assertThat(HelpWord.understood(arguments)).isSameAs(arguments);
        }
    }
}
