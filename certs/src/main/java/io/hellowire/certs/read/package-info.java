/**
 * From the bytes of a file to keys and certificates, whatever the format. Knows no files: what is wrong is an
 * {@link io.hellowire.certs.read.UnreadableException}, to which the loader adds the file's name. Start with
 * {@link io.hellowire.certs.read.ContentReader}.
 */
@NullMarked
package io.hellowire.certs.read;

import org.jspecify.annotations.NullMarked;
