package io.hellowire.capture.pcapng;

/**
 * How a capture went on one interface.
 *
 * @param interfaceId the number of its interface description in the section, from 0
 * @param startNanos when it began, nanoseconds since 1970, UTC
 * @param endNanos when it ended, nanoseconds since 1970, UTC
 * @param received packets seen, those that were dropped included
 * @param dropped packets that are not in the file because it could not be written fast enough
 */
public record InterfaceStatistics(int interfaceId, long startNanos, long endNanos, long received, long dropped) {}
