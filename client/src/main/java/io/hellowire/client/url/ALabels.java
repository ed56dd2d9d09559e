package io.hellowire.client.url;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ASCII form of an international host name, as browsers and curl make it: UTS #46 without the transitional
 * mappings, so {@code faß.de} stays itself. ({@link java.net.IDN} is IDNA2003, to which it is {@code fass.de}, and
 * knows no character younger than 2002.) Instead of the mapping table of UTS #46 a label is lower-cased and brought
 * into form KC, which is what that table does to everything a name can be made of.
 */
final class ALabels {

    private static final int LONGEST_LABEL = 63;

    private ALabels() {}

    /** The name in ASCII; one that is ASCII already is only lower-cased. */
    static String of(String name) throws MalformedUrlException {
        String mapped = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('\u3002', '.')
                .replace('\uff0e', '.')
                .replace('\uff61', '.');
        List<String> labels = new ArrayList<>();
        for (String label : mapped.split("\\.", -1)) {
            labels.add(label.chars().allMatch(c -> c < 0x80) ? label : encode(label));
        }
        return String.join(".", labels);
    }

    private static String encode(String label) throws MalformedUrlException {
        for (int point : label.codePoints().toArray()) {
            refuseUnlessPartOfAName(label, point);
        }
        if (label.length() > LONGEST_LABEL) {
            throw MalformedUrlException.of("host", "a label of " + label.length() + " characters", "63 at most");
        }
        String encoded = "xn--" + Punycode.encode(label);
        if (encoded.length() > LONGEST_LABEL) {
            throw MalformedUrlException.of("host", "a label of " + encoded.length() + " characters", "63 at most");
        }
        return encoded;
    }

    private static void refuseUnlessPartOfAName(String label, int point) throws MalformedUrlException {
        boolean allowed = switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> isJoiner(point);
            default -> true;
        };
        if (!allowed) {
            throw MalformedUrlException.of(
                    "host",
                    String.format("U+%04X in a label of %d", point, label.length()),
                    "letters, digits, hyphens");
        }
    }

    /** ZWNJ and ZWJ change the meaning of a word in some scripts and so stay (RFC 5892 appendix A). */
    private static boolean isJoiner(int point) {
        return point == 0x200c || point == 0x200d;
    }
}
