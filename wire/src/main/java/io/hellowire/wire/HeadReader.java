package io.hellowire.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Reads heads from the bytes of a connection, in whatever pieces they come: one reader a connection, for one head after
 * the other. It takes the bytes of a head and no others, keeps them as they are, and refuses a line that is wrong as
 * soon as it is there.
 *
 * <pre>{@code
 * HeadReader<Http1RequestHead> reader = HeadReader.ofRequests(HeadLimits.DEFAULT);
 * Http1RequestHead head = reader.read(in); // null: more bytes are needed
 * }</pre>
 *
 * @param <H> the kind of head
 */
public final class HeadReader<H extends FieldSection> {

    private final Grammar<H> grammar;
    private final HeadLimits limits;
    private final PartialHead partial;
    private boolean startLineRead;

    private HeadReader(Grammar<H> grammar, HeadLimits limits, Tolerance tolerance) {
        this.grammar = grammar;
        this.limits = limits;
        this.partial = new PartialHead(limits, tolerance);
        reset();
    }

    /** A reader of what clients send, strict as RFC 9112 asks of servers but for line ends, where LF alone is taken. */
    public static HeadReader<Http1RequestHead> ofRequests(HeadLimits limits) {
        return new HeadReader<>(new RequestGrammar(), limits, Tolerance.STRICT);
    }

    /** A reader of what servers send, which takes what can be understood and notes each {@link Oddity}. */
    public static HeadReader<ResponseHead> ofResponses(HeadLimits limits) {
        return new HeadReader<>(new ResponseGrammar(), limits, Tolerance.LENIENT);
    }

    /** A reader of the field lines after the last chunk. */
    static HeadReader<TrailerSection> ofTrailers(HeadLimits limits, Tolerance tolerance) {
        return new HeadReader<>(new TrailerGrammar(), limits, tolerance);
    }

    /**
     * Takes the bytes of the current head that are there.
     *
     * @param in what has come from the connection; what is left in it belongs to what follows the head
     * @return the head, or {@code null} while it is not complete
     * @throws MalformedMessageException if it can no longer become one; this reader is of no use then
     */
    public @Nullable H read(ByteBuf in) throws MalformedMessageException {
        boolean complete = partial.take(in);
        while (partial.hasLine()) {
            parseLine();
        }
        if (!complete) {
            checkRest();
            return null;
        }
        H head = grammar.finish(partial);
        reset();
        return head;
    }

    /** Whether a head has begun and is not complete; empty lines before it, which say nothing, do not count. */
    public boolean isInsideHead() {
        return partial.hasBegun();
    }

    /** The bytes of the current head that have come so far, for the report about one that never became complete. */
    public byte[] received() {
        return partial.exactBytes().clone();
    }

    /** Why the line that has come last has no end, where that can be told; {@code null} where it cannot. */
    public @Nullable MalformedMessageException missingLineEnd() {
        MissingLineEnd end = new MissingLineEnd(partial, partial.position(), partial.length());
        MalformedMessageException typed = end.typed();
        return typed != null ? typed : end.bareCr();
    }

    /** How much memory the current head takes, in bytes; 0 between heads. */
    public int heldBytes() {
        return partial.heldBytes();
    }

    /** Lets go of what has come of the current head; this reader is of no use then. */
    public void forget() {
        partial.clear();
    }

    private void reset() {
        partial.clear();
        startLineRead = !grammar.hasStartLine();
        if (startLineRead) {
            partial.begin();
        }
    }

    private void parseLine() throws MalformedMessageException {
        if (partial.isLineEnd(partial.position())) {
            parseEmptyLine();
        } else if (startLineRead) {
            FieldLineParser.parse(partial);
        } else {
            parseStartLine();
        }
    }

    private void parseEmptyLine() {
        if (startLineRead) {
            partial.markEnd();
        } else {
            partial.note(Oddity.LEADING_EMPTY_LINE);
        }
        partial.endLine(partial.position());
    }

    private void parseStartLine() throws MalformedMessageException {
        grammar.checkBeginning(partial);
        checkStartLineLength(partial.startLineEnd() - partial.position());
        grammar.parseStartLine(partial);
        startLineRead = true;
    }

    private void checkRest() throws MalformedMessageException {
        if (!startLineRead && partial.position() < partial.length()) {
            grammar.checkBeginning(partial);
            int atLeast = partial.length() - partial.position() - 1; // the last byte may be the CR of its end
            checkStartLineLength(atLeast);
        }
        if (partial.isFull()) {
            throw partial.malformed(
                    Malformation.HEAD_TOO_LONG,
                    "more than " + limits.maxHeadBytes() + " bytes without an end",
                    partial.length());
        }
    }

    private void checkStartLineLength(int length) throws MalformedMessageException {
        if (length > limits.maxStartLineBytes()) {
            throw partial.malformed(
                    grammar.tooLong(partial, limits.maxStartLineBytes()),
                    "more than " + limits.maxStartLineBytes() + " bytes",
                    partial.position() + limits.maxStartLineBytes());
        }
    }
}
