package io.hellowire.client.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hellowire.client.url.Target.Dots;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a URL from left to right (RFC 3986 section 3), host names more generously than {@link java.net.URI}. */
final class TargetReader {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
    private static final Pattern OPAQUE = Pattern.compile("(?i)(mailto|data|javascript|file|jar|about):.*");

    private final String url;
    private final Dots dots;
    private final List<String> notes = new ArrayList<>();

    TargetReader(String url, Dots dots) {
        this.url = url;
        this.dots = dots;
    }

    Target read() throws MalformedUrlException {
        refuseSpacesAndControls();
        Matcher matcher = SCHEME.matcher(url);
        boolean assumed = !matcher.matches();
        if (assumed && OPAQUE.matcher(url).matches()) {
            throw MalformedUrlException.ofScheme(url.substring(0, url.indexOf(':')));
        }
        Scheme scheme = assumed ? Scheme.HTTP : scheme(matcher.group(1));
        String rest = assumed ? url : matcher.group(2);

        int end = firstOf(rest, "/?#");
        String authority = rest.substring(0, end);
        int at = authority.lastIndexOf('@');
        String userInfo = at < 0 ? null : decoded(authority.substring(0, at));
        String hostAndPort = authority.substring(at + 1);

        int colon = portColon(hostAndPort);
        String hostText = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
        int port = colon < 0 ? scheme.defaultPort() : port(hostAndPort.substring(colon + 1), scheme);
        return new Target(scheme, assumed, host(hostText), port, requestTarget(rest.substring(end)), userInfo, notes);
    }

    private void refuseSpacesAndControls() throws MalformedUrlException {
        if (url.isEmpty()) {
            throw MalformedUrlException.of("URL", "nothing", "http://host/path");
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || c == 0x7f) {
                String expected = c == ' ' ? "%20 in its place" : "printable characters";
                throw MalformedUrlException.of(
                        "URL", String.format("byte 0x%02x at position %d", (int) c, i), expected);
            }
        }
    }

    private static Scheme scheme(String word) throws MalformedUrlException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "http" -> Scheme.HTTP;
            case "https" -> Scheme.HTTPS;
            default -> throw MalformedUrlException.ofScheme(word);
        };
    }

    private Host host(String text) throws MalformedUrlException {
        HostReader reader = new HostReader(notes);
        if (!text.startsWith("[")) {
            if (text.contains(":")) {
                throw MalformedUrlException.of("host", text, "an IPv6 address in brackets, or one port");
            }
            return reader.plain(text);
        }
        if (text.indexOf(']') != text.length() - 1) {
            throw MalformedUrlException.of("host", text, "a closing bracket");
        }
        return reader.inBrackets(text.substring(1, text.length() - 1));
    }

    /** The last colon, unless it belongs to an address in brackets; an IPv6 address without them has two or more. */
    private static int portColon(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        int closing = hostAndPort.lastIndexOf(']');
        boolean inAddress = colon < closing || (hostAndPort.startsWith("[") && closing < 0);
        boolean bareAddress = !hostAndPort.startsWith("[") && colon != hostAndPort.indexOf(':');
        return inAddress || bareAddress ? -1 : colon;
    }

    private static int port(String text, Scheme scheme) throws MalformedUrlException {
        if (text.isEmpty()) {
            return scheme.defaultPort();
        }
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits && text.length() <= 5 ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw MalformedUrlException.of("port", text, "1 to 65535");
        }
        return port;
    }

    private static @Nullable String decoded(String userInfo) throws MalformedUrlException {
        try {
            return URLDecoder.decode(userInfo.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw MalformedUrlException.of("user", "a bad percent escape", "%XX");
        }
    }

    private String requestTarget(String text) {
        int hash = text.indexOf('#');
        String whole = hash < 0 ? text : text.substring(0, hash);
        int question = whole.indexOf('?');
        String path = question < 0 ? whole : whole.substring(0, question);
        String query = question < 0 ? "" : whole.substring(question);
        String resolved = dots == Dots.AS_IS || path.isEmpty() ? path : DotSegments.remove(path);
        return escaped((resolved.isEmpty() ? "/" : resolved) + query);
    }

    /** What is not ASCII goes out as the percent-encoded bytes of its UTF-8 form (RFC 3987 section 3.1). */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(UTF_8)) {
            if (b >= 0) {
                out.append((char) b);
            } else {
                out.append(String.format("%%%02X", b & 0xff));
            }
        }
        return out.toString();
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
