package io.hellowire.client.resolve;

import io.hellowire.client.step.Deadline;
import io.hellowire.client.step.Timeline;
import io.hellowire.client.url.Host;

/** Somebody who can be asked for the addresses of a name. */
interface Lookup {

    /** Asks, and waits no longer than the deadline; a failure is part of the answer. */
    Resolution ask(Host.Name host, Timeline timeline, Deadline deadline) throws InterruptedException;
}
