package io.hellowire.capture.reading;

/**
 * What was left out of a copy of a capture.
 *
 * @param secrets how many blocks of secrets
 * @param insidePackets how many packets that showed what is inside TLS, which the secrets would open
 * @param isCutShort whether the capture ended in the middle of a block, up to which it was copied
 */
public record Stripped(int secrets, long insidePackets, boolean isCutShort) {}
