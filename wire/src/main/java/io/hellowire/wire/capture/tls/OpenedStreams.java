package io.hellowire.wire.capture.tls;

/**
 * What a TLS connection carried.
 *
 * @param fromClient the application data that the client sent
 * @param fromServer the application data that the server sent
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares streams
public record OpenedStreams(byte[] fromClient, byte[] fromServer) {}
