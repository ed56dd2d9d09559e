package io.hellowire.client.exchange;

import io.hellowire.client.url.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cookies of one run: read from a file or the command line, added to by servers, sent to whom they are for. */
public final class CookieJar {

    private static final int MOST = 3000;

    private final Clock clock;
    private final List<Cookie> cookies = new ArrayList<>();
    private final List<String> always = new ArrayList<>();

    public CookieJar(Clock clock) {
        this.clock = clock;
    }

    /** Sends this text, {@code name=value; name=value}, with every request to the first origin. */
    public void addAlways(String text) {
        always.add(text);
    }

    void add(Cookie cookie) {
        cookies.removeIf(known -> known.isReplacedBy(cookie));
        if (!cookie.isExpiredAt(clock.instant()) && cookies.size() < MOST) {
            cookies.add(cookie);
        }
    }

    /** Keeps what a server set. */
    public void receive(Target from, List<String> setCookieValues) {
        Instant now = clock.instant();
        for (String value : setCookieValues) {
            Cookie cookie = new SetCookie(from, now).read(value);
            if (cookie != null) {
                add(cookie);
            }
        }
    }

    /**
     * The value of the Cookie field for a request, the longest paths first (RFC 6265 section 5.4).
     *
     * @param firstOrigin whether the target is of the origin that the user named
     * @return {@code null} if there is nothing to send
     */
    public @Nullable String valueFor(Target target, boolean firstOrigin) {
        Instant now = clock.instant();
        List<String> parts = cookies.stream()
                .filter(cookie -> cookie.goesTo(target, now))
                .sorted(Comparator.comparingInt(
                        (Cookie cookie) -> -cookie.scope().path().length()))
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.toCollection(ArrayList::new));
        if (firstOrigin) {
            parts.addAll(always);
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    List<Cookie> cookies() {
        Instant now = clock.instant();
        return cookies.stream().filter(cookie -> !cookie.isExpiredAt(now)).toList();
    }

    /** Adds the cookies of a file in Netscape's format; a line that is not a cookie is left out, as curl does. */
    public void read(Path file) throws IOException {
        CookieFile.read(file, this);
    }

    /** Writes all cookies that have not expired to such a file. */
    public void write(Path file) throws IOException {
        CookieFile.write(file, this);
    }
}
