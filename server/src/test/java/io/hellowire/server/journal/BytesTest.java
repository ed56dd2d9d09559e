package io.hellowire.server.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {

    private final Bytes bytes = new Bytes(1);

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, 99, 100, 1234567890123L, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void writesNumbersAsJavaDoes(long number) {
        assertThat(bytes.decimal(number).toString()).isEqualTo(Long.toString(number));
    }

    @Test
    void padsWithZeros() {
        assertThat(bytes.padded(7, 3).toString()).isEqualTo("007");
    }

    @Test
    void growsAsNeeded() {
        assertThat(bytes.put("abc").put('d').put(new byte[] {'e'}).toString()).isEqualTo("abcde");
    }

    @Test
    void escapesWhatCannotBePrinted() {
        byte[] received = "a\u001bb\\\u00e9".getBytes(ISO_8859_1);
        assertThat(bytes.printable(received, 0, received.length).toString()).isEqualTo("a\\x1Bb\\\\\\xE9");
    }
}
