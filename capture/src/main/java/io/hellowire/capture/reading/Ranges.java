package io.hellowire.capture.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which bytes of a stream are there: stretches that neither overlap nor touch. */
final class Ranges {

    /** From the start of each to its end. */
    private final TreeMap<Long, Long> ends = new TreeMap<>();

    /**
     * Adds a stretch.
     *
     * @return which parts of it were not there before, in order
     */
    List<Range> add(long from, long to) {
        List<Range> fresh = new ArrayList<>();
        if (from >= to) {
            return fresh;
        }
        Map.Entry<Long, Long> before = ends.floorEntry(from);
        boolean touches = before != null && before.getValue() >= from;
        long start = touches ? before.getKey() : from;
        long reached = touches ? before.getValue() : from;
        for (Map.Entry<Long, Long> next = ends.higherEntry(start);
                next != null && next.getKey() <= to;
                next = ends.higherEntry(start)) {
            addTo(fresh, reached, next.getKey());
            reached = next.getValue();
            ends.remove(next.getKey());
        }
        addTo(fresh, reached, to);
        ends.put(start, Math.max(reached, to));
        return fresh;
    }

    private static void addTo(List<Range> ranges, long from, long to) {
        if (from < to) {
            ranges.add(new Range(from, to));
        }
    }

    /** Whether all of a stretch is there. */
    boolean covers(long from, long to) {
        Map.Entry<Long, Long> before = ends.floorEntry(from);
        return from >= to || (before != null && before.getValue() >= to);
    }

    /** How many bytes in front of this one are there. */
    long coveredBelow(long offset) {
        long covered = 0;
        for (Map.Entry<Long, Long> range : ends.headMap(offset).entrySet()) {
            covered += Math.min(range.getValue(), offset) - range.getKey();
        }
        return covered;
    }

    /** Which byte it is that has so many of those there in front of it. */
    long placeBehind(long covered) {
        long left = covered;
        for (Map.Entry<Long, Long> range : ends.entrySet()) {
            long length = range.getValue() - range.getKey();
            if (left < length) {
                return range.getKey() + left;
            }
            left -= length;
        }
        throw new IllegalArgumentException("covered: " + covered + " (expected: less than there are)");
    }

    /** Forgets this byte and all behind it. */
    void forgetFrom(long offset) {
        ends.tailMap(offset, true).clear();
        Map.Entry<Long, Long> last = ends.lastEntry();
        if (last != null && last.getValue() > offset) {
            ends.put(last.getKey(), offset);
        }
    }

    /** Takes the first stretch away. */
    Range removeFirst() {
        Map.Entry<Long, Long> first = ends.pollFirstEntry();
        if (first == null) {
            throw new IllegalStateException("ranges: none (expected: one at least)");
        }
        return new Range(first.getKey(), first.getValue());
    }

    /** The last stretch. */
    Range last() {
        Map.Entry<Long, Long> last = ends.lastEntry();
        if (last == null) {
            throw new IllegalStateException("ranges: none (expected: one at least)");
        }
        return new Range(last.getKey(), last.getValue());
    }

    int size() {
        return ends.size();
    }

    /** In order. */
    List<Range> all() {
        return ends.entrySet().stream()
                .map(range -> new Range(range.getKey(), range.getValue()))
                .toList();
    }
}
