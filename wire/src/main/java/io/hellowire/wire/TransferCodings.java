package io.hellowire.wire;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The members of Transfer-Encoding, of all its lines, RFC 9112 section 6.1.
 *
 * @param members each as received, with parameters but without whitespace around it; empty where a comma has nothing
 *     beside it
 */
record TransferCodings(List<String> members) {

    private static final String CHUNKED = "chunked";

    /** A token that is not "chunked", with or without parameters. */
    private static final Pattern OTHER_CODING =
            Pattern.compile("(?i)(?!chunked[ \t]*(;|$))[-!#$%&'*+.^_`|~0-9a-z]+([ \t]*;.*)?");

    TransferCodings {
        members = List.copyOf(members);
    }

    static TransferCodings of(FieldSection head) {
        String list = String.join(",", head.all("Transfer-Encoding"));
        return new TransferCodings(
                Arrays.stream(list.split(",", -1)).map(String::strip).toList());
    }

    /** The same without the empty ones, which whoever reads a list ignores, RFC 9110 section 5.6.1.2. */
    TransferCodings withoutEmpty() {
        return new TransferCodings(
                members.stream().filter(member -> !member.isEmpty()).toList());
    }

    /** Whether the one coding is chunked. */
    boolean isChunkedOnly() {
        return members.size() == 1 && isChunkedLast();
    }

    /** Whether chunked comes once, as the last. */
    boolean isChunkedLast() {
        return countOfChunked() == 1 && CHUNKED.equalsIgnoreCase(members.get(members.size() - 1));
    }

    /** Whether chunked comes more than once. */
    boolean isChunkedTwice() {
        return countOfChunked() > 1;
    }

    /** Whether all of it is well-formed, and other codings than chunked are there. */
    boolean hasOthers() {
        long others = members.stream()
                .filter(member -> OTHER_CODING.matcher(member).matches())
                .count();
        return others > 0 && others + countOfChunked() == members.size() && (countOfChunked() == 0 || isChunkedLast());
    }

    private long countOfChunked() {
        return members.stream().filter(CHUNKED::equalsIgnoreCase).count();
    }
}
