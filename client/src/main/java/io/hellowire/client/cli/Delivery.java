package io.hellowire.client.cli;

import io.hellowire.client.Destination;
import io.hellowire.client.exchange.BodySink;
import io.hellowire.client.exchange.HeadSink;
import io.hellowire.client.exchange.HeaderChange;
import io.hellowire.client.step.StepException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways of the heads and the content of one fetch to their places, which are open as long as it takes. */
final class Delivery implements AutoCloseable {

    private final @Nullable HeadFile headFile;
    private final @Nullable FileSink file;
    private final @Nullable IncludedHeads included;
    private final @Nullable BodySink content;

    /**
     * @param place the file or stream for the content, or {@code null} if it goes nowhere
     * @param options what is done to it on its way
     * @param headFile where heads go besides, or {@code null}
     */
    Delivery(@Nullable BodySink place, Options options, @Nullable HeadFile headFile) {
        this.headFile = headFile;
        this.file = place instanceof FileSink sink ? sink : null;
        this.included = place != null && options.headsIncluded() ? new IncludedHeads(place) : null;
        BodySink last = included == null ? place : included;
        BodySink wanted = last != null && options.errorsDropped() ? new UnlessFailed(last) : last;
        this.content = wanted != null && options.bytesPerSecond() != null
                ? new Throttle(wanted, options.bytesPerSecond())
                : wanted;
    }

    Destination destination() {
        List<HeaderChange> range = file == null || file.offset() == 0
                ? List.of()
                : List.of(new HeaderChange("Range", "bytes=" + file.offset() + "-"));
        return new Destination(content, heads(), range);
    }

    private HeadSink heads() {
        HeadSink first = headFile == null ? HeadSink.NONE : headFile;
        HeadSink second = included == null ? HeadSink.NONE : included;
        return head -> {
            first.take(head);
            second.take(head);
        };
    }

    /** The file that was written, or {@code null} if it is none. */
    @Nullable
    Path file() {
        return file == null ? null : file.file();
    }

    /** Writes what is left; {@code false} if somebody interrupts it. */
    boolean finish() throws StepException {
        try {
            if (included != null) {
                included.finish();
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() throws StepException {
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            if (headFile != null) {
                headFile.close();
            }
        }
    }

    /**
     * What is done to content on its way.
     *
     * @param headsIncluded whether the heads go before it
     * @param errorsDropped whether that of an error is left out
     * @param bytesPerSecond how fast it is taken, or {@code null} for as fast as it comes
     */
    record Options(
            boolean headsIncluded,
            boolean errorsDropped,
            @Nullable Long bytesPerSecond) {}
}
