package io.hellowire.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.cli.Tool;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @ParameterizedTest
    @CsvSource({"serv, serve", "ge, get", "cert, certs", "sho, show", "heathcheck, 'healthcheck, help'"})
    void namesWhatMayHaveBeenMeant(String typed, String meant) {
        assertThat(refusal(typed)).startsWith("hellowire: " + typed + ": no such command (expected: " + meant + ")");
    }

    @Test
    void namesAllWordsWhereNoneIsNear() {
        assertThat(refusal("xyz"))
                .contains("(expected: serve, get, certs, prove, show, strip, healthcheck, install, help)");
    }

    @ParameterizedTest
    @CsvSource({"http://192.168.1.20:8080/", "example.com", "localhost", "[::1]:8080"})
    void saysHowAnAddressIsFetched(String address) {
        assertThat(refusal(address)).contains("Try: " + Tool.CLIENT.typed() + " " + address);
    }

    @Test
    void showsNothingOfAKey() {
        String key = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n";

        assertThat(refusal(key)).startsWith("hellowire: argument 1: ").doesNotContain("MC4C");
    }

    @Test
    void printsNoControlCharacterOfAWord() {
        assertThat(refusal("\u001b[2Jx")).startsWith("hellowire: \\x1B[2Jx: ");
    }

    private static String refusal(String word) {
        StringWriter said = new StringWriter();
        assertThat(Main.refuse(word, new PrintWriter(said, true))).isEqualTo(2);
        return said.toString();
    }
}
