package io.hellowire.capture.tls;

/**
 * What a TLS connection carried.
 *
 * @param fromClient what the client sent
 * @param fromServer what the server sent
 */
public record OpenedStreams(OpenedStream fromClient, OpenedStream fromServer) {}
