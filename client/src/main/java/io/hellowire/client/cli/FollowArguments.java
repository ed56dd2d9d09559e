package io.hellowire.client.cli;

import io.hellowire.cli.FileNameText;
import io.hellowire.client.Expectations;
import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.RedirectOptions;
import io.hellowire.client.exchange.CookieJar;
import io.hellowire.client.step.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options about what comes after the first response, and what counts as success. */
final class FollowArguments extends Arguments {

    private static final Duration USUAL_MAX_TIME = Duration.ofSeconds(30);

    private final Option<Boolean> follow = named("-L", "--location").negatableFlag("Follow redirects.");

    private final Option<Integer> mostRedirects =
            named("--max-redirs").value("N", Integer.class, 10, "Follow this many at most (default: 10).");

    private final Option<Boolean> trusted =
            named("--location-trusted").negatableFlag("Like -L, and log in wherever redirects lead.");

    private final Option<Boolean> post301 = named("--post301").negatableFlag("Keep a POST after a 301.");

    private final Option<Boolean> post302 = named("--post302").negatableFlag("Keep a POST after a 302.");

    private final Option<Boolean> post303 = named("--post303").negatableFlag("Keep a POST after a 303.");

    private final Option<Duration> maxTime = named("-m", "--max-time")
            .value(
                    "TIME",
                    Duration.class,
                    "Limit for the whole fetch (default: 30, none with -o or -n all; 0: no limit).");

    private final Option<List<String>> cookies =
            named("-b", "--cookie").texts("DATA|FILE", "Send cookies: name=value, or those in a file.");

    private final Option<Path> jar =
            named("-c", "--cookie-jar").value("FILE", Path.class, "Write all cookies to this file at the end.");

    private final Option<Boolean> fail = named("-f", "--fail")
            .negatableFlag("Fail on a status of 400 or more, and keep its content out of files and pipes.");

    private final Option<Boolean> failWithBody =
            named("--fail-with-body").negatableFlag("Like -f, but write the content all the same.");

    private final Option<String> expected =
            named("--expect-status").text("LIST", "Fail on any other status: 200,204 or 2xx.");

    private final Option<Boolean> strict = named("--strict")
            .negatableFlag("Fail if the body may have been cut short: no length, and no close_notify from TLS.");

    private final Option<String> slo = named("--slo")
            .text("LIST", "Fail if slower, in milliseconds of the network: total=500,ttfb=200,dns=50,tcp=50,tls=100.");

    private final Option<Boolean> tlsOnly = named("--tls-only").flag("Stop after the TLS handshake.");

    private final Option<Boolean> connectOnly = named("--connect-only").flag("Stop once connected.");

    private @Nullable CookieJar made;

    Duration maxTime(boolean everything) {
        if (maxTime.given() != null) {
            return maxTime.given();
        }
        return everything ? Duration.ZERO : USUAL_MAX_TIME;
    }

    StopAfter stopAfter() {
        return connectOnly.value() ? StopAfter.CONNECT : tlsOnly.value() ? StopAfter.TLS : StopAfter.RESPONSE;
    }

    /** How redirects are followed, or {@code null} if they are not; -1 is curl's word for no limit. */
    @Nullable
    RedirectOptions redirects() {
        if (!follow.value() && !trusted.value()) {
            return null;
        }
        int most = mostRedirects.value() == -1 ? Integer.MAX_VALUE : mostRedirects.value();
        Set<Integer> kept = new HashSet<>();
        for (Map.Entry<Integer, Option<Boolean>> post :
                Map.of(301, post301, 302, post302, 303, post303).entrySet()) {
            if (post.getValue().value()) {
                kept.add(post.getKey());
            }
        }
        return new RedirectOptions(most, trusted.value(), kept);
    }

    boolean isStrict() {
        return strict.value();
    }

    /** Whether the content of an error is unwanted. */
    boolean dropsErrors() throws StepException {
        if (fail.value() && failWithBody.value()) {
            throw UsageError.of("--fail: together with --fail-with-body (expected: one of them)");
        }
        return fail.value();
    }

    Expectations expectations() {
        return Expectations.of(fail.value() || failWithBody.value(), expected.given(), slo.given());
    }

    /** The cookies, which all URLs have in common. */
    CookieJar cookieJar(Clock clock) throws StepException {
        if (made == null) {
            made = make(clock);
        }
        return made;
    }

    private CookieJar make(Clock clock) throws StepException {
        if (jar.given() != null) {
            FileFailure.refuseUnwritable(jar.given());
        }
        CookieJar cookieJar = new CookieJar(clock);
        for (String cookie : cookies.value()) {
            if (cookie.contains("=")) {
                cookieJar.addAlways(cookie);
            } else {
                read(FileNameText.path(cookie), cookieJar);
            }
        }
        return cookieJar;
    }

    /** A file that is not there has no cookies: that is how a jar begins. */
    private static void read(Path file, CookieJar cookieJar) throws StepException {
        try {
            if (Files.exists(file)) {
                cookieJar.read(file);
            }
        } catch (IOException e) {
            throw FileFailure.notRead(file.toString(), e);
        }
    }

    void save(CookieJar cookieJar) throws StepException {
        if (jar.given() == null) {
            return;
        }
        try {
            cookieJar.write(jar.given());
        } catch (IOException e) {
            throw FileFailure.notWritten(jar.given().toString(), e);
        }
    }
}
