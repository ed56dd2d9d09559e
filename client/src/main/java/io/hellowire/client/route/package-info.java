/**
 * Which way a fetch goes: to the host itself, to a stand-in, or through a proxy. Read
 * {@link io.hellowire.client.route.Routes} first.
 */
@NullMarked
package io.hellowire.client.route;

import org.jspecify.annotations.NullMarked;
