package io.hellowire.client.url;

import io.hellowire.client.url.Target.Dots;
import java.util.regex.Pattern;

/** Resolves what a {@code Location} field says against the URL it came from, RFC 3986 section 5.2. */
final class Reference {

    private static final Pattern HAS_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern HAS_OUR_SCHEME = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);

    private Reference() {}

    static Target resolve(Target base, String location) throws MalformedUrlException {
        String reference = escaped(location.strip());
        if (reference.isEmpty()) {
            throw MalformedUrlException.of("Location", "nothing", "a URL or a path");
        }
        if (HAS_SCHEME.matcher(reference).matches()
                && !HAS_OUR_SCHEME.matcher(reference).matches()) {
            throw MalformedUrlException.ofScheme(reference.substring(0, reference.indexOf(':')));
        }
        return new TargetReader(absolute(base, reference), Dots.RESOLVED).read();
    }

    private static String absolute(Target base, String reference) {
        String origin = base.scheme().word() + "://" + base.host().inHostField() + ":" + base.port();
        if (HAS_OUR_SCHEME.matcher(reference).matches()) {
            return reference;
        }
        if (reference.startsWith("//")) {
            return base.scheme().word() + ":" + reference;
        }
        if (reference.startsWith("/")) {
            return origin + reference;
        }
        String path = pathOf(base);
        if (reference.startsWith("?")) {
            return origin + path + reference;
        }
        if (reference.startsWith("#")) {
            return origin + base.requestTarget();
        }
        return origin + path.substring(0, path.lastIndexOf('/') + 1) + reference;
    }

    private static String pathOf(Target base) {
        int question = base.requestTarget().indexOf('?');
        return question < 0 ? base.requestTarget() : base.requestTarget().substring(0, question);
    }

    /** Servers send spaces and bytes over 127 here, which clients have long percent-encoded; controls they refuse. */
    private static String escaped(String location) {
        StringBuilder out = new StringBuilder(location.length());
        for (int i = 0; i < location.length(); i++) {
            char c = location.charAt(i);
            if (c == ' ' || (c >= 0x80 && c <= 0xff)) {
                out.append(String.format("%%%02X", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
