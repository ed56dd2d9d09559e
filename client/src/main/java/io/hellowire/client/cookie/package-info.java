/**
 * Cookies, RFC 6265, kept in curl's file format. Read {@link io.hellowire.client.cookie.CookieJar} first.
 */
@NullMarked
package io.hellowire.client.cookie;

import org.jspecify.annotations.NullMarked;
