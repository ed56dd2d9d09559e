package io.hellowire.client.cli;

import io.hellowire.client.Expectations;
import io.hellowire.client.FetchOptions.StopAfter;
import io.hellowire.client.cookie.CookieFile;
import io.hellowire.client.cookie.CookieJar;
import io.hellowire.client.failure.StepException;
import io.hellowire.client.output.NotWritten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about what comes after the first response, and what counts as success. */
final class FollowArguments {

    private static final Duration USUAL_MAX_TIME = Duration.ofSeconds(30);

    @Option(
            names = {"-L", "--location"},
            negatable = true,
            description = "Follows redirects.")
    private boolean follow;

    @Option(names = "--max-redirs", paramLabel = "N", description = "How many at most: 10.")
    private int mostRedirects = 10;

    @Option(
            names = {"-m", "--max-time"},
            paramLabel = "SECONDS",
            description = "For everything together: 30, none with -o; 0 for no limit.")
    private @Nullable Duration maxTime;

    @Option(
            names = {"-b", "--cookie"},
            paramLabel = "DATA|FILE",
            description = "Sends cookies: name=value, or those of a file.")
    private List<String> cookies = new ArrayList<>();

    @Option(
            names = {"-c", "--cookie-jar"},
            paramLabel = "FILE",
            description = "Writes all cookies to this file in the end.")
    private @Nullable Path jar;

    @Option(
            names = {"-f", "--fail"},
            negatable = true,
            description = "A status of 400 or more is a failure.")
    private boolean fail;

    @Option(
            names = "--expect-status",
            paramLabel = "LIST",
            description = "Any other status is a failure: 200,204 or 2xx.")
    private @Nullable String expected;

    @Option(
            names = "--slo",
            paramLabel = "LIST",
            description = "Slower is a failure, in milliseconds: total=500,ttfb=200,dns=50,tcp=50,tls=100.")
    private @Nullable String slo;

    @Option(names = "--tls-only", description = "Stops after the TLS handshake.")
    private boolean tlsOnly;

    @Option(names = "--connect-only", description = "Stops when connected.")
    private boolean connectOnly;

    Duration maxTime(boolean download) {
        if (maxTime != null) {
            return maxTime;
        }
        return download ? Duration.ZERO : USUAL_MAX_TIME;
    }

    StopAfter stopAfter() {
        return connectOnly ? StopAfter.CONNECT : tlsOnly ? StopAfter.TLS : StopAfter.RESPONSE;
    }

    @Nullable
    Integer mostRedirects() throws StepException {
        if (mostRedirects < 0) {
            throw Wrong.of("--max-redirs: " + mostRedirects + " (expected: 0 or more)");
        }
        return follow ? (Integer) mostRedirects : null;
    }

    /** Whether the head decides what happens next, or what the exit code is. */
    boolean dependsOnTheHead() {
        return follow || fail || expected != null || jar != null;
    }

    Expectations expectations() {
        return Expectations.of(fail, expected, slo);
    }

    CookieJar cookieJar(Clock clock) throws StepException {
        if (jar != null) {
            NotWritten.refuse(jar);
        }
        CookieJar cookieJar = new CookieJar(clock);
        for (String cookie : cookies) {
            if (cookie.contains("=")) {
                cookieJar.addAlways(cookie);
            } else {
                read(Path.of(cookie), cookieJar);
            }
        }
        return cookieJar;
    }

    /** A file that is not there has no cookies: that is how a jar begins. */
    private static void read(Path file, CookieJar cookieJar) throws StepException {
        try {
            if (Files.exists(file)) {
                CookieFile.read(file, cookieJar);
            }
        } catch (IOException e) {
            throw NotRead.from(file.toString(), e);
        }
    }

    void save(CookieJar cookieJar) throws StepException {
        if (jar == null) {
            return;
        }
        try {
            CookieFile.write(jar, cookieJar);
        } catch (IOException e) {
            throw NotWritten.to(jar.toString(), e);
        }
    }
}
