package io.hellowire.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.wire.text.Printable;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read or refused, and the pieces in which they arrive make no difference. */
class AnyBytesTest {

    private static final long SEED = 31;
    private static final int MUTATIONS_EACH = 80;
    private static final List<Integer> PIECES = List.of(1, 2, 3, 7);

    static Stream<byte[]> inputs() {
        return Inputs.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void comeToTheSameHoweverTheyArrive(byte[] bytes) {
        check(bytes);
    }

    @Test
    void andSoDoTheirMutations() {
        Random random = new Random(SEED);
        Inputs.all().forEach(bytes -> {
            for (int i = 0; i < MUTATIONS_EACH; i++) {
                check(Inputs.mutate(bytes, random));
            }
        });
    }

    static void check(byte[] bytes) {
        Outcome requests = Outcome.ofRequests(bytes, Integer.MAX_VALUE);
        Outcome responses = Outcome.ofResponses(bytes, Integer.MAX_VALUE);
        for (int size : PIECES) {
            assertThat(Outcome.ofRequests(bytes, size))
                    .as("%s in pieces of %d, seed %d", Printable.of(bytes), size, SEED)
                    .isEqualTo(requests);
            assertThat(Outcome.ofResponses(bytes, size))
                    .as("%s in pieces of %d, seed %d", Printable.of(bytes), size, SEED)
                    .isEqualTo(responses);
        }
    }
}
