package io.hellowire.wire;

import java.util.List;

/**
 * The members of Transfer-Encoding, of all its lines, RFC 9112 section 6.1.
 *
 * @param names each as received, with parameters, without whitespace around it; an empty one if a comma has nothing
 *     beside it
 */
record TransferCodings(List<String> names) {

    private static final String CHUNKED = "chunked";

    TransferCodings {
        names = List.copyOf(names);
    }

    static TransferCodings of(FieldSection head) {
        return new TransferCodings(
                List.of(String.join(",", head.all("Transfer-Encoding")).split(",", -1)).stream()
                        .map(String::strip)
                        .toList());
    }

    /** Whether the one coding is chunked. */
    boolean isChunkedOnly() {
        return names.size() == 1 && isChunkedLast();
    }

    /** Whether chunked comes last, and not before. */
    boolean isChunkedLast() {
        return isChunked(names.size() - 1) && countOfChunked() == 1;
    }

    /** Whether chunked comes more than once. */
    boolean isChunkedTwice() {
        return countOfChunked() > 1;
    }

    /** Whether there are codings that are not chunked, in an order that could be right. */
    boolean isUnknown() {
        boolean others = names.stream().allMatch(name -> isName(name)) && countOfChunked() < names.size();
        return others && (countOfChunked() == 0 || isChunkedLast());
    }

    private long countOfChunked() {
        return names.stream().filter(CHUNKED::equalsIgnoreCase).count();
    }

    private boolean isChunked(int number) {
        return CHUNKED.equalsIgnoreCase(names.get(number));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && !name.regionMatches(true, 0, CHUNKED + ";", 0, CHUNKED.length() + 1)
                && name.chars().noneMatch(c -> c <= ' ' && c != ' ' && c != '\t');
    }
}
