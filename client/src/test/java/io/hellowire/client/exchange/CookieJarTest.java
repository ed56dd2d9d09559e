package io.hellowire.client.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CookieJarTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    private final CookieJar jar = new CookieJar(NOW);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "\"{0}\" goes to {1}: {2}")
    @CsvSource({
        "a=b, http://www.example.com/, true",
        "a=b, http://other.example.com/, false",
        "a=b; Domain=example.com, http://other.example.com/, true",
        "a=b; Domain=.example.com, http://example.com/, true",
        "a=b; Domain=com, http://www.example.com/, false",
        "a=b; Domain=other.com, http://www.example.com/, false",
        "a=b; Domain=ww.example.com, http://www.example.com/, false",
        "a=b; Secure, http://www.example.com/, false",
        "a=b; Secure, https://www.example.com/, true",
        "a=b; Path=/x, http://www.example.com/x/y, true",
        "a=b; Path=/x, http://www.example.com/xy, false",
        "a=b; Max-Age=0, http://www.example.com/, false",
        "a=b; Max-Age=60, http://www.example.com/, true",
        "'a=b; Expires=Sun, 22 Nov 2026 05:59:59 GMT', http://www.example.com/, false",
        "'a=b; Expires=Sun, 22 Nov 2026 06:00:01 GMT', http://www.example.com/, true",
        "'a=b; Expires=Sunday, 22-Nov-26 05:00:00 GMT', http://www.example.com/, false",
        "'a=b; Max-Age=60; Expires=Sun, 22 Nov 2020 06:00:01 GMT', http://www.example.com/, true",
        "nonsense, http://www.example.com/, false",
        "=b, http://www.example.com/, false"
    })
    void sendsCookiesToWhomTheyAreFor(String setCookie, String url, boolean sent) throws MalformedUrlException {
        jar.receive(Target.parse("https://www.example.com/"), List.of(setCookie));

        assertThat(valueFor(url) != null).isEqualTo(sent);
    }

    @Test
    void aNewValueReplacesTheOld() throws MalformedUrlException {
        jar.receive(Target.parse("http://host/"), List.of("a=1", "b=2", "a=3"));

        assertThat(valueFor("http://host/")).isEqualTo("b=2; a=3");
    }

    @Test
    void whatTheUserGaveGoesToTheFirstOriginOnly() throws MalformedUrlException {
        jar.addAlways("a=b");

        assertThat(jar.valueFor(Target.parse("http://host/"), true)).isEqualTo("a=b");
        assertThat(jar.valueFor(Target.parse("http://other/"), false)).isNull();
    }

    @Test
    void aFileThatWasWrittenReadsTheSame() throws IOException, MalformedUrlException {
        jar.receive(
                Target.parse("https://www.example.com/"),
                List.of("a=b; Domain=example.com; Secure; HttpOnly; Max-Age=60", "c=d"));
        Path file = folder.resolve("jar");
        CookieFile.write(file, jar);

        CookieJar other = new CookieJar(NOW);
        CookieFile.read(file, other);

        assertThat(other.cookies()).isEqualTo(jar.cookies());
        assertThat(Files.readString(file)).contains("#HttpOnly_.example.com\tTRUE\t/\tTRUE\t");
    }

    private @Nullable String valueFor(String url) throws MalformedUrlException {
        return jar.valueFor(Target.parse(url), true);
    }
}
