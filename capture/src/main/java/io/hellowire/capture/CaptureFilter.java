package io.hellowire.capture;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which connections are captured, in the words of tcpdump: {@code host ADDRESS}, {@code net ADDRESS/BITS} and {@code port
 * NUMBER}, each with an optional {@code not} in front, joined by {@code and} and {@code or}; {@code and} binds tighter.
 * A term is true when either end of the connection is meant. There are no names, so nothing is looked up.
 */
public final class CaptureFilter {

    /** Lets every connection through. */
    public static final CaptureFilter EVERYTHING = new CaptureFilter("", List.of(List.of()));

    private static final Pattern OR = Pattern.compile("\\s+or\\s+");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    private final String text;
    private final List<List<FilterTerm>> alternatives;

    private CaptureFilter(String text, List<List<FilterTerm>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /**
     * Reads a filter.
     *
     * @throws IllegalArgumentException if it says something else than the words above
     */
    public static CaptureFilter of(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        List<List<FilterTerm>> alternatives = new ArrayList<>();
        for (String alternative : OR.split(words, -1)) {
            alternatives.add(AND.splitAsStream(alternative).map(FilterTerm::of).toList());
        }
        return new CaptureFilter(words, List.copyOf(alternatives));
    }

    /** Whether a connection between these two is captured. */
    public boolean accepts(InetSocketAddress local, InetSocketAddress remote) {
        return alternatives.stream().anyMatch(terms -> terms.stream().allMatch(term -> term.accepts(local, remote)));
    }

    /** The filter as it was written; empty if everything is let through. */
    @Override
    public String toString() {
        return text;
    }
}
