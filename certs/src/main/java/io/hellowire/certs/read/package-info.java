/**
 * From the bytes of a file to keys and certificates, whatever the format. Knows no files: what is wrong is an
 * {@link io.hellowire.certs.read.UnreadableException}, to which the loader adds the file's name. Start with
 * {@link io.hellowire.certs.read.ContentReader}.
 *
 * <p>Bouncy Castle's parsers answer damaged bytes with whatever exception comes to them, an index out of bounds or a
 * null pointer too. Therefore who hands them bytes from outside catches {@link RuntimeException}, there and only there.
 */
@NullMarked
package io.hellowire.certs.read;

import org.jspecify.annotations.NullMarked;
