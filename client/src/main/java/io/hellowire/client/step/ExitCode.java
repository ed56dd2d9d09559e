package io.hellowire.client.step;

/**
 * The exit codes: curl's numbers, which are promised never to change, with three of our own above its range:
 * {@link #TOO_SLOW}, and what shells give to a process that a signal ended.
 */
public enum ExitCode {
    /** Done, which includes stopping at the wanted number of bytes. */
    OK(0),
    /** A scheme that is not ours, or a reply that is not HTTP/1.x. */
    NOT_HTTP(1),
    /** The command line was wrong. */
    USAGE(2),
    BAD_URL(3),
    /** Asked for something that this build, or this Java, does not have. */
    NOT_BUILT_IN(4),
    PROXY_NOT_RESOLVED(5),
    HOST_NOT_RESOLVED(6),
    /** No address could be connected. */
    NOT_CONNECTED(7),
    /** The reply's head or framing cannot be read (RFC 9112). */
    BAD_REPLY(8),
    /** The reply ended before it was complete. */
    ENDED_EARLY(18),
    /** {@code --fail} and a status of 400 or more, or not the status that was expected. */
    WRONG_STATUS(22),
    NOT_WRITTEN(23),
    /** A file, or standard input, that was to be sent cannot be read. */
    NOT_READ(26),
    OUT_OF_MEMORY(27),
    TIMED_OUT(28),
    /** The server does not continue a download where the last one stopped. */
    NO_RANGES(33),
    HANDSHAKE_FAILED(35),
    /** What we did wrong ourselves. */
    INTERNAL(43),
    LOCAL_ADDRESS(45),
    TOO_MANY_REDIRECTS(47),
    /** Closed without a single byte of reply. */
    EMPTY_REPLY(52),
    NOT_SENT(55),
    NOT_RECEIVED(56),
    OWN_CERTIFICATE(58),
    CIPHERS(59),
    /** The peer's certificate is not acceptable: trust, date, use or name. */
    PEER_CERTIFICATE(60),
    BAD_CODING(61),
    TOO_LARGE(63),
    CA_FILE(77),
    PIN_MISMATCH(90),
    PROXY_REFUSED(97),
    CLIENT_CERTIFICATE_WANTED(98),
    HEAD_TOO_LARGE(100),
    /** A limit of {@code --slo} was exceeded. */
    TOO_SLOW(110),
    /** SIGHUP. */
    HUNG_UP(129),
    /** Ctrl-C. */
    INTERRUPTED(130),
    /** SIGTERM. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process exits with, 0 to 255. */
    public int number() {
        return number;
    }

    /** Whether nothing more is to be begun, since somebody asked for an end. */
    public boolean isInterruption() {
        return this == INTERRUPTED || this == TERMINATED || this == HUNG_UP;
    }
}
