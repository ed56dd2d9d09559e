package io.hellowire.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** The same as {@link AnyBytesTest}, guided by coverage: {@code mvn test -pl wire -am -Dfuzz=8s}. */
@Tag("fuzz")
class AnyBytesFuzzTest {

    static Stream<byte[]> inputs() {
        return Inputs.all();
    }

    @MethodSource("inputs")
    @FuzzTest
    void comeToTheSameHoweverTheyArrive(byte[] bytes) {
        AnyBytesTest.check(bytes);
    }
}
