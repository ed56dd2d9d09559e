package io.hellowire.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JdkTest {

    @Test
    void findsTheOneThatRunsUs() throws IOException {
        assertThat(Jdk.installed())
                .filteredOn(jdk -> jdk.feature() == Runtime.version().feature())
                .singleElement()
                .extracting(Jdk::java)
                .isEqualTo(Programs.java());
    }

    @Test
    void findsOneOfEachReleaseInOrder() throws IOException {
        assertThat(Jdk.installed()).extracting(Jdk::feature).isSorted().doesNotHaveDuplicates();
    }
}
