/** Who we are and whom we trust. */
@NullMarked
package io.hellowire.certs;

import org.jspecify.annotations.NullMarked;
