package io.hellowire.client.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hellowire.client.exchange.Cookie.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cookies in a file: Netscape's format of seven columns, which curl reads and writes. */
final class CookieFile {

    private static final String HTTP_ONLY = "#HttpOnly_";
    private static final int COLUMNS = 7;
    private static final List<String> HEADING =
            List.of("# Netscape HTTP Cookie File", "# Written by Hellowire, for curl and others to read.", "");

    private CookieFile() {}

    /** Adds the cookies of a file; a line that is not a cookie is left out, as curl does. */
    static void read(Path file, CookieJar jar) throws IOException {
        for (String line : Files.readAllLines(file, ISO_8859_1)) {
            Cookie cookie = cookie(line);
            if (cookie != null) {
                jar.add(cookie);
            }
        }
    }

    /** Writes all cookies that have not expired. */
    static void write(Path file, CookieJar jar) throws IOException {
        List<String> lines = new ArrayList<>(HEADING);
        jar.cookies().forEach(cookie -> lines.add(line(cookie)));
        Files.write(file, lines, ISO_8859_1);
    }

    private static @Nullable Cookie cookie(String line) {
        boolean httpOnly = line.startsWith(HTTP_ONLY);
        String text = httpOnly ? line.substring(HTTP_ONLY.length()) : line;
        String[] columns = text.split("\t", -1);
        if ((!httpOnly && line.startsWith("#")) || columns.length != COLUMNS || !columns[4].matches("[0-9]{1,12}")) {
            return null;
        }
        long expires = Long.parseLong(columns[4]);
        Scope scope = new Scope(
                columns[0].startsWith(".") ? columns[0].substring(1) : columns[0],
                columns[1].equals("TRUE"),
                columns[2],
                columns[3].equals("TRUE"));
        Instant end = expires == 0 ? null : Instant.ofEpochSecond(expires);
        return new Cookie(columns[5], columns[6], scope, httpOnly, end);
    }

    private static String line(Cookie cookie) {
        Scope scope = cookie.scope();
        String dot = scope.forSubdomains() ? "." : "";
        Instant expires = cookie.expires();
        return String.join(
                "\t",
                (cookie.httpOnly() ? HTTP_ONLY : "") + dot + scope.domain(),
                scope.forSubdomains() ? "TRUE" : "FALSE",
                scope.path(),
                scope.secure() ? "TRUE" : "FALSE",
                String.valueOf(expires == null ? 0 : expires.getEpochSecond()),
                cookie.name(),
                cookie.value());
    }
}
