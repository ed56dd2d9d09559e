/**
 * From keys and certificates to files, in each format that people and devices ask for: their bytes, their names, who may
 * read them, and that all of them appear or none. Start with {@link io.hellowire.certs.write.Destination}.
 */
@NullMarked
package io.hellowire.certs.write;

import org.jspecify.annotations.NullMarked;
