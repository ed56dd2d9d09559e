package io.hellowire.client.exchange;

import io.hellowire.client.exchange.Cookie.Scope;
import io.hellowire.client.url.Host;
import io.hellowire.client.url.Target;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a Set-Cookie field, RFC 6265 section 5.2. */
final class SetCookie {

    private static final int LONGEST = 4096;
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE, dd-MMM-yyyy HH:mm:ss zzz", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private final Target from;
    private final Instant now;
    private @Nullable String domain;
    private @Nullable String path;
    private @Nullable Instant expires;
    private boolean hasMaxAge;
    private boolean secure;
    private boolean httpOnly;

    SetCookie(Target from, Instant now) {
        this.from = from;
        this.now = now;
    }

    /** The cookie, or {@code null} if it is not one or not for the host that sent it. */
    @Nullable
    Cookie read(String value) {
        String[] parts = value.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals <= 0 || value.length() > LONGEST || value.indexOf('\t') >= 0) {
            return null;
        }
        for (int i = 1; i < parts.length; i++) {
            attribute(parts[i].strip());
        }
        String host = Cookie.hostOf(from);
        if (domain != null && !isForDomain(host, domain)) {
            return null;
        }
        Scope scope = new Scope(
                domain == null ? host : domain,
                domain != null && from.host() instanceof Host.Name,
                path == null ? defaultPath() : path,
                secure);
        String name = parts[0].substring(0, equals).strip();
        return new Cookie(name, parts[0].substring(equals + 1).strip(), scope, httpOnly, expires);
    }

    private void attribute(String text) {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
        String value = equals < 0 ? "" : text.substring(equals + 1).strip();
        switch (name) {
            case "domain" -> domain = domainOf(value);
            case "path" -> path = value.startsWith("/") ? value : null;
            case "secure" -> secure = true;
            case "httponly" -> httpOnly = true;
            case "max-age" -> maxAge(value);
            case "expires" -> expires = hasMaxAge ? expires : date(value);
            default -> {
                // RFC 6265 section 5.2: what is not known does not count
            }
        }
    }

    private static @Nullable String domainOf(String value) {
        String bare = value.startsWith(".") ? value.substring(1) : value;
        return bare.isEmpty() ? null : bare.toLowerCase(Locale.ROOT);
    }

    private void maxAge(String value) {
        if (value.matches("-?[0-9]{1,10}")) {
            hasMaxAge = true;
            expires = now.plusSeconds(Math.max(0, Long.parseLong(value)));
        }
    }

    /** Of one of the formats, or none: then it lasts as long as the session. */
    private static @Nullable Instant date(String value) {
        for (DateTimeFormatter format : DATES) {
            ParsePosition position = new ParsePosition(0);
            TemporalAccessor parsed = format.parseUnresolved(value, position);
            if (parsed != null && position.getIndex() == value.length()) {
                return instant(value, format);
            }
        }
        return null;
    }

    private static @Nullable Instant instant(String value, DateTimeFormatter format) {
        try {
            return ZonedDateTime.parse(value, format).toInstant();
        } catch (DateTimeException e) {
            return null; // 31 February
        }
    }

    /** A domain without a dot would be a whole top-level domain. */
    private static boolean isForDomain(String host, String domain) {
        return host.equals(domain) || (domain.contains(".") && host.endsWith("." + domain));
    }

    private String defaultPath() {
        String whole = Cookie.pathOf(from);
        int slash = whole.lastIndexOf('/');
        return slash <= 0 ? "/" : whole.substring(0, slash);
    }
}
