package io.hellowire.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.bench.peer.Peer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldTest {

    private static final Peer SHELL = peer("shell", "sh");
    private static final Peer LISTER = peer("lister", "ls");
    private static final Peer ABSENT = peer("absent", "no-such-program");
    private static final Field FIELD = Field.of(SHELL, List.of(SHELL, LISTER, ABSENT));

    private static Peer peer(String name, String program) {
        return new Peer(name, List.of(program), List.of(), List.of(), List.of(program));
    }

    @Test
    void takesAllThatAreHereIfNobodyAsks() {
        assertThat(FIELD.chosen(null)).containsExactly(SHELL, LISTER);
    }

    @Test
    void takesTheUsualOneOnlyWhereThereIsOne() {
        assertThat(FIELD.usuallyAgainst("lister").chosen(null)).containsExactly(LISTER);
    }

    @Test
    void takesWhomSomebodyAsksForThoughUnusual() {
        assertThat(FIELD.usuallyAgainst("lister").chosen(Set.of("shell"))).containsExactly(SHELL);
    }

    @Test
    void takesNobodyWhoIsNotInIt() {
        assertThat(FIELD.chosen(Set.of("curl", "absent"))).isEmpty();
    }
}
