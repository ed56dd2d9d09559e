package io.hellowire.wire;

/** What tells one kind of head from another: its start line, and what becomes of the whole. */
interface Grammar<H extends FieldSection> {

    /** Whether a start line comes before the fields. */
    default boolean hasStartLine() {
        return true;
    }

    /** Looks at the first bytes of a start line that is not there whole: refuses what can never become one. */
    void checkBeginning(PartialHead head) throws MalformedMessageException;

    /** Names what is too long about a start line that is longer than allowed. */
    default Malformation tooLong(PartialHead head, int maxStartLineBytes) {
        return Malformation.START_LINE_TOO_LONG;
    }

    /** Parses the start line at the head's position and goes on to the next line. */
    void parseStartLine(PartialHead head) throws MalformedMessageException;

    /** Makes the head of all its lines; checks what only the whole can tell. */
    H finish(PartialHead head) throws MalformedMessageException;
}
