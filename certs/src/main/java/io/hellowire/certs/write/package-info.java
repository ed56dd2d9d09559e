/**
 * From keys and certificates to the bytes of files, in each format that people and devices ask for. Knows no
 * directories: what to call a file and who may read it is for others. Start with
 * {@link io.hellowire.certs.write.FormatWriter}.
 */
@NullMarked
package io.hellowire.certs.write;

import org.jspecify.annotations.NullMarked;
