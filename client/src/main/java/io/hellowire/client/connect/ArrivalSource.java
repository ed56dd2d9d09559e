package io.hellowire.client.connect;

import io.hellowire.client.step.Deadline;
import java.util.concurrent.TimeoutException;

/** Something that arrivals are taken from, one after the other. */
public interface ArrivalSource {

    /**
     * The next thing that arrives. After an {@link Arrival.End} or {@link Arrival.Broken} there is nothing more.
     *
     * @throws TimeoutException if nothing does before the deadline
     */
    Arrival receive(Deadline deadline) throws InterruptedException, TimeoutException;
}
