package io.hellowire.capture.reading;

import io.hellowire.capture.tls.SecretLog;
import java.util.List;

/**
 * What was found in a capture file.
 *
 * @param totals the file in numbers
 * @param connections in the order of their first packets
 * @param secrets of all connections together
 */
public record CaptureContents(CaptureTotals totals, List<CapturedConnection> connections, SecretLog secrets) {

    public CaptureContents {
        connections = List.copyOf(connections);
    }
}
