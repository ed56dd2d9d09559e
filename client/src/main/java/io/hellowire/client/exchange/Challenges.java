package io.hellowire.client.exchange;

import io.hellowire.wire.ResponseHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how a server wants to know who we are: its WWW-Authenticate fields, RFC 9110 section 11.6.1. */
final class Challenges {

    /** A scheme; a parameter, whose value may be in quotes; else anything up to the next comma, such as a token68. */
    private static final Pattern PIECE = Pattern.compile("\\G[\\s,]*(?:"
            + "([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"=]*))(?=[\\s,]|$)"
            + "|([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?=[\\s,]|$)"
            + "|[^\\s,]+)");

    private Challenges() {}

    /** All of them in the order of the fields. What cannot be read is passed over. */
    static List<Challenge> of(ResponseHead head) {
        List<Challenge> all = new ArrayList<>();
        head.all("WWW-Authenticate").forEach(value -> read(value, all));
        return all;
    }

    private static void read(String value, List<Challenge> all) {
        int before = all.size();
        Matcher piece = PIECE.matcher(value);
        while (piece.find()) {
            if (piece.group(4) != null) {
                all.add(new Challenge(piece.group(4), new LinkedHashMap<>()));
            } else if (piece.group(1) != null && all.size() > before) {
                String quoted = piece.group(2);
                all.get(all.size() - 1)
                        .parameters()
                        .putIfAbsent(
                                piece.group(1).toLowerCase(Locale.ROOT),
                                quoted == null ? piece.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
    }

    /**
     * One of them.
     *
     * @param scheme such as {@code Digest}, in the case received
     * @param parameters its parameters by their names in lower case, the first of each
     */
    record Challenge(String scheme, Map<String, String> parameters) {

        boolean isOf(String other) {
            return scheme.equalsIgnoreCase(other);
        }
    }
}
