package io.hellowire.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Every command is a session that {@link ReadmeIT} types, or has a reason why it is not. */
class UnplayedCommandsTest {

    @Test
    void allInTheTextHaveAReason() throws IOException {
        assertThat(Readme.commandsInTheText())
                .allSatisfy(command -> assertThat(UnplayedCommands.REASONS).containsKey(command));
    }

    @Test
    void noReasonIsLeftOver() throws IOException {
        assertThat(Readme.commandsNotInSessions()).containsAll(UnplayedCommands.REASONS.keySet());
    }
}
