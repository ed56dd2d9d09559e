package io.hellowire.client.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "http://example.com, http://example.com/",
        "HTTPS://Example.COM/A?b=c#d, https://example.com/A?b=c",
        "example.com, http://example.com/",
        "example.com:8080/x, http://example.com:8080/x",
        "http://esp_kitchen/, http://esp_kitchen/",
        "http://host?q=1, http://host/?q=1",
        "http://[::1]:8080/, http://[::1]:8080/",
        "http://[fe80::1%eth0]/, http://[fe80::1]/",
        "http://[fe80::1%25eth0]/, http://[fe80::1]/",
        "https://host:443/, https://host/",
        "http://host:/, http://host/",
        "http://host./, http://host./",
        "http://host/a/../b/./c/.., http://host/b/",
        "http://host/ä, http://host/%C3%A4",
        "http://user:pw@host/, http://host/"
    })
    void readsUrlsAsPeopleTypeThem(String typed, String understood) throws MalformedUrlException {
        assertThat(Target.parse(typed).url()).isEqualTo(understood);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0x7f.1, 127.0.0.1",
        "127.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "0177.0.0.01, 127.0.0.1",
        "1.2.3.4., 1.2.3.4"
    })
    void readsAddressesAsInetAtonDoes(String typed, String address) throws MalformedUrlException {
        assertThat(Target.parse("http://" + typed + "/").host().inHostField()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f.1", "127.1", "256.1.1.1", "bücher.example"})
    void saysSoWhereAHostIsNotReadAsItLooks(String host) throws MalformedUrlException {
        assertThat(Target.parse("http://" + host + "/").notes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.1.1.1", "1.2.3.4.5", "0x.1", "09.1"})
    void looksUpAsANameWhatIsNoAddress(String host) throws MalformedUrlException {
        assertThat(Target.parse("http://" + host + "/").host()).isInstanceOf(Host.Name.class);
    }

    @ParameterizedTest(name = "{0} is asked for as {1}")
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "BÜCHER.example, xn--bcher-kva.example",
        "faß.de, xn--fa-hia.de",
        "βόλος.com, xn--nxasmm1c.com",
        "日本語。jp, xn--wgv71a119e.jp",
        "ليهمابتكلموشعربي؟, xn--egbpdaj6bu4bxfgehfvwxn",
        "π.example, xn--1xa.example"
    })
    void encodesInternationalNamesAsBrowsersDo(String name, String ascii) throws MalformedUrlException {
        assertThat(Target.parse("http://" + name + "/").host().inHostField()).isEqualTo(ascii);
    }

    @Test
    void showsAnAddressWithoutItsClosingBracketWhole() {
        assertThatExceptionOfType(MalformedUrlException.class)
                .isThrownBy(() -> Target.parse("http://[::1"))
                .withMessage("host: [::1 (expected: a closing bracket)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "http:///path",
                "http://[::1",
                "http://[::1]x/",
                "http://[zz]/",
                "http://[fe80::1%]/",
                "http://::1/",
                "http://host:0/",
                "http://host:99999/",
                "http://host:abc/",
                "http://host:-1/",
                "http://ho st/",
                "http://host/a b",
                "http://host/a\r\nX: y",
                "http://host/\u0001",
                "http://a..b/",
                "http://ho\"st/",
                "http://ho\u200est/",
                "http://user%zz@host/"
            })
    void refusesWhatCannotBeFetched(String url) {
        assertThatExceptionOfType(MalformedUrlException.class)
                .isThrownBy(() -> Target.parse(url))
                .withMessageContaining("(expected: ")
                .matches(e -> !e.hasForeignScheme());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "file:///etc/passwd", "mailto:somebody@example.com", "gopher://host"})
    void tellsOtherSchemesApart(String url) {
        assertThatExceptionOfType(MalformedUrlException.class)
                .isThrownBy(() -> Target.parse(url))
                .matches(MalformedUrlException::hasForeignScheme);
    }

    @ParameterizedTest(name = "{0} leads to {1}")
    @CsvSource({
        "https://other/, https://other/",
        "//other/x, http://other/x",
        "/x/../y, http://host:8080/y",
        "x, http://host:8080/a/x",
        "../x, http://host:8080/x",
        "?q, http://host:8080/a/b?q",
        "#part, http://host:8080/a/b?c",
        "/with space, http://host:8080/with%20space",
        "/\u00e9, http://host:8080/%E9"
    })
    void followsALocation(String location, String url) throws MalformedUrlException {
        assertThat(Target.parse("http://host:8080/a/b?c").follow(location).url())
                .isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "http://host/\u000bx", "", "http://[bad/"})
    void refusesLocationsThatLeadAstray(String location) {
        assertThatExceptionOfType(MalformedUrlException.class)
                .isThrownBy(() -> Target.parse("http://host/").follow(location));
    }

    @Test
    void neverShowsThePassword() throws MalformedUrlException {
        Target target = Target.parse("http://user:p%40ss@host/");

        assertThat(target.userInfo()).isEqualTo("user:p@ss");
        assertThat(target).asString().doesNotContain("p@ss").doesNotContain("p%40ss");
    }

    @Test
    void leavesThePathAloneWhenAsked() throws MalformedUrlException {
        assertThat(Target.parsePathAsIs("http://host/a/../b").requestTarget()).isEqualTo("/a/../b");
    }
}
