package io.hellowire.server.journal;

import io.hellowire.server.connection.Connection;
import io.hellowire.server.exchange.Abandoned;
import io.hellowire.server.exchange.Answer;
import io.hellowire.server.exchange.Rejection;
import io.hellowire.server.exchange.Request;
import io.hellowire.wire.tls.ClientHello;
import org.jspecify.annotations.Nullable;

/** What can be in the journal. */
public sealed interface Entry {

    /**
     * A request was greeted.
     *
     * @param answer what it got, with the number it was given
     * @param nanos from its first byte to its answer
     */
    record Greeted(Connection connection, Request request, Answer.Counted answer, long nanos) implements Entry {}

    /**
     * The server was asked whether it is well.
     *
     * @param answer what it said
     * @param nanos from its first byte to its answer
     */
    record Checked(Connection connection, Request request, Answer answer, long nanos) implements Entry {}

    /**
     * Something was refused.
     *
     * @param answer what said so
     * @param nanos from its first byte to its answer
     */
    record Rejected(Connection connection, Rejection rejection, Answer answer, long nanos) implements Entry {}

    /**
     * A connection was given up without an answer.
     *
     * @param epochMillis when, in milliseconds since 1970 in UTC
     */
    record Lost(Connection connection, Abandoned abandoned, long epochMillis) implements Entry {}

    /**
     * Something came after the last request that a connection takes: its {@linkplain Connection#surplus surplus}.
     *
     * @param what what it came after, and why it is none of that, in words
     * @param refused whether that was refused, so that a field's value may go on in it
     * @param epochMillis when the connection ended, in milliseconds since 1970 in UTC
     */
    record AfterEnd(Connection connection, String what, boolean refused, long epochMillis) implements Entry {}

    /**
     * A connection was closed at once.
     *
     * @param reason why, in words
     * @param epochMillis when, in milliseconds since 1970 in UTC
     */
    record TurnedAway(Connection connection, String reason, long epochMillis) implements Entry {}

    /**
     * A connection was closed in the middle, and without an answer.
     *
     * @param reason why, in words, printable
     * @param epochMillis when, in milliseconds since 1970 in UTC
     */
    record CutOff(Connection connection, String reason, long epochMillis) implements Entry {}

    /**
     * A TLS handshake failed.
     *
     * @param hello what the client offered, {@code null} if that did not come
     * @param reason why, in words, printable
     * @param receivedBytes how much the client had sent
     * @param epochMillis when, in milliseconds since 1970 in UTC
     */
    record HandshakeFailed(
            Connection connection, @Nullable ClientHello hello, String reason, long receivedBytes, long epochMillis)
            implements Entry {}

    /**
     * There was more of a kind than is worth a line each.
     *
     * @param count how many were not shown
     * @param what they are, in words
     * @param epochMillis when, in milliseconds since 1970 in UTC
     */
    record Suppressed(long count, String what, long epochMillis) implements Entry {}

    /**
     * Records were dropped, since the journal had no room.
     *
     * @param count how many
     * @param epochMillis when there was room again, in milliseconds since 1970 in UTC
     */
    record Dropped(long count, long epochMillis) implements Entry {}
}
