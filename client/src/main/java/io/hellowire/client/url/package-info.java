/**
 * What the user typed, understood: a URL and the host in it, read without {@link java.net.URI}, which knows no
 * underscore in a host name. Read {@link io.hellowire.client.url.Target} first.
 */
@NullMarked
package io.hellowire.client.url;

import org.jspecify.annotations.NullMarked;
