package io.hellowire.wire;

/** Field lines without a start line before them, RFC 9112 section 7.1.2. */
final class TrailerGrammar implements Grammar<TrailerSection> {

    @Override
    public boolean hasStartLine() {
        return false;
    }

    @Override
    public void checkBeginning(PartialHead head) {
        // There is no start line.
    }

    @Override
    public void parseStartLine(PartialHead head) {
        throw new IllegalStateException("start line: in a trailer section (expected: none)");
    }

    @Override
    public TrailerSection finish(PartialHead head) throws MalformedMessageException {
        if (head.oddities().contains(Oddity.BARE_LF)) { // kindness is for heads: after chunks it has been exploited
            head.tolerate(Oddity.BARE_LF, Malformation.CHUNK_LINE_END, "LF alone", head.firstBareLf());
        }
        return new TrailerSection(head);
    }
}
