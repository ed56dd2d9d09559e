/**
 * Who we are and whom we trust. Start with {@link io.hellowire.certs.CertificateLoader}, which turns files of any
 * format into an {@link io.hellowire.certs.Identity} or a {@link io.hellowire.certs.Trust}.
 */
@NullMarked
package io.hellowire.certs;

import org.jspecify.annotations.NullMarked;
