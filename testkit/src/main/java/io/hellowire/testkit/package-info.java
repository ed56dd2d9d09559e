/**
 * What the tests of every module share: {@link io.hellowire.testkit.Program} runs the real programs that we are
 * tested against (curl, openssl, tshark, ...), {@link io.hellowire.testkit.MicroPython} what is written for devices,
 * {@link io.hellowire.testkit.NoLeaks} fails the test that leaks a buffer.
 */
@NullMarked
package io.hellowire.testkit;

import org.jspecify.annotations.NullMarked;
