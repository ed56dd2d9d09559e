package io.hellowire.wire;

/**
 * One field line. Text is ISO-8859-1, where one char is one byte, so nothing is lost.
 *
 * @param name the name, in the case received
 * @param value the value without the whitespace around it; a fold (RFC 9112 section 5.2) in it is one space
 * @param line the whole line as received but for the line end that closes it: whitespace and folds are kept
 */
public record FieldLine(String name, String value, String line) {}
