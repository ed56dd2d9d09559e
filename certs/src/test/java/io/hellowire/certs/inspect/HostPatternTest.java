package io.hellowire.certs.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HostPatternTest {

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "example.com, example.com, true",
        "EXAMPLE.com, example.COM, true",
        "example.com, www.example.com, false",
        "*.example.com, www.example.com, true",
        "*.example.com, WWW.EXAMPLE.COM, true",
        "*.example.com, example.com, false",
        "*.example.com, a.b.example.com, false",
        "*.example.com, .example.com, false",
        "w*.example.com, www.example.com, false",
        "www.*.com, www.example.com, false",
        "*.com, example.com, false",
        "*, localhost, false",
        "*., localhost, false",
        "*.*.com, a.b.com, false",
        "esp_kitchen, esp_kitchen, true",
        "xn--bcher-kva.example, xn--bcher-kva.example, true"
    })
    void wildcardsAreTheWholeLeftmostLabel(String pattern, String name, boolean matches) {
        assertThat(new HostPattern(pattern).covers(ClientKind.HELLOWIRE, name)).isEqualTo(matches);
    }

    /** JDK-7192189, in 19. */
    @ParameterizedTest(name = "{0} for {1}: {2} by Java 17, {3} by Java 25")
    @CsvSource({
        "*.example.com, www.example.com, true, true",
        "w*w.example.com, www.example.com, true, true",
        "w*.com, www.com, true, true",
        "*.*.com, a.b.com, true, false",
        "a.*.com, a.b.com, true, false",
        "*a.b*.com, xa.bx.com, true, false",
        "a.*, a.b, false, false",
        "*.com, a.b.com, false, false"
    })
    void newerJavaTakesStarsInTheFirstLabelOnly(String pattern, String name, boolean older, boolean newer) {
        assertThat(new HostPattern(pattern).covers(ClientKind.JAVA17, name)).isEqualTo(older);
        assertThat(new HostPattern(pattern).covers(ClientKind.JAVA, name)).isEqualTo(newer);
    }

    /** A certificate may hold any, and each label is one more step of the pattern. */
    @ParameterizedTest
    @EnumSource(ClientKind.class)
    void namesMayHaveAnyNumberOfLabels(ClientKind client) {
        String name = "a.".repeat(50_000) + "test";

        assertThat(new HostPattern(name).covers(client, "b.test")).isFalse();
        assertThat(new HostPattern("*." + name).covers(client, "b.test")).isFalse();
    }
}
