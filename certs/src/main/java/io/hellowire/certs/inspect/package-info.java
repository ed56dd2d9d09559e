/**
 * Says what is in a certificate and who will accept it. {@link io.hellowire.certs.inspect.CertificateFacts} are what it
 * says of itself, {@link io.hellowire.certs.inspect.Verdict} is what each kind of client makes of them, and
 * {@link io.hellowire.certs.inspect.ServerChain} fetches the certificates that a server really sends. Read
 * {@link io.hellowire.certs.inspect.Evidence} first: it asks all the rules, which are the knowledge of this package.
 */
@NullMarked
package io.hellowire.certs.inspect;

import org.jspecify.annotations.NullMarked;
