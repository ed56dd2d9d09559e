/** What both ends know about TLS: its versions, and how a certificate is refused. */
@NullMarked
package io.hellowire.wire.tls;

import org.jspecify.annotations.NullMarked;
