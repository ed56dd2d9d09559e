package io.hellowire.server.connection;

import static io.hellowire.server.connection.ConnectionState.Closing.AT_ONCE;
import static io.hellowire.server.connection.ConnectionState.Closing.THEN_LINGERING;
import static io.hellowire.server.connection.ConnectionState.Handshaking.TLS;
import static io.hellowire.server.connection.ConnectionState.LastAnswer.ANNOUNCED;
import static io.hellowire.server.connection.ConnectionState.LastAnswer.SUDDEN;
import static io.hellowire.server.connection.ConnectionState.Lingering.UNTIL_THE_PEER_CLOSES;
import static io.hellowire.server.connection.ConnectionState.Reading.BODY;
import static io.hellowire.server.connection.ConnectionState.Reading.HEAD;
import static io.hellowire.server.connection.ConnectionState.Reading.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hellowire.server.connection.ConnectionState.Held;
import io.hellowire.server.connection.ConnectionState.Hold;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {

    private static final long NOW = 1_000;

    /** Every move there is, by name. */
    private static final Map<String, Consumer<Lifecycle>> MOVES = Map.ofEntries(
            Map.entry("handshake over", life -> life.handshakeIsOver(NOW)),
            Map.entry("reads a request", life -> life.reads(REQUEST, NOW)),
            Map.entry("reads a head", life -> life.reads(HEAD, NOW)),
            Map.entry("reads a body", life -> life.reads(BODY, NOW)),
            Map.entry("hold for a number", life -> life.hold(Hold.NUMBER, NOW)),
            Map.entry("hold for the journal", life -> life.hold(Hold.JOURNAL, NOW)),
            Map.entry("hold for the peer", life -> life.hold(Hold.UNREAD_ANSWERS, NOW)),
            Map.entry("the number came", life -> life.release(Hold.NUMBER, NOW)),
            Map.entry("the peer has read", life -> life.release(Hold.UNREAD_ANSWERS, NOW)),
            Map.entry("last answer, announced", life -> life.lastAnswer(true, NOW)),
            Map.entry("last answer, sudden", life -> life.lastAnswer(false, NOW)),
            Map.entry("more came", Lifecycle::moreCame),
            Map.entry("input ended", Lifecycle::inputEnded),
            Map.entry("close", life -> life.close(NOW)),
            Map.entry("linger", life -> life.linger(NOW)));

    private static final Held FOR_NUMBER = new Held(Set.of(Hold.NUMBER), REQUEST);
    private static final Held FOR_PEER = new Held(Set.of(Hold.UNREAD_ANSWERS), HEAD);

    /** A way into each state, and what is legal there; whatever is not named must leave the state as it is. */
    static Stream<Arguments> states() {
        return Stream.of(
                state(Port.HTTPS, List.of(), TLS, Map.of("handshake over", REQUEST, "close", THEN_LINGERING)),
                state(
                        Port.HTTP,
                        List.of(),
                        REQUEST,
                        Map.of(
                                "reads a head", HEAD,
                                "reads a body", BODY,
                                "hold for a number", FOR_NUMBER,
                                "hold for the journal", new Held(Set.of(Hold.JOURNAL), REQUEST),
                                "hold for the peer", new Held(Set.of(Hold.UNREAD_ANSWERS), REQUEST),
                                "last answer, announced", ANNOUNCED,
                                "last answer, sudden", SUDDEN,
                                "close", THEN_LINGERING)),
                state(
                        Port.HTTP,
                        List.of("hold for a number"),
                        FOR_NUMBER,
                        Map.of(
                                "reads a head",
                                new Held(Set.of(Hold.NUMBER), HEAD),
                                "reads a body",
                                new Held(Set.of(Hold.NUMBER), BODY),
                                "hold for the journal",
                                new Held(Set.of(Hold.NUMBER, Hold.JOURNAL), REQUEST),
                                "hold for the peer",
                                new Held(Set.of(Hold.NUMBER, Hold.UNREAD_ANSWERS), REQUEST),
                                "the number came",
                                REQUEST,
                                "last answer, announced",
                                ANNOUNCED,
                                "last answer, sudden",
                                SUDDEN,
                                "close",
                                THEN_LINGERING)),
                state(
                        Port.HTTP,
                        List.of("hold for a number", "hold for the peer", "reads a head", "the number came"),
                        FOR_PEER,
                        Map.of(
                                "reads a request",
                                new Held(Set.of(Hold.UNREAD_ANSWERS), REQUEST),
                                "reads a body",
                                new Held(Set.of(Hold.UNREAD_ANSWERS), BODY),
                                "hold for a number",
                                new Held(Set.of(Hold.UNREAD_ANSWERS, Hold.NUMBER), HEAD),
                                "hold for the journal",
                                new Held(Set.of(Hold.UNREAD_ANSWERS, Hold.JOURNAL), HEAD),
                                "the peer has read",
                                HEAD,
                                "last answer, announced",
                                ANNOUNCED,
                                "last answer, sudden",
                                SUDDEN,
                                "close",
                                THEN_LINGERING)),
                state(
                        Port.HTTP,
                        List.of("last answer, announced"),
                        ANNOUNCED,
                        Map.of(
                                "reads a head", SUDDEN,
                                "reads a body", SUDDEN,
                                "more came", SUDDEN,
                                "close", AT_ONCE)),
                state(Port.HTTP, List.of("last answer, sudden"), SUDDEN, Map.of("close", THEN_LINGERING)),
                state(Port.HTTP, List.of("last answer, announced", "close"), AT_ONCE, Map.of()),
                state(
                        Port.HTTP,
                        List.of("close"),
                        THEN_LINGERING,
                        Map.of("input ended", AT_ONCE, "linger", UNTIL_THE_PEER_CLOSES)),
                state(Port.HTTP, List.of("close", "linger"), UNTIL_THE_PEER_CLOSES, Map.of()));
    }

    private static Arguments state(
            Port port, List<String> way, ConnectionState state, Map<String, ConnectionState> legal) {
        return Arguments.of(port, way, state, legal);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("states")
    void makesLegalMovesAndNoOthers(
            Port port, List<String> way, ConnectionState state, Map<String, ConnectionState> legal) {
        for (Map.Entry<String, Consumer<Lifecycle>> move : MOVES.entrySet()) {
            Lifecycle life = walk(port, way);
            assertThat(life.state()).isEqualTo(state);
            boolean refused = move.getKey().equals("handshake over") && state instanceof ConnectionState.Serving;
            if (refused || move.getKey().equals("handshake over") && state instanceof ConnectionState.LastAnswer) {
                assertThatIllegalStateException()
                        .isThrownBy(() -> move.getValue().accept(life));
            } else {
                move.getValue().accept(life);
            }
            assertThat(life.state()).as(move.getKey()).isEqualTo(legal.getOrDefault(move.getKey(), state));
        }
    }

    private static Lifecycle walk(Port port, List<String> way) {
        Lifecycle life = new Lifecycle(port, 0);
        way.forEach(move -> MOVES.get(move).accept(life));
        return life;
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("states")
    void aPeerOwesNothingOnlyWhileWeDo(Port port, List<String> way, ConnectionState state) {
        boolean ourTurn = state instanceof Held held && !held.reasons().contains(Hold.UNREAD_ANSWERS);
        assertThat(walk(port, way).awaited() == null).isEqualTo(ourTurn);
    }

    @Test
    void aClosingConnectionAlwaysHasADeadline() {
        Lifecycle life = new Lifecycle(Port.HTTP, 0);
        life.lastAnswer(true, NOW);
        life.close(NOW);
        life.hold(Hold.UNREAD_ANSWERS, NOW);
        assertThat(life.awaited()).isEqualTo(Awaited.READING);
        life.release(Hold.UNREAD_ANSWERS, NOW);
        assertThat(life.awaited()).isEqualTo(Awaited.READING);
    }

    @Test
    void whatIsStillOwedIsOwedSinceTheBeginning() {
        Lifecycle life = new Lifecycle(Port.HTTP, 0);
        life.hold(Hold.UNREAD_ANSWERS, 10);
        life.hold(Hold.JOURNAL, 20);
        life.lastAnswer(false, 30);
        life.close(40);
        assertThat(life.owedForNanos(50)).isEqualTo(40);
        life.linger(60);
        assertThat(life.owedForNanos(65)).isEqualTo(5);
    }

    @Test
    void aHeadIsOwedSinceItsFirstByteButForTheTimeWeDidNotRead() {
        Lifecycle life = new Lifecycle(Port.HTTP, 0);
        life.reads(HEAD, 10);
        life.reads(HEAD, 10);
        assertThat(life.owedForNanos(30)).isEqualTo(20);
        life.hold(Hold.JOURNAL, 30);
        life.release(Hold.JOURNAL, 100);
        life.reads(HEAD, 10);
        assertThat(life.owedForNanos(130)).isEqualTo(30);
    }

    @Test
    void lingersForNobodyWhoHasClosed() {
        Lifecycle life = new Lifecycle(Port.HTTP, 0);
        life.inputEnded();
        life.close(NOW);
        assertThat(life.state()).isEqualTo(AT_ONCE);
    }
}
