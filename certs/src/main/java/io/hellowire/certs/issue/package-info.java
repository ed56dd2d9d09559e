/**
 * Makes keys and certificates. A {@link io.hellowire.certs.issue.CertificateProfile} says what to make,
 * {@link io.hellowire.certs.issue.SelfSigned} or an {@link io.hellowire.certs.issue.Authority} makes it. Read the profile
 * first.
 */
@NullMarked
package io.hellowire.certs.issue;

import org.jspecify.annotations.NullMarked;
