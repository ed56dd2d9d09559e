package io.hellowire.capture.reading;

import io.hellowire.capture.tls.SecretLog;
import java.util.List;

/**
 * What was found in a capture file.
 *
 * @param totals the file in numbers
 * @param unread what of its packets is in none of the connections
 * @param connections in the order of their first packets
 * @param secrets of all connections together
 */
public record CaptureContents(
        CaptureTotals totals, Unread unread, List<CapturedConnection> connections, SecretLog secrets) {

    public CaptureContents {
        connections = List.copyOf(connections);
    }
}
