package io.hellowire.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.hellowire.bench.peer.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {

    private static final Peer OURS = peer("ours");
    private static final Peer BROKEN = peer("broken");
    private static final Peer SOUND = peer("sound");

    private final List<String> told = new ArrayList<>();
    private final Comparison.Progress progress = new Comparison.Progress() {
        @Override
        public void done(Row row) {
            told.add(row.work() + " " + row.peer() + " " + row.ours().size());
        }

        @Override
        public void failed(String work, String peer, @Nullable String reason) {
            told.add(work + " " + peer + " " + reason);
        }
    };

    private static Peer peer(String name) {
        return new Peer(name, List.of(), List.of(), List.of(), List.of());
    }

    static List<Exception> failures() {
        return List.of(
                new IllegalStateException("it broke"),
                new IOException("it broke"),
                new UncheckedIOException("it broke", new IOException()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aPeerThatFailsToStartIsToldAndTheNextIsMeasured(Exception failure) throws IOException {
        run(work("first", peer -> startedUnless(BROKEN, peer, failure)));

        assertThat(told).containsExactly("first broken it broke", "first sound 3");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aPeerThatFailsLaterIsToldAndTheNextIsMeasured(Exception failure) throws IOException {
        run(work("first", peer -> () -> sampledUnless(BROKEN, peer, failure)));

        assertThat(told).containsExactly("first broken it broke", "first sound 3");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aWorkThatOursFailsAtIsToldAndTheNextIsDone(Exception failure) throws IOException {
        run(work("first", peer -> startedUnless(OURS, peer, failure)), work("second", peer -> ComparisonTest::sample));

        assertThat(told).containsExactly("first every peer it broke", "second broken 3", "second sound 3");
    }

    private void run(Work... works) throws IOException {
        new Comparison(List.of(works)).run(Set.of("first", "second"), null, progress);
    }

    private static Work work(String name, Work.Preparation preparation) {
        return new Work(name, "us", Field.of(OURS, List.of(BROKEN, SOUND)), 3, preparation);
    }

    private static Contestant startedUnless(Peer broken, Peer peer, Exception failure) throws IOException {
        sampledUnless(broken, peer, failure);
        return ComparisonTest::sample;
    }

    private static Sample sampledUnless(Peer broken, Peer peer, Exception failure) throws IOException {
        if (!peer.equals(broken)) {
            return sample();
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        throw (RuntimeException) failure;
    }

    private static Sample sample() {
        return new Sample(1, 1, 1);
    }
}
