package io.hellowire.capture.reading;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a capture's packets is not read, and why.
 *
 * @param others how many are not TCP, or cannot be read
 * @param unknown how many are of link types that we do not know
 * @param unknownLinkTypes which these are, sorted
 * @param lostFragments how many are parts of packets of which other parts are missing
 * @param cut how many were longer than what is in the file
 */
record Unread(long others, long unknown, SortedSet<Integer> unknownLinkTypes, long lostFragments, long cut) {

    private static final int MOST_NAMED = 5;

    Unread {
        unknownLinkTypes = Collections.unmodifiableSortedSet(new TreeSet<>(unknownLinkTypes));
    }

    /** Those that are not known in words, and which are. */
    String linkTypes() {
        List<String> most =
                unknownLinkTypes.stream().limit(MOST_NAMED).map(String::valueOf).toList();
        return String.join(", ", most)
                + (unknownLinkTypes.size() > MOST_NAMED ? ", ..." : "")
                + " (expected: Ethernet, raw IP, BSD's loopback or Linux's any)";
    }
}
