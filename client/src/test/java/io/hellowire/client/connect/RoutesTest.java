package io.hellowire.client.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hellowire.client.step.StepException;
import io.hellowire.client.url.MalformedUrlException;
import io.hellowire.client.url.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "http://host/, http_proxy=http://p:1, http://p:1",
        "http://host/, HTTP_PROXY=http://p:1,",
        "https://host/, HTTPS_PROXY=http://p:1, http://p:1",
        "http://host/, ALL_PROXY=socks5h://p, socks5h://p:1080",
        "http://host/, http_proxy=p, http://p:1080",
        "https://host/, http_proxy=http://p:1,"
    })
    void variablesChooseTheProxyAsWithCurl(String url, String variable, @Nullable String proxy)
            throws StepException, MalformedUrlException {
        String[] parts = variable.split("=", 2);
        Route route = route(url, null, null, Map.of(parts[0], parts[1]));

        assertThat(route.proxy() == null ? null : route.proxy().words()).isEqualTo(proxy);
        assertThat(route.proxy() == null || route.note().contains(parts[0])).isTrue();
    }

    @ParameterizedTest(name = "{0} without {1}: {2}")
    @CsvSource({
        "http://host/, host, true",
        "http://a.host/, host, true",
        "http://ahost/, host, false",
        "http://host/, *, true",
        "http://host/, .*, false",
        "http://a.host/, .host, true",
        "http://10.1.2.3/, 10.0.0.0/8, true",
        "http://11.1.2.3/, 10.0.0.0/8, false",
        "http://[fd00::1]/, fd00::/8, true",
        "http://[fd00::1]/, 'x, [fd00::1]', true",
        "http://10.1.2.3/, 10.0.0.0/99, false"
    })
    void exceptionsAreNamesWithAllBelowThemAddressesAndNetworks(String url, String list, boolean direct)
            throws StepException, MalformedUrlException {
        assertThat(isDirect(url, list)).isEqualTo(direct);
    }

    @ParameterizedTest(name = "{0} without {1}: {2}")
    @CsvSource({
        "http://b\u00fccher.test/, b\u00fccher.test, true",
        "http://b\u00fccher.test/, xn--bcher-kva.test, true",
        "http://xn--bcher-kva.test/, B\u00dcCHER.test, true",
        "http://a.b\u00fccher.test/, .b\u00fccher.test, true",
        "http://bucher.test/, b\u00fccher.test, false",
        "http://bucher.test/, '\u00fc\u202e, bucher.test', true"
    })
    void exceptionsAreForInternationalNamesInEitherForm(String url, String list, boolean direct)
            throws StepException, MalformedUrlException {
        assertThat(isDirect(url, list)).isEqualTo(direct);
    }

    private static boolean isDirect(String url, String exceptions) throws StepException, MalformedUrlException {
        return route(url, "http://p:1", exceptions, Map.of()).proxy() == null;
    }

    @Test
    void anEmptyProxyMeansNoneWhateverTheVariablesSay() throws StepException, MalformedUrlException {
        assertThat(route("http://host/", "", null, Map.of("http_proxy", "http://p:1"))
                        .proxy())
                .isNull();
    }

    @Test
    void standInsChangeOnlyWhereTheConnectionGoes() throws StepException, MalformedUrlException {
        ConnectTo standIn = ConnectTo.parse("host:80:[::1]:8080");
        Routes routes = new Routes(new RouteOptions(List.of(standIn), "", null, null, Map.of()));

        Route route = routes.to(Target.parse("http://host/"));

        assertThat(route.host().inHostField()).isEqualTo("[::1]");
        assertThat(route.port()).isEqualTo(8080);
        assertThat(routes.to(Target.parse("http://other/")).note()).isNull();
    }

    @Test
    void standInsAreForNamesAsTheyAreLookedUp() throws StepException, MalformedUrlException {
        ConnectTo standIn = ConnectTo.parse("M\u00dcNCHEN.test:80:other:8080");
        Routes routes = new Routes(new RouteOptions(List.of(standIn), "", null, null, Map.of()));

        assertThat(routes.to(Target.parse("http://m\u00fcnchen.test/")).port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "host:80", "host:80:other", "host:80:other:99999", "a:b:c:d"})
    void refusesStandInsThatAreNone(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConnectTo.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://p:1", "http://p:99999", "socks4://p"})
    void refusesProxiesThatCannotBeUsed(String proxy) {
        assertThatExceptionOfType(StepException.class)
                .isThrownBy(() -> route("http://host/", proxy, null, Map.of()))
                .withMessageContaining("(expected: ");
    }

    private static Route route(
            String url, @Nullable String proxy, @Nullable String noProxy, Map<String, String> environment)
            throws StepException, MalformedUrlException {
        return new Routes(new RouteOptions(List.of(), proxy, null, noProxy, environment)).to(Target.parse(url));
    }
}
