/**
 * What both ends and an eavesdropper know about TLS: what is said in the clear (records, hellos, alerts), the names of
 * versions, cipher suites and groups, and how a certificate is refused. Read {@link io.hellowire.wire.tls.ClearMessages}
 * first.
 */
@NullMarked
package io.hellowire.wire.tls;

import org.jspecify.annotations.NullMarked;
