package io.hellowire.wire;

import java.util.EnumSet;
import java.util.Set;

/** Where in a chunked body its reader is, and what it does with what is odd there. */
final class ChunkContext {

    private final Tolerance tolerance;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private long offset;

    ChunkContext(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    void advance(long bytes) {
        offset += bytes;
    }

    /** Notes the oddity, or refuses it with what was found. */
    void tolerate(Oddity oddity, MalformedMessageException refusal) throws MalformedMessageException {
        if (tolerance == Tolerance.STRICT) {
            throw refusal;
        }
        oddities.add(oddity);
    }

    /** Points at a byte of the bytes that come next. */
    MalformedMessageException malformed(Malformation malformation, String found, byte[] bytes, int at) {
        return MalformedMessageException.inBody(malformation, found, bytes, offset + at);
    }

    void noteAll(Set<Oddity> more) {
        oddities.addAll(more);
    }

    /** Says where in the body it is that the trailer section was refused. */
    MalformedMessageException located(MalformedMessageException inTrailers) {
        return inTrailers.inBodyAfter(offset);
    }

    Set<Oddity> oddities() {
        return Set.copyOf(oddities);
    }
}
